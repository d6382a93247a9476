using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Cms.Tests.Submissions;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests.Surveys;

public sealed class SurveyScreensTests(StaffHost host) : IClassFixture<StaffHost>
{
    static readonly Question[] Questions =
    [
        new("useful", "役に立ちましたか", QuestionKind.Choice) { Choices = [new("yes", "はい"), new("no", "いいえ")] },
        new("topics", "聞きたいこと", QuestionKind.Choices) { Choices = [new("ai", "AI"), new("map", "地図"), new("none", "なし")] },
        new("people", "何人で使いますか", QuestionKind.Number),
        new("said", "ご意見", QuestionKind.LongText),
    ];

    Task<Cms.Submissions.SubmissionRecord> AnswerAsync(JsonObject answers, string? kept = null) => Sent.AddAsync(host, SurveyAnswer.For(Sent.Program, "満足度の調査", true, Questions), answers, "satisfaction", SubmissionState.Closed,
        also: record => (record.Content, record.Kept) = (kept is null ? record.Content : null, kept));

    [Fact]
    public async Task Results_are_counted_told_in_words_and_saved()
    {
        await AnswerAsync(new JsonObject { ["useful"] = "yes", ["topics"] = new JsonArray("ai", "map"), ["people"] = 3, ["said"] = Sent.Hostile });
        await AnswerAsync(new JsonObject { ["useful"] = "yes", ["topics"] = new JsonArray("ai"), ["people"] = 10 });
        await AnswerAsync([], """{ "useful": "no", "people": 2 }""");
        await AnswerAsync(new JsonObject { ["useful"] = "formerly" });
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/survey-results");
        Assert.Contains("4件", office.Page.QuerySelector("tbody td")!.TextContent, StringComparison.Ordinal);
        await office.GoAsync("/survey-results/satisfaction");
        string Section(int number) => office.Page.QuerySelector($"section[aria-labelledby=q-{number}]")!.TextContent;
        Assert.Contains("最も多いのは「はい」の2人（50.0％）です。", Section(1), StringComparison.Ordinal);
        Assert.Contains("formerly", Section(1), StringComparison.Ordinal);
        Assert.Contains("回答した方2人", Section(2), StringComparison.Ordinal);
        Assert.Equal(["AI 2人 100.0％", "地図 1人 50.0％", "なし 0人 0.0％"], office.Page.QuerySelectorAll("section[aria-labelledby=q-2] tbody tr")
            .Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.Contains("平均5.0、中央の値3.0、最も小さい値2、最も大きい値10です。", Section(3), StringComparison.Ordinal);
        Assert.Equal(Sent.Hostile, office.Page.QuerySelector("section[aria-labelledby=q-4] .texts li")!.TextContent);
        Assert.All(office.Page.QuerySelectorAll("svg.bar-chart"), chart => Assert.Equal("true", chart.GetAttribute("aria-hidden")));
        Assert.Single(await host.Get<Cms.Personal.ViewLog>().OfAsync("survey:satisfaction", TestContext.Current.CancellationToken));
        using var answer = await office.GetAsync("/survey-results/satisfaction/csv");
        Assert.Contains("受付番号,状態,届いた日時,役に立ちましたか,聞きたいこと,何人で使いますか,ご意見", Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }
}
