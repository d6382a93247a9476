namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Elements are those of today's HTML.</summary>
public sealed class ObsoleteElement() : PageRule("obsolete-element", Criteria.Parsing, Weight.Warning, MiChecker.Problem,
    "今のHTMLにない要素（font、center など）があります。要素を消し、見た目はスタイルで決めてください。")
{
    private static readonly string[] Obsolete = ["font", "center", "big", "strike", "tt", "basefont", "acronym", "applet", "dir", "frameset", "noframes", "frame", "nobr", "xmp", "bgsound", "plaintext"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p><font size=\"5\">大切なお知らせ</font></p>", line: 2),
        Example.Bad("<center>見本県</center>"),
        Example.Good("<p><strong>大切な</strong>お知らせです。</p><p><small>注記です。</small></p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => Obsolete.SelectMany(page.Elements).Select(Fault.At);
}
