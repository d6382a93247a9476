using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;

namespace Kakehashi.Cms.Tests.Accessibility;

public sealed class MachineEvidenceTests
{
    [Fact]
    public void A_file_of_the_collector_is_read_without_what_people_add()
    {
        var written = MachineFile.Of() with { EndedOn = MachineFile.Day, Testers = ["だれか"], Plans = [new Plan("1.1.1", "直します。", MachineFile.Day)] };
        var (test, problem) = MachineEvidence.Read(written.Write());
        Assert.Null(problem);
        Assert.Equal((null, 0, 0), (test!.EndedOn, test.Testers.Count, test.Plans.Count));
        Assert.Equal(MachineFile.Of().Assertions.Count, test.Assertions.Count);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "", "試験の記録として読み取れません" },
        { "null", "試験の記録として読み取れません" },
        { "[1]", "試験の記録として読み取れません" },
        { "{\"fiscalYear\":2026}", "試験の記録として読み取れません" },
        { new string('[', 100_000), "試験の記録として読み取れません" },
        { Changed("\"fiscalYear\": 2026", "\"fiscalYear\": 20260"), "年度が正しくありません" },
        { Changed("https://dx.example/", "javascript:alert(1)"), "サイトのアドレスが正しくありません" },
        { Changed("https://dx.example/", "dx"), "サイトのアドレスが正しくありません" },
        { Changed("\"assertions\": [", "\"assertions\": [null,"), "試験の記録として読み取れません" },
        { Changed("\"tools\": [", "\"tools\": [null,"), "値のない項目" },
        { Changed("\"/articles/a/\"", "\"//elsewhere.example/\""), "アドレス「//elsewhere.example/」が正しくありません" },
        { Changed("\"criterion\": \"1.1.1\"", "\"criterion\": \"9.9.9\""), "達成基準「9.9.9」がありません" },
        { Changed("\"criterion\": \"1.1.1\"", "\"criterion\": \"a\""), "達成基準「a」がありません" },
        { Changed("\"mode\": \"automatic\"", "\"mode\": \"manual\""), "人の判定が入っているファイル" },
        { Changed("\"outcome\": \"passed\"", "\"outcome\": \"untested\""), "「未試験」という結果" },
        { Changed("見本の検査器", new string('長', 5_000)), "長すぎる文" },
        { MachineFile.Of(also: MachineFile.Said("/", "1.1.1", Outcome.Failed) with { Page = "/not-in-the-sample/" }).Write(), "試験するページにない「/not-in-the-sample/」" },
        { (MachineFile.Of() with { Sample = new PageSample("s", [], []) }).Write(), "試験するページは1から" },
        { (MachineFile.Of() with { Tools = [] }).Write(), "検査に使った道具が書かれていません" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void Anything_else_is_refused_with_what_to_do(string json, string expected)
    {
        var (test, problem) = MachineEvidence.Read(json);
        Assert.Null(test);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.EndsWith("ください。", problem, StringComparison.Ordinal);
    }

    static string Changed(string from, string to)
    {
        var json = MachineFile.Of().Write();
        Assert.Contains(from, json, StringComparison.Ordinal);
        return json.Replace(from, to, StringComparison.Ordinal);
    }
}
