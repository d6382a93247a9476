using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kakehashi.Content.Forms;

/// <summary>Turns what a visitor typed into one answer. Width, hyphens, kana, 〒 and blanks are the machine's business, never the visitor's.</summary>
/// <remarks>Names and addresses keep every character: no Unicode normalisation ever touches them.</remarks>
public static partial class AnswerInput
{
    /// <summary>Reads one line or text that is not empty.</summary>
    /// <returns>The answer, or a Japanese sentence that says what to type; never both.</returns>
    public static (JsonNode? Value, string? Mistake) Parse(Question question, string text) => question.Kind switch
    {
        QuestionKind.LongText => (FieldInput.Lines(text), null),
        QuestionKind.Kana => Kana(question.Label, text),
        QuestionKind.Email => Checked(Email(text), $"「{question.Label}」を、info@example.jp のような形で入力してください。"),
        QuestionKind.Telephone => Checked(Telephone(text), $"「{question.Label}」を、市外局番から入力してください。例：028-000-0000"),
        QuestionKind.PostalCode => Checked(PostalCode(text), $"「{question.Label}」を、7桁の数字で入力してください。例：320-0000"),
        QuestionKind.Url => Checked(Url(text), $"「{question.Label}」を、https:// から始まるアドレスで入力してください。"),
        QuestionKind.CorporateNumber => Checked(CorporateNumber(text), $"「{question.Label}」の13桁の数字を確かめてください。分からないときは空欄のままで送れます。"),
        QuestionKind.Number => Number(question, text),
        QuestionKind.Date => Checked(Date(text), $"「{question.Label}」を、2026年12月1日 または 2026-12-01 の形で入力してください。"),
        _ => (text, null),
    };

    /// <summary>A reading in hiragana; Latin letters may stand for names that have none.</summary>
    internal static (JsonNode? Value, string? Mistake) Kana(string label, string text)
    {
        var kana = KanaFolding.Hiragana(text);
        return Reading().IsMatch(kana) ? (kana, null) : (null, $"「{label}」を、ひらがなかカタカナで入力してください。");
    }

    /// <summary>An address as it is compared: half-width, no blanks. Null where it is none.</summary>
    public static string? Email(string text)
    {
        var address = Blank().Replace(FieldInput.HalfWidth(text), "");
        return address.Length <= 254 && EmailShape().IsMatch(address) ? address : null;
    }

    static string? Telephone(string text)
    {
        var number = FieldInput.Hyphens(FieldInput.HalfWidth(text));
        if (InternationalShape().IsMatch(number)) return number;
        var digits = NotDigit().Replace(number, "");
        if (digits.Length is not (10 or 11) || digits[0] != '0' || NotTelephone().IsMatch(number)) return null;
        // Where the hyphens stand is the visitor's knowledge; only for numbers without an area it is certain.
        if (FieldInput.Telephone().IsMatch(number.Trim())) return number.Trim();
        return digits switch
        {
            { Length: 11 } => $"{digits[..3]}-{digits[3..7]}-{digits[7..]}",
            _ when digits.StartsWith("0120", StringComparison.Ordinal) || digits.StartsWith("0570", StringComparison.Ordinal) => $"{digits[..4]}-{digits[4..7]}-{digits[7..]}",
            _ => digits,
        };
    }

    static string? PostalCode(string text)
    {
        var digits = WithoutHyphens(text).TrimStart('〒', '〶');
        return digits.Length == 7 && digits.All(char.IsAsciiDigit) ? $"{digits[..3]}-{digits[3..]}" : null;
    }

    static string? Url(string text)
    {
        var address = Blank().Replace(FieldInput.HalfWidth(text), "");
        if (!address.Contains("://", StringComparison.Ordinal)) address = "https://" + address;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.Contains('.', StringComparison.Ordinal) ? address : null;
    }

    /// <summary>Thirteen digits whose first is the check digit: 9 − (Σ digit × weight mod 9), weights 1 and 2 from the right (国税庁, 法人番号の指定等に関する省令).</summary>
    public static string? CorporateNumber(string text)
    {
        var digits = WithoutHyphens(text);
        if (digits.Length != 13 || !digits.All(char.IsAsciiDigit)) return null;
        var sum = 0;
        for (var i = 1; i < 13; i++) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 2);
        return digits[0] - '0' == 9 - sum % 9 ? digits : null;
    }

    static (JsonNode?, string?) Number(Question question, string text)
    {
        var digits = FieldInput.HalfWidth(text).Replace(",", "", StringComparison.Ordinal).Trim();
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return (null, $"「{question.Label}」を、0以上の整数で入力してください。");
        return number <= question.Max
            ? (JsonValue.Create(number), null)
            : (null, string.Create(CultureInfo.InvariantCulture, $"「{question.Label}」を、{question.Max:N0}以下で入力してください。"));
    }

    static string? Date(string text)
    {
        if (DateShape().Match(FieldInput.HalfWidth(text).Trim()) is not { Success: true } match) return null;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) + (match.Groups["era"].Success ? 2018 : 0);
        var words = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture):D2}-{int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture):D2}");
        return JapaneseTime.ParseDate(words) is { } date ? JapaneseTime.Format(date) : null;
    }

    static string WithoutHyphens(string text) => FieldInput.Hyphens(Blank().Replace(FieldInput.HalfWidth(text), "")).Replace("-", "", StringComparison.Ordinal);

    static (JsonNode?, string?) Checked(string? value, string mistake) => value is null ? (null, mistake) : (value, null);

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigit();

    [GeneratedRegex("[^0-9 ().-]")]
    private static partial Regex NotTelephone();

    [GeneratedRegex(@"^\+[1-9][0-9 -]{6,18}[0-9]\z")]
    private static partial Regex InternationalShape();

    [GeneratedRegex(@"^[\u3041-\u3096\u309D\u309Eー・･.,'’ 　A-Za-zÀ-ɏ-]+\z")]
    private static partial Regex Reading();

    [GeneratedRegex(@"^(?:(?<era>令和|R)\s*)?(?<year>\d{1,4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*日?\z")]
    private static partial Regex DateShape();

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+\z")]
    private static partial Regex EmailShape();
}
