namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Headings have words.</summary>
public sealed class EmptyHeading() : PageRule("empty-heading", Criteria.HeadingsAndLabels, Weight.Error, MiChecker.Problem,
    "文字のない見出しがあります。見出しの言葉を入れるか、見出しを消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2></h2>"),
        Example.Bad("<p>前文</p>\n<h2><span>　</span></h2>", line: 2),
        Example.Good("<h2>現状</h2><h2><img src=\"/media/flow.svg\" alt=\"解決までの流れ\"></h2>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Headings.Where(heading => page.NameOf(heading).Length == 0).Select(Fault.At);
}
