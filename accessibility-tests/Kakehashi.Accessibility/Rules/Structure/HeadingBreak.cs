using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>A heading is one line of text; where it wraps is up to the screen.</summary>
public sealed class HeadingBreak() : PageRule("heading-break", Criteria.InfoAndRelationships, Weight.Warning, MiChecker.NeedsJudgement,
    "見出しの中で改行しています。読み上げや目次で言葉が切れるので、改行（br）を消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<h2>令和8年度<br>募集の概要</h2>", line: 2),
        Example.Good("<h2>令和8年度募集の概要</h2><p>県庁<br>見本町1番地</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("br").Select(line => line.Closest("h1, h2, h3, h4, h5, h6")).OfType<IElement>().Distinct().Select(Fault.At);
}
