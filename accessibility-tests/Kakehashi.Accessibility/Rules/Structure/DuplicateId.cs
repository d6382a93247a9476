namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>An id names one element.</summary>
public sealed class DuplicateId() : PageRule("duplicate-id", Criteria.Parsing, Weight.Error, MiChecker.Problem,
    "同じid が2つ以上あります。ページの中で重ならない値にしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2 id=\"flow\">流れ</h2>\n<h2 id=\"flow\">手順</h2>", line: 2),
        Example.Bad("<p>前文</p><p>本文</p>\n<section id=\"main\"><p>本文</p></section>", line: 2),
        Example.Good("<h2 id=\"flow\">流れ</h2><h2 id=\"flow-2\">手順</h2>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Ids.Values.Where(bearers => bearers.Count > 1).SelectMany(bearers => bearers.Skip(1)).Select(Fault.At);
}
