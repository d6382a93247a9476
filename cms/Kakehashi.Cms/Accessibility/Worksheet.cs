using Kakehashi.Accessibility;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Cms.Accessibility;

/// <summary>判定票: what people still have to judge of a test, one sheet for each page of the sample and one for the whole site.</summary>
/// <param name="Sheets">The whole site first where anything is judged once, then the pages in the order of the sample.</param>
public sealed record Worksheet(IReadOnlyList<Sheet> Sheets)
{
    /// <summary>Sheets on which everything is judged.</summary>
    public int Done => Sheets.Count(sheet => sheet.Left == 0);

    public static Worksheet Of(OpenTest open)
    {
        var machine = open.Machine.Assertions.ToLookup(assertion => assertion.Page ?? "", StringComparer.Ordinal);
        var reasons = open.Machine.Sample.Representative.DistinctBy(page => page.Page).ToDictionary(page => page.Page, page => page.Reason, StringComparer.Ordinal);
        var steps = open.Machine.Sample.Steps.DistinctBy(step => step.Step.Page).ToDictionary(step => step.Step.Page, StringComparer.Ordinal);
        var sheets = open.Machine.Sample.Pages.Select(page => SheetOf(page, RowsOf(open, page, machine[page], [])))
            .Prepend(new Sheet(null, "ページごとではなく、サイトの全体で1回だけ確かめます。", RowsOf(open, null, machine[""], Nowhere(open.Machine))));
        Sheet SheetOf(string page, List<Row> rows) => steps.TryGetValue(page, out var step)
            ? new Sheet(page, $"一連の手順「{step.Process.Name}」の{step.Number}番目。{step.Step.Way}", rows, step.Step.Label)
            : new Sheet(page, $"{reasons.GetValueOrDefault(page, "無作為に選んだページ")}。", rows);
        return new Worksheet([.. sheets.Where(sheet => sheet.Rows.Count > 0)]);
    }

    /// <summary>The sheet after one; null after the last.</summary>
    public Sheet? After(Sheet sheet) => Sheets.SkipWhile(other => other != sheet).Skip(1).FirstOrDefault();

    /// <summary>The sheet of a page; null where there is none.</summary>
    /// <param name="page">Null = the whole site.</param>
    public Sheet? Find(string? page) => Sheets.FirstOrDefault(sheet => sheet.Page == page);

    static List<Row> RowsOf(OpenTest open, string? page, IEnumerable<Assertion> machine, HashSet<string> nothingToJudge)
    {
        var said = machine.ToLookup(assertion => assertion.Criterion);
        return
        [
            .. StatedEditions.Criteria.Select(criterion => new Row(criterion, [.. said[criterion.Number]], open.HistoryOf(page, criterion.Number)))
                .Where(row => row.Mode == TestMode.SemiAutomatic || row.Criterion.Person is not null && row.Criterion.Once == (page is null) && !row.IsInapplicable && !nothingToJudge.Contains(row.Criterion.Number)),
        ];
    }

    // Criteria about something that no page of the sample has.
    static HashSet<string> Nowhere(ConformanceTest machine)
    {
        var pages = machine.Sample.Pages.Count();
        return
        [
            .. machine.Assertions.Where(assertion => assertion is { Page: not null, Outcome: Outcome.Inapplicable }).GroupBy(assertion => assertion.Criterion)
                .Where(same => same.Select(assertion => assertion.Page).Distinct().Count() == pages).Select(same => same.Key),
        ];
    }
}

/// <summary>What is to be judged on one page.</summary>
/// <param name="Page">Root-relative address; null = the whole site.</param>
/// <param name="Reason">Japanese: why it is in the sample.</param>
/// <param name="Rows">By number; never empty.</param>
/// <param name="Step">Which step of a process the page is; null = it is none.</param>
public sealed record Sheet(string? Page, string Reason, IReadOnlyList<Row> Rows, string? Step = null)
{
    /// <summary>Criteria that nobody judged yet.</summary>
    public int Left => Rows.Count(row => !row.IsJudged);

    /// <summary>What it is about.</summary>
    /// <param name="titles">Titles of public pages by address.</param>
    public string Name(IReadOnlyDictionary<string, string> titles) => Page is null ? "サイト全体"
        : PageSample.AddressOf(Page) is var address && Step is null ? titles.GetValueOrDefault(address, address) : $"{titles.GetValueOrDefault(address, address)}：{Step}";

    /// <summary>Address of the sheet's screen.</summary>
    public string Href(int fiscalYear) => Page is null ? $"/accessibility/{fiscalYear}/sheet" : $"/accessibility/{fiscalYear}/sheet?page={Uri.EscapeDataString(Page)}";
}

/// <summary>One criterion on one page.</summary>
/// <param name="Machine">What machines found here; may be empty.</param>
/// <param name="History">What people judged here, newest first.</param>
public sealed record Row(SuccessCriterion Criterion, IReadOnlyList<Assertion> Machine, IReadOnlyList<Judgement> History)
{
    /// <summary>AF where a machine found a failure: a person judges that very finding. Otherwise HC.</summary>
    public TestMode Mode => Machine.Any(assertion => assertion.Outcome == Outcome.Failed) ? TestMode.SemiAutomatic : TestMode.Manual;

    /// <summary>What counts now; null = not judged, or before the machine found the failure.</summary>
    public Judgement? Judged => History is [var newest, ..] && (Mode == TestMode.Manual || newest.Mode == TestMode.SemiAutomatic) ? newest : null;

    public bool IsJudged => Judged is not null;

    /// <summary>Machines say that there is nothing to judge here.</summary>
    public bool IsInapplicable => Machine.Count > 0 && Machine.All(assertion => assertion.Outcome == Outcome.Inapplicable);
}
