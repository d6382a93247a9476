using System.Runtime.CompilerServices;

namespace Kakehashi.Accessibility.Tests.Documentation;

/// <summary>Holds the documents to the rules. <c>KAKEHASHI_WRITE_DOCS=1</c> writes them anew.</summary>
public sealed class DocumentationTests
{
    private static readonly Dictionary<string, Func<string>> Documents = new(StringComparer.Ordinal)
    {
        ["rules.md"] = RulesDocument.Write,
        ["criteria.md"] = CriteriaDocument.Write,
        ["writing-rules.md"] = WritingRulesDocument.Write,
        ["coverage.md"] = CoverageDocument.Write,
    };

    public static TheoryData<string> Names => new(Documents.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_says_what_the_rules_say(string name)
    {
        var file = Path.GetFullPath(Path.Join(Here(), "../../../docs/accessibility", name));
        var expected = Documents[name]();
        if (Environment.GetEnvironmentVariable("KAKEHASHI_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
        }
        Assert.True(File.Exists(file) && File.ReadAllText(file) == expected, $"{name} is out of date: run the tests with KAKEHASHI_WRITE_DOCS=1.");
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
