using System.Text.Json;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;

namespace Kakehashi.Site.Sources;

/// <summary>One accessibility test as it came, and what it says.</summary>
sealed class TestFile : IReadFile
{
    public TestFile(AccessibilityTest source, FoundFile found = default)
    {
        (Source, Found) = (source, found);
        var path = $"{AccessibilityTest.Folder}/{source.FileName}";
        try
        {
            var test = ConformanceTest.Read(source.Document);
            if (TestFault.Of(test) is { } fault) Problems = [new Problem(path, 0, $"{fault}手で直さず、tools/evidence かCMSが書き出したファイルを置いてください。")];
            else if (test.FiscalYear == source.FiscalYear) Test = test;
            else Problems = [new Problem(path, 0, $"ファイルの名前の年度と、中の fiscalYear（{test.FiscalYear}）が違います。名前を {new AccessibilityTest(test.FiscalYear, "").FileName} に直してください。")];
        }
        catch (JsonException exception)
        {
            Problems = [new Problem(path, (int)(exception.LineNumber + 1 ?? 0), "試験の記録として読み取れません。手で直さず、tools/evidence かCMSが書き出したファイルを置いてください。")];
        }
    }

    public AccessibilityTest Source { get; }

    public FoundFile Found { get; }

    /// <summary>Null when there is any problem.</summary>
    public ConformanceTest? Test { get; }

    public IReadOnlyList<Problem> Problems { get; } = [];

    public static TestFile Read(string root, FoundFile found) =>
        new(new AccessibilityTest(AccessibilityTest.YearOf(Path.GetFileName(found.Path))!.Value, File.ReadAllText(Path.Join(root, found.Path))), found);
}
