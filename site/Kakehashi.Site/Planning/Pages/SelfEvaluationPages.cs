using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;
using Kakehashi.Site.Outputs;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>取組確認・評価表 of every fiscal year that published one, with its file.</summary>
static class SelfEvaluationPages
{
    /// <summary>Where the newest one stands; others stand below it under their year.</summary>
    const string Root = "/accessibility/self-evaluation/";

    /// <param name="neighbours">Policy and results, to link to.</param>
    public static IEnumerable<PageModel> Plan(PublicSite site, IReadOnlyList<Link> neighbours) =>
        site.Evaluations.Reverse().Select(evaluation => Page(site, evaluation, neighbours));

    /// <summary>Links to the pages, newest first.</summary>
    public static IReadOnlyList<Link> Links(PublicSite site) =>
        [.. site.Evaluations.Reverse().Select(evaluation => new Link(TitleOf(evaluation), AddressOf(site, evaluation)))];

    public static IEnumerable<(string File, ReadOnlyMemory<byte> Bytes)> Files(PublicSite site) =>
        site.Evaluations.Select(evaluation => (Address.File(TableOf(site, evaluation)), EvaluationTable.Write(evaluation)));

    static SelfEvaluationPage Page(PublicSite site, SelfEvaluation evaluation, IReadOnlyList<Link> neighbours)
    {
        var page = new SelfEvaluationPage
        {
            Shell = site.Shell,
            Address = AddressOf(site, evaluation),
            Title = TitleOf(evaluation),
            Description = $"{site.Program.Name}が、{Cards.FiscalYear(evaluation.FiscalYear)}のウェブアクセシビリティの取組を確かめ、点にしたものです。",
            Breadcrumb = [new(AccessibilityPages.PolicyTitle, AccessibilityPages.Policy)],
            Contact = AccessibilityPages.Contact(site),
            Year = Cards.FiscalYear(evaluation.FiscalYear),
            StatedOn = evaluation.StatedOn!.Value,
            Points = evaluation.Points,
            Full = EvaluationItem.Full,
            Sections = [.. EvaluationItem.All.GroupBy(item => item.Section).Select(items => Section(evaluation, items))],
            Downloads = [new("取組確認・評価表", TableOf(site, evaluation), "CSV形式", EvaluationTable.Write(evaluation).Length)],
            Others = [.. neighbours, .. Links(site).Where(link => link.Href != AddressOf(site, evaluation))],
        };
        return page with { StructuredData = [StructuredData.Breadcrumb(site.Program, page.Breadcrumb, page)] };
    }

    static EvaluationSection Section(SelfEvaluation evaluation, IGrouping<string, EvaluationItem> items)
    {
        var rows = items.Select(item => Row(item, evaluation.AnswerTo(item)!)).ToList();
        return new(items.Key, rows.Sum(row => row.Points), rows.Count * EvaluationItem.Most, rows);
    }

    static EvaluationItemRow Row(EvaluationItem item, ItemAnswer answer) => new(
        item.Label, item.Question, answer.Attainment.Label(), answer.Attainment switch { Attainment.Done => Tone.Done, Attainment.Partly => Tone.Neutral, _ => Tone.Soon },
        answer.Points, answer.Evidence, answer.By);

    static string TitleOf(SelfEvaluation evaluation) => $"ウェブアクセシビリティの取組確認・評価表（{Cards.FiscalYear(evaluation.FiscalYear)}）";

    static string TableOf(PublicSite site, SelfEvaluation evaluation) => AddressOf(site, evaluation) + "self-evaluation.csv";

    static string AddressOf(PublicSite site, SelfEvaluation evaluation) =>
        evaluation == site.Evaluations[^1] ? Root : $"{Root}{Planning.Address.Year(evaluation.FiscalYear)}/";
}
