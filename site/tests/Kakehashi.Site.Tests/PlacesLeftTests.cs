using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Kakehashi.Content;
using Kakehashi.Site.Preview;
using Kakehashi.Site.Sources;

namespace Kakehashi.Site.Tests;

public sealed class PlacesLeftTests
{
    [Theory]
    [InlineData(null, 7, "1,200人")]
    [InlineData(1_012, 7, "1,200人（残り1,012人）")]
    [InlineData(0, 7, "1,200人（満席です。キャンセル待ちを受け付けます）")]
    [InlineData(12, -1, "1,200人")]
    public async Task An_event_tells_its_places_left_while_people_can_apply(int? left, int days, string capacity)
    {
        using var content = SmallProgram.Create(articles: 1);
        using var source = new FolderSource(content.Path);
        var snapshot = (await source.ReadAsync(TestContext.Current.CancellationToken)).Snapshot!;
        var (starts, until) = (JapaneseTime.Format(SmallProgram.Now.AddDays(10)), JapaneseTime.Format(SmallProgram.Now.AddDays(days)));
        var happening = new ItemDocument
        {
            Type = "event", Slug = "kickoff", PublishAt = SmallProgram.Now.AddDays(-5), PlacesLeft = left,
            Values = new JsonObject
            {
                ["title"] = "キックオフ", ["summary"] = "要約", ["kind"] = "kickOff", ["format"] = "venue", ["capacity"] = 1_200,
                ["startsAt"] = starts, ["endsAt"] = starts, ["applyUntil"] = until, ["applyByForm"] = true,
            },
        };
        var page = new HtmlParser().ParseDocument((await PagePreview.RenderAsync(snapshot, happening, SmallProgram.Now))!);
        Assert.Equal(capacity, page.QuerySelectorAll(".facts dt").Single(term => term.TextContent == "定員").NextElementSibling!.TextContent.Trim());
    }
}
