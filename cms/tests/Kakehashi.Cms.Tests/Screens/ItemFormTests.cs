using System.Text.Json.Nodes;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Frame;
using Kakehashi.Content;
using Kakehashi.Content.Folder;
using Microsoft.Extensions.Primitives;

namespace Kakehashi.Cms.Tests.Screens;

public sealed class ItemFormTests
{
    public static TheoryData<string> Files =>
        [.. ContentType.All.SelectMany(type => Directory.EnumerateFiles(Path.Combine(Program, type.Folder), "*.md")).Select(path => Path.GetRelativePath(Program, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Opening_and_saving_an_item_changes_nothing(string file)
    {
        var type = ContentType.FindByFolder(Path.GetDirectoryName(file)!)!;
        var document = FrontMatter.Read(file, type, Path.GetFileName(file).Split('.')[0], File.ReadAllText(Path.Combine(Program, file))).Document!;
        var shown = ItemForm.Of(type, document.Slug, document.Values, document.PublishAt, document.ExpireAt);
        var (draft, mistakes) = ItemForm.FromJson(type, shown.ToJson()).ToDraft();
        Assert.Empty(mistakes);
        Assert.True(JsonNode.DeepEquals(document.Values, draft.Values), $"{document.Values.ToJsonString()}\n{draft.Values.ToJsonString()}");
        Assert.Equal(document.Slug, draft.Slug);
    }

    [Theory]
    [InlineData("2026-04-01", "2026-04-01")]
    [InlineData("２０２６／４／１", "2026-04-01")]
    [InlineData("2026年4月1日（水曜日）", "2026-04-01")]
    [InlineData("令和8年4月1日", "2026-04-01")]
    [InlineData("R8.4.1", "2026-04-01")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("2026/2/29", null)]
    [InlineData("4月1日", null)]
    public void Dates_are_read_as_typed(string typed, string? expected) =>
        Assert.Equal(expected, JapaneseInput.Date(typed) is { } date ? JapaneseTime.Format(date) : null);

    [Theory]
    [InlineData("9:00", "09:00")]
    [InlineData("１７：１５", "17:15")]
    [InlineData("午後5時15分", "17:15")]
    [InlineData("午後1時半", "13:30")]
    [InlineData("正午", "12:00")]
    [InlineData("午前0時", "00:00")]
    [InlineData("午前12時", null)]
    [InlineData("午後12時30分", null)]
    [InlineData("午前15時", null)]
    [InlineData("午後13時", null)]
    [InlineData("24:00", "24:00")]
    [InlineData("24時", "24:00")]
    [InlineData("24:01", null)]
    [InlineData("9:60", null)]
    [InlineData("朝", null)]
    public void Times_are_read_as_typed(string typed, string? expected) =>
        Assert.Equal(expected, JapaneseInput.Time(typed) is { } time ? $"{(int)time.TotalHours:00}:{time.Minutes:00}" : null);

    [Theory]
    [InlineData("24時", "2026-04-02T00:00:00+09:00")]
    [InlineData("午後11時59分", "2026-04-01T23:59:00+09:00")]
    public void The_end_of_a_day_is_the_beginning_of_the_next(string typed, string expected) =>
        Assert.Equal(expected, JapaneseTime.Format(At(typed).Draft.PublishAt!.Value));

    [Theory]
    [InlineData("午前12時")]
    [InlineData("午後１２時")]
    public void Twelve_of_a_half_day_is_asked_about(string typed)
    {
        var (draft, mistakes) = At(typed);
        Assert.Null(draft.PublishAt);
        Assert.Contains("昼にも夜にも読めます", Assert.Single(mistakes).Message, StringComparison.Ordinal);
    }

    static (Draft Draft, IReadOnlyList<Mistake> Mistakes) At(string time) => ItemForm.Read(ContentType.Of<Content.Types.Article>(),
        [KeyValuePair.Create("publishAt.date", new StringValues("2026年4月1日")), KeyValuePair.Create("publishAt.time", new StringValues(time))]).ToDraft();

    [Fact]
    public void A_picture_that_tells_nothing_is_called_decorative() =>
        Assert.Equal("line.svg（装飾の画像）", ValueText.Of(ContentType.Of<Content.Types.Article>().Field("image")!,
            new JsonObject { ["file"] = "line.svg", ["decorative"] = true }, new ProgramSettings { Name = "", Description = "", Url = "", Organisation = "", Prefecture = "" }));

    [Fact]
    public void A_changed_line_shows_what_changed_in_it()
    {
        var lines = LineDifference.Between("一\n会場は市民会館です。\n三", "一\n会場は交流センターです。\n三\n四");
        Assert.Equal(
            [
                new(LineChange.Same, "一", "", ""), new(LineChange.Removed, "会場は", "市民会館", "です。"), new(LineChange.Added, "会場は", "交流センター", "です。"),
                new(LineChange.Same, "三", "", ""), new ComparedLine(LineChange.Added, "", "四", ""),
            ], lines);
    }

    static string Program { get; } = Path.Combine(Root(AppContext.BaseDirectory), "content", "programs", "tochigi-platform");

    static string Root(string directory) => File.Exists(Path.Combine(directory, "Kakehashi.slnx")) ? directory : Root(Path.GetDirectoryName(directory)!);
}
