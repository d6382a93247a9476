using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Going down, headings leave no level out.</summary>
public sealed class HeadingOrder() : PageRule("heading-order", Criteria.InfoAndRelationships, Weight.Error, MiChecker.Problem,
    "見出しのレベルが飛んでいます。前の見出しより深くするときは、1つ下のレベルにしてください（h2の次はh3）。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2>募集</h2>\n<h4>対象</h4>", line: 2),
        Example.Bad("<h3>大見出しのすぐ下</h3>"),
        Example.Good("<h2>募集</h2><h3>対象</h3><h4>県内</h4><h2>問い合わせ</h2><h3>窓口</h3>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Headings.Zip(page.Headings.Skip(1)).Where(pair => Level(pair.Second) > Level(pair.First) + 1).Select(pair => Fault.At(pair.Second));

    private static int Level(IElement heading) => heading.LocalName[1] - '0';
}
