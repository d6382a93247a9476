using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Themes.Tests;

/// <summary>Computes contrast from the sheet as it is published, for every colour family in both schemes (JIS X 8341-3:2016 1.4.3, WCAG 2.2 1.4.6 and 1.4.11).</summary>
public partial class ContrastTests
{
    static readonly string Sheet = Encoding.UTF8.GetString(Theme.Assets.Single(asset => asset.Address == Theme.Stylesheet).Bytes.Span);

    static readonly (string Text, string Ground)[] Texts =
    [
        ("text", "surface"), ("text", "surface-sunken"), ("text", "tint"), ("text", "notice"), ("text-soft", "surface"), ("text-soft", "tint"), ("text-soft", "surface-sunken"),
        ("link", "surface"), ("link", "surface-sunken"), ("link", "tint"), ("visited", "surface"), ("visited", "surface-sunken"), ("visited", "tint"),
        ("brand", "surface"), ("brand", "tint"), ("on-brand", "brand"), ("on-brand", "brand-hover"), ("on-way", "way"), ("on-deep", "deep"), ("on-notice-mark", "notice-mark"),
        ("on-open", "open"), ("on-soon", "soon"), ("on-closed", "closed"), ("on-done", "done"), ("focus-text", "focus-ground"), ("error", "surface"), ("on-open", "surface"),
    ];

    static readonly (string Line, string Ground)[] Lines =
    [
        ("border", "surface"), ("border", "surface-sunken"), ("border", "tint"), ("brand", "surface"), ("brand", "tint"), ("brand-line", "surface"), ("brand-line", "tint"), ("notice-mark", "notice"),
        ("open-line", "surface"), ("soon-line", "surface"), ("closed-line", "surface"), ("done-line", "surface"),
        ("open-line", "tint"), ("soon-line", "tint"), ("closed-line", "tint"), ("done-line", "tint"),
        ("focus", "surface"), ("focus", "tint"), ("focus", "surface-sunken"),
    ];

    public static TheoryData<string, bool> Looks => new(
        from family in Families() from dark in new[] { false, true } select new TheoryDataRow<string, bool>(family, dark));

    [Fact]
    public void Programmes_choose_between_at_least_three_families() => Assert.True(Families().Count() >= 3);

    [Theory, MemberData(nameof(Looks))]
    public void Text_stands_out_by_seven_to_one(string family, bool dark) =>
        Assert.DoesNotContain(Texts.Select(pair => Measured(pair, family, dark)), pair => pair.Ratio < 7);

    [Theory, MemberData(nameof(Looks))]
    public void Borders_and_marks_stand_out_by_three_to_one(string family, bool dark) =>
        Assert.DoesNotContain(Lines.Select(pair => Measured(pair, family, dark)), pair => pair.Ratio < 3);

    [Fact]
    public void Black_on_white_is_twenty_one_to_one() => Assert.Equal(21, Ratio("#000000", "#ffffff"), 3);

    [Fact]
    public void Styles_name_colours_by_token_only()
    {
        var rules = Sheet[Sheet.IndexOf("*,\n", StringComparison.Ordinal)..Sheet.IndexOf("@media print", StringComparison.Ordinal)];
        Assert.Empty(Colour().Matches(rules).Select(match => match.Value));
    }

    static (string Front, string Ground, double Ratio) Measured((string Front, string Ground) pair, string family, bool dark)
    {
        var values = Values(family, dark);
        return (pair.Front, pair.Ground, Ratio(Resolve(values, pair.Front), Resolve(values, pair.Ground)));
    }

    static IEnumerable<string> Families() => Family().Matches(Sheet).Select(match => match.Groups[1].Value).Distinct();

    static Dictionary<string, string> Values(string family, bool dark)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var schemeAt = Sheet.IndexOf("@media screen and (prefers-color-scheme: dark)", StringComparison.Ordinal);
        foreach (Match rule in Rule().Matches(Sheet))
        {
            var selector = rule.Groups[1].Value;
            if (!selector.Contains(":root", StringComparison.Ordinal) && !selector.Contains("html", StringComparison.Ordinal) && !selector.Contains($"\"{family}\"", StringComparison.Ordinal)) continue;
            if (rule.Index > schemeAt && !(dark && rule.Index < Sheet.IndexOf("*,\n", StringComparison.Ordinal))) continue;
            foreach (Match value in Declaration().Matches(rule.Groups[2].Value)) values[value.Groups[1].Value] = value.Groups[2].Value;
        }
        return values;
    }

    static string Resolve(Dictionary<string, string> values, string name)
    {
        var value = values["--" + name];
        return value.StartsWith("var(--", StringComparison.Ordinal) ? Resolve(values, value[6..^1]) : value;
    }

    static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    [GeneratedRegex(@"\[data-colour=""([a-z]+)""\]")]
    private static partial Regex Family();

    [GeneratedRegex(@"([^{}]+)\{([^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(--[a-z0-9-]+):\s*([^;]+);")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(")]
    private static partial Regex Colour();
}
