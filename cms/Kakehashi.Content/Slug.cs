using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Kakehashi.Content;

/// <summary>ASCII name of an item in addresses and file names: <c>[a-z0-9]+(-[a-z0-9]+)*</c>, at most 80 characters.</summary>
public static partial class Slug
{
    /// <summary>What to tell who gave another form.</summary>
    public const string Rule = "半角の英小文字・数字・ハイフンで、80字以内にしてください。例：kickoff-2026";

    /// <summary>Whether the text is a slug.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) => text is { Length: > 0 and <= 80 } && Form().IsMatch(text);

    /// <summary>A new slug that needs no ASCII title: date and eight random letters without look-alikes, as in <c>20260401-k7mh2vqa</c>.</summary>
    /// <param name="today">Japanese date of creation.</param>
    public static string Create(DateOnly today) =>
        $"{today:yyyyMMdd}-{RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 8)}";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
