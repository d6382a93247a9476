namespace Kakehashi.Accessibility.Rules.Images;

/// <summary>What is embedded as an object has a name.</summary>
public sealed class ObjectAlternative() : PageRule("object-alternative", Criteria.NonTextContent, Weight.Error, MiChecker.Problem,
    "埋め込んだもの（object、embed、canvas）に代わりの内容がありません。中に説明の文を書くか、aria-label で内容を書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>会場</p>\n<object data=\"/map.svg\"></object>", line: 2),
        Example.Bad("<embed src=\"/map.svg\">"),
        Example.Bad("<canvas width=\"300\" height=\"200\"></canvas>"),
        Example.Good("<object data=\"/map.svg\">会場は県庁の1階です。</object><embed src=\"/map.svg\" title=\"会場の地図\"><canvas aria-label=\"会員の推移\"></canvas>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("object").Concat(page.Elements("embed")).Concat(page.Elements("canvas"))
            .Where(embedded => page.NameOf(embedded).Length == 0 && embedded.GetAttribute("role") is not ("presentation" or "none")).Select(Fault.At);
}
