using Kakehashi.Browser.Tests;

[assembly: AssemblyFixture(typeof(CheckerReport))]

namespace Kakehashi.Browser.Tests;

/// <summary>What the run looked at, by whom, and what could not be looked at; <c>tools/test</c> prints it.</summary>
public sealed class CheckerReport : IDisposable
{
    private readonly SortedDictionary<string, string> lines = new(StringComparer.Ordinal);

    /// <param name="who">Name and version.</param>
    /// <param name="failures">Broken rules, counted once for each page.</param>
    public void Checked(string who, int pages, int failures) => Say($"{who}：{pages}ページ、不合格{failures}件");

    /// <summary>One line, in Japanese; lines are printed in ordinal order.</summary>
    public void Say(string line)
    {
        lock (lines)
            lines[line] = line;
    }

    public void Dispose() => File.WriteAllLines(Path.Join(Repository.Root, "artifacts", "accessibility.txt"), lines.Values);
}
