using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Tests;

/// <summary>A paragraph of ordinary prose.</summary>
/// <param name="Rightly">Ids of the rules that find something there, and rightly.</param>
public sealed partial record Paragraph(string Text, IReadOnlySet<string> Rightly)
{
    /// <summary>The day on which the prose is judged: most of its dates have passed.</summary>
    private static readonly DateOnly Today = new(2027, 4, 1);

    /// <summary>The file <c>Prose.txt</c>, in its order.</summary>
    public static IReadOnlyList<Paragraph> All { get; } = [.. File.ReadLines(Path.Join(Here(), "Prose.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    /// <summary>Ids of the rules that find something in the paragraph; of these rules only.</summary>
    public IReadOnlyList<(PageRule Rule, string Excerpt)> Found(IReadOnlyList<PageRule> rules) =>
        [.. from finding in PageCheck.Check(Example.Good($"<p>{Text}</p>").Page, "index.html", Today)
            join rule in rules on finding.Rule equals rule.Id
            select (rule, finding.Excerpt)];

    private static Paragraph Parse(string line) =>
        Mark().Match(line) is { Success: true } mark
            ? new(line[mark.Length..], mark.Groups[1].Value.Split(',').ToHashSet(StringComparer.Ordinal))
            : new(line, new HashSet<string>(StringComparer.Ordinal));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"^\{([a-z,-]+)\}")]
    private static partial Regex Mark();
}
