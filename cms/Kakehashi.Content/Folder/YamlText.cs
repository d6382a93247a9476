using System.Globalization;
using System.Text;

namespace Kakehashi.Content.Folder;

/// <summary>Writes the few YAML forms of the folder format, always in the same bytes for the same values.</summary>
sealed class YamlText
{
    readonly StringBuilder text = new();

    public override string ToString() => text.ToString();

    public void Line(string line) => text.Append(line).Append('\n');

    /// <summary>A key with a scalar; several lines become a literal block.</summary>
    public void Scalar(string indent, string key, string value)
    {
        if (CanBeLiteral(value)) Literal(indent, key, value);
        else Line($"{indent}{key}: {Quote(value)}");
    }

    public void List(string key, IEnumerable<string> entries)
    {
        Line($"{key}:");
        foreach (var entry in entries) Line($"  - {Quote(entry)}");
    }

    /// <summary>A scalar on one line: plain where no reader could take it for anything else, otherwise in double quotes.</summary>
    public static string Quote(string value)
    {
        if (IsPlain(value)) return value;
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
            quoted.Append(value[i] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                var other when NeedsEscape(value, i) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)other:X4}"),
                var other => other.ToString(),
            });
        return quoted.Append('"').ToString();
    }

    void Literal(string indent, string key, string value)
    {
        Line($"{indent}{key}: |-");
        foreach (var line in value.Split('\n')) Line(line.Length == 0 ? "" : $"{indent}  {line}");
    }

    static bool CanBeLiteral(string value) =>
        value.Contains('\n') && !value.StartsWith(' ') && !value.StartsWith('\n') && !value.EndsWith('\n') && !value.Contains('\t')
        && !value.Split('\n').Any(line => line.Length > 0 && string.IsNullOrWhiteSpace(line)) && !HasEscapes(value);

    static bool HasEscapes(string value) => Enumerable.Range(0, value.Length).Any(i => value[i] != '\n' && NeedsEscape(value, i));

    static bool NeedsEscape(string value, int i) => value[i] is var character
        && (char.IsControl(character) || IsLoneSurrogate(value, i) || character is '\u2028' or '\u2029' or '\u0085' or '\uFEFF' or '\uFFFE' or '\uFFFF');

    static bool IsLoneSurrogate(string value, int i) => char.IsHighSurrogate(value[i])
        ? i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1])
        : char.IsLowSurrogate(value[i]) && (i == 0 || !char.IsHighSurrogate(value[i - 1]));

    static bool IsPlain(string value) =>
        value.Length > 0 && value.Trim() == value && !HasEscapes(value) && !value.Contains('\n')
        && "-?:,[]{}#&*!|>'\"%@`~=<.".IndexOf(value[0], StringComparison.Ordinal) < 0
        && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal) && !value.EndsWith(':')
        && !Words.Contains(value) && !LooksNumeric(value);

    static bool LooksNumeric(string value) => value.All(c => char.IsAsciiDigit(c) || c is '.' or '_' or 'e' or 'E' or '+' or '-' or 'x' or 'o') && !value.Contains('-');

    static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "null", "yes", "no", "on", "off", "y", "n" };
}
