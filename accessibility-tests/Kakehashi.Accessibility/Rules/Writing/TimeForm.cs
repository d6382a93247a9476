using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Times are told as people say them.</summary>
public sealed partial class TimeForm() : ProseRule("time-form", null, Weight.Advice, MiChecker.NeedsJudgement,
    "時刻が記号で書かれています。「午後1時30分」のように書くと、読み上げでも間違えません。"), IMendText
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create(":：");

    protected override Regex Pattern => Time();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n13:30に始めます。</p>", line: 2),
        Example.Good("<p>午後1時30分に始めます。比は3:2です。電話：028-000-0000</p>"),
    ];

    // 「午後1:30」says already which half of the day it is.
    public string Mend(string text) => Replace(text, (match, whole) =>
    {
        var (hour, minute) = (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.ValueSpan[^2..], CultureInfo.InvariantCulture));
        if (hour == 24 && minute > 0) return match.Value;
        var isTold = match.Index >= 2 && whole.AsSpan(match.Index - 2, 2) is "午前" or "午後";
        var half = isTold ? "" : hour < 12 ? "午前" : "午後";
        return string.Create(CultureInfo.InvariantCulture, $"{half}{(isTold || hour < 12 ? hour : hour - 12)}時{(minute > 0 ? $"{minute}分" : "")}");
    });

    [GeneratedRegex(@"(?<![0-9:：])([01]?[0-9]|2[0-4])[:：][0-5][0-9](?![0-9:：])")]
    private static partial Regex Time();
}
