using System.Reflection;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Site.Planning;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Tests;

public sealed class PlanningTests
{
    static readonly DateTimeOffset Noon = SmallProgram.Now;

    [Fact]
    public void The_clock_knows_when_an_answer_will_change()
    {
        var clock = new SiteClock(Noon);
        Assert.Null(clock.NextChange);
        Assert.True(clock.HasPassed(Noon));
        Assert.Null(clock.NextChange);
        Assert.False(clock.HasPassed(Noon.AddDays(3)));
        Assert.Equal(Noon.AddDays(3), clock.NextChange);
        Assert.Equal(2, clock.DaysUntil(Noon.AddDays(2)));
        Assert.Equal(new DateTimeOffset(2026, 6, 16, 0, 0, 0, TimeSpan.FromHours(9)), clock.NextChange);
    }

    [Theory]
    [InlineData("AI")]
    [InlineData("ai")]
    [InlineData("防災")]
    [InlineData("../..")]
    [InlineData("C#")]
    public void A_keyword_has_an_ASCII_address_of_its_own(string keyword)
    {
        var step = Address.Tag(keyword);
        Assert.True(Slug.IsValid(step), step);
        Assert.Equal(step, Address.Tag(keyword));
        Assert.NotEqual(Address.Tag(keyword + "2"), step);
    }

    [Fact]
    public void Keywords_that_differ_only_in_case_never_meet() =>
        Assert.Equal(3, new[] { "AI", "ai", "Ai" }.Select(Address.Tag).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Theory]
    [InlineData("あさひ", "a")]
    [InlineData("がくえん", "ka")]
    [InlineData("パーク", "ha")]
    [InlineData("ヴァイオリン", "a")]
    [InlineData("ゃく", "ya")]
    [InlineData("んだ", "wa")]
    [InlineData("ABC", "other")]
    [InlineData("", "other")]
    public void A_reading_stands_in_its_row(string reading, string row) => Assert.Equal(row, Kana.Row(reading).Value);

    public static TheoryData<IssueStage, int?, int?, string, string?> Stages => new()
    {
        { IssueStage.Preparing, null, null, "募集前", null },
        { IssueStage.Preparing, 2, 10, "募集前", null },
        { IssueStage.Preparing, -2, 10, "提案募集中", "あと10日" },
        { IssueStage.Open, 2, 10, "募集前", null },
        { IssueStage.Open, null, 10, "提案募集中", "あと10日" },
        { IssueStage.Open, null, 0, "選定中（募集は終了しました）", null },
        { IssueStage.Open, null, null, "提案募集中", null },
        { IssueStage.Selecting, null, 10, "選定中", null },
        { IssueStage.Implemented, null, -10, "実装", null },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public void The_state_of_an_issue_follows_from_stage_and_clock(IssueStage stage, int? opens, int? deadline, string words, string? left)
    {
        var issue = new Issue { Stage = stage, OpensAt = opens is { } o ? Noon.AddDays(o) : null, Deadline = deadline is { } d ? Noon.AddDays(d) : null };
        var state = Statuses.Of(issue, new SiteClock(Noon));
        Assert.Equal((words, left), (state.Status.Text, state.DaysLeft));
    }

    [Fact]
    public void Every_value_of_an_item_counts_in_the_fingerprint_of_its_page()
    {
        var before = Fingerprint.Of(Page(new Article()));
        foreach (var property in typeof(Article).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var article = new Article();
            property.SetValue(article, Other(property.PropertyType));
            Assert.True(Fingerprint.Of(Page(article)) != before, property.Name);
        }
    }

    [Fact]
    public void Equal_models_have_equal_fingerprints_whatever_instances_they_are_made_of() =>
        Assert.Equal(Fingerprint.Of(Page(new Article { Title = "題名" })), Fingerprint.Of(Page(new Article { Title = "題名" })));

    static ArticlePage Page(Article article) => new()
    {
        Shell = new Shell(new ProgramSettings { Name = "名", Description = "文", Url = "https://dx.example/", Organisation = "局", Prefecture = "県" }, null, "/assets/site.css"),
        Address = "/articles/a/",
        Title = "題名",
        Description = "要約",
        Body = MarkdownText.Empty,
        Article = article,
        Category = new Link("", ""),
        Tags = [],
    };

    static object Other(Type type) => type switch
    {
        _ when type == typeof(string) => "別の値",
        _ when type == typeof(DateTimeOffset?) => Noon,
        _ when type == typeof(IReadOnlyList<string>) => new List<string> { "値" },
        _ when type == typeof(IReadOnlyList<Attachment>) => new List<Attachment> { new("a.pdf", "題") },
        _ when type == typeof(Picture) => new Picture("a.svg", "図"),
        _ => throw new NotSupportedException(type.ToString()),
    };
}
