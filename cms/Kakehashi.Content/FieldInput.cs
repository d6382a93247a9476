using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kakehashi.Content.Forms;

namespace Kakehashi.Content;

/// <summary>Turns what a person typed, on a screen or in a file, into a field's value.</summary>
public static partial class FieldInput
{
    /// <summary>Reads one scalar.</summary>
    /// <returns>The value (null for empty input), or a Japanese sentence that says what to type; never both.</returns>
    public static (JsonNode? Value, string? Problem) Parse(Field field, string text)
    {
        text = field.Kind is FieldKind.Markdown or FieldKind.LongText ? Lines(text) : text.Trim();
        if (text.Length == 0) return (null, null);
        return field.Kind switch
        {
            FieldKind.Number or FieldKind.Money => Integer(field, text),
            FieldKind.Date => JapaneseTime.ParseDate(HalfWidth(text)) is { } date
                ? (JapaneseTime.Format(date), null)
                : (null, $"「{field.Label}」の日付「{text}」を読み取れません。2026-04-01 の形で入力してください。"),
            FieldKind.DateTime => JapaneseTime.Parse(HalfWidth(text)) is { } instant
                ? (JapaneseTime.Format(instant), null)
                : (null, $"「{field.Label}」の日時「{text}」を読み取れません。2026-04-01T09:00 の形で入力してください。"),
            FieldKind.Boolean => text switch
            {
                "true" => (JsonValue.Create(true), null),
                "false" => (JsonValue.Create(false), null),
                _ => (null, $"「{field.Label}」は true か false にしてください。"),
            },
            FieldKind.Email => AnswerInput.Email(text) is { } address
                ? (address, null)
                : (null, $"「{field.Label}」のメールアドレス「{text}」を確かめてください。例：info@example.jp"),
            FieldKind.Telephone => Telephone().IsMatch(Hyphens(HalfWidth(text)))
                ? (Hyphens(HalfWidth(text)), null)
                : (null, $"「{field.Label}」の電話番号「{text}」は、市外局番から数字とハイフンで入力してください。例：028-000-0000"),
            FieldKind.Url => IsWebAddress(text)
                ? (text, null)
                : (null, $"「{field.Label}」は https:// から始まるアドレスを入力してください。"),
            _ => (text, null),
        };
    }

    /// <summary>Line ends become LF; trailing blanks of the text go, so that files and screens agree on the bytes.</summary>
    public static string Lines(string text) => text.ReplaceLineEndings("\n").Trim('\n').TrimEnd();

    static (JsonNode?, string?) Integer(Field field, string text)
    {
        var digits = HalfWidth(text).Replace(",", "", StringComparison.Ordinal);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return (null, $"「{field.Label}」は0以上の整数で入力してください。");
        return number <= field.Max
            ? (JsonValue.Create(number), null)
            : (null, $"「{field.Label}」は{field.Max.ToString("N0", CultureInfo.InvariantCulture)}以下にしてください。");
    }

    static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.Length > 0
        && !text.Any(char.IsWhiteSpace);

    /// <summary>Full-width forms of ASCII, as in １２：３０, become half-width; nothing else changes.</summary>
    /// <remarks>Unicode's own folding would change names, and is not there without ICU.</remarks>
    public static string HalfWidth(string text) => string.Create(text.Length, text, (half, full) =>
    {
        for (var i = 0; i < full.Length; i++)
            half[i] = full[i] switch
            {
                >= '！' and <= '～' => (char)(full[i] - '！' + '!'),
                '　' => ' ',
                var other => other,
            };
    });

    /// <summary>Everything that people type for a hyphen becomes one.</summary>
    internal static string Hyphens(string text) => AnyHyphen().Replace(text, "-");

    [GeneratedRegex("[‐‑‒–—―−ーｰ－─]")]
    private static partial Regex AnyHyphen();

    [GeneratedRegex(@"^0\d{1,4}-\d{1,4}-\d{3,4}\z")]
    internal static partial Regex Telephone();
}
