using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Images;

/// <summary>A map comes with the way in words.</summary>
public sealed partial class MapDirections() : PageRule("map-directions", Criteria.NonTextContent, Weight.Warning, MiChecker.LikelyProblem,
    "地図だけで場所を示しています。住所と、駅やバス停からの道順を文で書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2>会場</h2>\n<iframe title=\"会場の地図\" src=\"https://map.example/1\"></iframe>", line: 2),
        Example.Good("<h2>会場</h2><p>見本市本町1番地（見本駅から徒歩5分）</p><iframe title=\"会場の地図\" src=\"https://map.example/1\"></iframe>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("iframe").Where(frame => IsMap(page.NameOf(frame), frame)).ToList() is { Count: > 0 } maps && !Way().IsMatch(page.Main.TextContent) ? maps.Select(Fault.At) : [];

    private static bool IsMap(string name, IElement frame) =>
        name.Contains("地図", StringComparison.Ordinal) || name.Contains("マップ", StringComparison.Ordinal) || frame.GetAttribute("src")?.Contains("/maps/", StringComparison.Ordinal) == true;

    [GeneratedRegex("徒歩|所在地|住所|番地|丁目|〒|駅|バス停|[0-9]分")]
    private static partial Regex Way();
}
