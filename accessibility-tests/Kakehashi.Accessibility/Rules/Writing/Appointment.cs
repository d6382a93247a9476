using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Whether a date in a text is a day that readers must keep: of an event or a deadline that lies ahead.</summary>
internal static partial class Appointment
{
    private const int Reach = 16;

    /// <summary>Whether it stands in running text: titles may be short, and links are titles of other pages.</summary>
    public static bool IsInText(Page page, int index) => page.ProseAt(index).ParentElement!.Closest("a, nav, h1, h2, h3, h4, h5, h6") is null;

    /// <param name="start">Of the date in the text.</param>
    /// <param name="end">Behind it, with the time where there is one.</param>
    public static bool IsAt(string text, int start, int end) =>
        !Told().IsMatch(text, end)
        && (Label().IsMatch(text[Math.Max(0, start - Reach)..start]) || Time().IsMatch(text[start..end]) || Done().IsMatch(text, end));

    [GeneratedRegex(@"(?:日時|期日|締め?切り?日?|期限|面接日|試験日|(?:受付|申し?込み?|募集|応募)(?:期間)?)[はのが、：:\s]{1,3}$")]
    private static partial Regex Label();

    [GeneratedRegex("[0-9]時|正午|半$")]
    private static partial Regex Time();

    [GeneratedRegex(@"\G(?:に(?:開きます|開催します|行います|実施します|始めます)|まで[^。]{0,12}(?:受け付けま|受け付けています|募集しま|募集しています|申し?込))")]
    private static partial Regex Done();

    [GeneratedRegex(@"\G[^。\n]{0,40}(?:でした|ました)")]
    private static partial Regex Told();
}
