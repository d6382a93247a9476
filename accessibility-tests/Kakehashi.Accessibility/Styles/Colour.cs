using System.Globalization;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Styles;

/// <summary>An opaque colour of sRGB.</summary>
public readonly partial record struct Colour(byte Red, byte Green, byte Blue)
{
    private static readonly Dictionary<string, Colour> Names = new(StringComparer.Ordinal)
    {
        ["black"] = new(0, 0, 0), ["white"] = new(255, 255, 255), ["red"] = new(255, 0, 0), ["green"] = new(0, 128, 0), ["lime"] = new(0, 255, 0),
        ["blue"] = new(0, 0, 255), ["yellow"] = new(255, 255, 0), ["orange"] = new(255, 165, 0), ["pink"] = new(255, 192, 203), ["purple"] = new(128, 0, 128),
        ["gray"] = new(128, 128, 128), ["grey"] = new(128, 128, 128), ["silver"] = new(192, 192, 192), ["lightgray"] = new(211, 211, 211), ["darkgray"] = new(169, 169, 169),
        ["navy"] = new(0, 0, 128), ["maroon"] = new(128, 0, 0), ["olive"] = new(128, 128, 0), ["teal"] = new(0, 128, 128), ["aqua"] = new(0, 255, 255), ["skyblue"] = new(135, 206, 235),
    };

    /// <summary>Finds the colour in a value such as <c>#fff</c>, <c>rgb(0 0 0)</c> or <c>url(a.svg) white</c>.</summary>
    /// <returns>Null when there is none, or one that lets something else shine through.</returns>
    public static Colour? In(string value)
    {
        if (Hexadecimal().Match(value) is { Success: true } match)
        {
            var digits = match.Groups[1].Value;
            return digits.Length is 3
                ? new(Byte(digits[..1] + digits[0]), Byte(digits[1..2] + digits[1]), Byte(digits[2..] + digits[2]))
                : new(Byte(digits[..2]), Byte(digits[2..4]), Byte(digits[4..]));
        }
        if (Numbers().Match(value) is { Success: true } rgb)
            return new(Decimal(rgb.Groups[1].Value), Decimal(rgb.Groups[2].Value), Decimal(rgb.Groups[3].Value));
        return value.Split(' ').Select(word => Names.TryGetValue(word, out var named) ? named : (Colour?)null).FirstOrDefault(colour => colour is not null);
    }

    /// <summary>Contrast ratio of WCAG, 1 to 21.</summary>
    public static double Ratio(Colour one, Colour other)
    {
        var (a, b) = (one.Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    private static byte Byte(string digits) => byte.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static byte Decimal(string digits) => (byte)Math.Min(255, int.Parse(digits, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"#([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"rgb\((\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})\)")]
    private static partial Regex Numbers();
}
