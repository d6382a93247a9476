namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>One h1 names the page.</summary>
public sealed class MainHeading() : PageRule("main-heading", Criteria.InfoAndRelationships, Weight.Error, MiChecker.LikelyProblem,
    "大見出し（h1）は1ページに1つだけ置きます。ページの題名をh1にし、ほかの見出しはh2から始めてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文</p>\n<h1>もう一つの大見出し</h1>", line: 2),
        Example.Bad("<!doctype html>\n<html lang=\"ja\"><head><title>見本</title></head><body><main>\n<h2>見本</h2></main></body></html>", line: 2),
        Example.Good("<h2>現状</h2><p>本文です。</p><h2>課題</h2>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("h1") is { Count: > 0 } headings ? headings.Skip(1).Select(Fault.At) : [Fault.At(page.Document.DocumentElement)];
}
