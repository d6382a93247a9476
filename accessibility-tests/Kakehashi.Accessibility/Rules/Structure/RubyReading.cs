namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>A reading stands over its word, with parentheses where it cannot.</summary>
public sealed class RubyReading() : PageRule("ruby-reading", Criteria.InfoAndRelationships, Weight.Warning, MiChecker.Problem,
    "ふりがな（ruby）の組み立てが正しくありません。rubyの中に漢字と読み（rt）を1組ずつ置いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p><ruby>架橋市</ruby>の課題です。</p>", line: 2),
        Example.Bad("<p>架橋市<span><rt>かけはしし</rt></span></p>"),
        Example.Bad("<p><ruby>架橋市<rt></rt></ruby></p>"),
        Example.Good("<p><ruby>架橋市<rp>（</rp><rt>かけはしし</rt><rp>）</rp></ruby></p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("ruby").Where(ruby => ruby.QuerySelector("rt") is null)
            .Concat(page.Elements("rt").Where(reading => reading.Closest("ruby") is null || string.IsNullOrWhiteSpace(reading.TextContent)))
            .Select(Fault.At);
}
