using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Years of the Japanese and the common era that stand side by side are the same year.</summary>
public sealed partial class EraMismatch() : ProseRule("era-mismatch", null, Weight.Warning, MiChecker.Problem,
    "和暦と西暦が合わないか、ない年です。令和8年は2026年、平成31年は2019年のように、年を確かめて直してください。")
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("治正和成");

    protected override Regex Pattern => Years();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n令和8年（2025年）に始めます。</p>", line: 2),
        Example.Bad("<p>平成32年に始めました。</p>"),
        Example.Bad("<p>2019年（令和2年）に始めました。</p>"),
        Example.Good("<p>令和8年（2026年）、2019年（令和元年）、平成31年（2019年）、令和8年度（2026年度）</p>"),
    ];

    protected override bool IsFault(Match match)
    {
        var (era, year) = (match.Groups["era"].Value, match.Groups["year"].Value);
        var common = match.Groups["after"].Success ? match.Groups["after"].Value : match.Groups["before"].Value;
        return !EraYear.Exists(era, year) || (common.Length > 0 && EraYear.Parse(era, year) != int.Parse(common, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("(?:(?<before>[0-9]{4})年度?[（(])?(?<era>明治|大正|昭和|平成|令和)(?<year>[0-9]{1,2}|元)年度?(?:[（(](?<after>[0-9]{4})年?度?[）)])?")]
    private static partial Regex Years();
}
