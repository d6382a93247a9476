using Kakehashi.Content.Folder;

namespace Kakehashi.Content.Tests.Folder;

public sealed class ProgramFileTests
{
    const string Whole = "name: 見本\ndescription: 説明\nurl: https://dx.example/\norganisation: 事務局\nprefecture: 見本県\n";

    static List<string> Problems(string text) => [.. ProgramFile.Read("program.yaml", text).Problems.Select(problem => problem.ToString())];

    [Fact]
    public void The_least_settings_are_enough() => Assert.Equal("見本", ProgramFile.Read("program.yaml", Whole.Replace("\n", "\r\n", StringComparison.Ordinal)).Settings!.Name);

    [Fact]
    public void What_is_missing_is_told() => Assert.Contains("「prefecture」がありません", Assert.Single(Problems(Whole.Replace("prefecture: 見本県\n", "", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Theory]
    [InlineData("colour: blue\n", 6, "「colour」という設定はありません")]
    [InlineData("categories:\n  - { slug: News, name: a }\n", 7, "slug「News」")]
    [InlineData("categories:\n  - { slug: a, name: a }\n  - { slug: a, name: b }\n", 8, "「a」が2度")]
    [InlineData("navigation:\n  - { label: a, href: issues }\n", 7, "「issues」")]
    [InlineData("navigation:\n  - { label: a, href: 'javascript:x' }\n", 7, "「javascript:x」")]
    [InlineData("articlesPerMonth: many\n", 6, "「articlesPerMonth」")]
    [InlineData("notice: { title: a }\n", 6, "「notice」")]
    [InlineData("accessibility:\n  lead: JISに準拠します。\n", 7, "「準拠」とは書けません")]
    [InlineData("accessibility:\n  deadlines: [{ until: 2027-03-31, what: 見直し }, { until: 2027-02-28, what: 試験 }]\n", 7, "日付の早い順")]
    [InlineData("accessibility:\n  deadlines: [{ until: 3月末, what: 見直し }]\n", 7, "「accessibility」の書き方が違います")]
    [InlineData("accessibility:\n  added: [{ what: 本文は7対1以上, criterion: コントラスト }]\n", 7, "1.4.6 のように")]
    [InlineData("accessibility:\n  exclusions: [{ what: 資料, reason: '', alternative: 要点 }]\n", 7, "空の項目")]
    [InlineData("accessibility:\n  section: 広報窓口\n", 7, "section「広報窓口」")]
    [InlineData("accessibility:\n  target: AAA\n", 7, "「accessibility」の書き方が違います")]
    [InlineData("name: 二つ目\n", 6, "重なり")]
    public void Each_mistake_is_told_with_its_line(string added, int line, string expected)
    {
        var problem = Assert.Single(Problems(Whole + added));
        Assert.StartsWith($"program.yaml:{line} ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://dx.example/")]
    [InlineData("https://dx.example")]
    [InlineData("https://dx.example/site/")]
    public void The_address_is_https_and_ends_with_a_slash(string url) => Assert.Single(Problems(Whole.Replace("https://dx.example/", url, StringComparison.Ordinal)));

    [Fact]
    public void Mistakes_in_several_settings_are_told_together() =>
        Assert.Equal(["program.yaml:6", "program.yaml:7"], Problems(Whole + "articlesPerMonth: x\nworkflow: { chek: true }\n").Select(problem => problem.Split(' ')[0]));
}
