using System.Security.Cryptography;

namespace Kakehashi.Browser.Tests;

/// <summary>Folder and CMS are two ways to the same site: what goes round both comes back in the same bytes.</summary>
[Collection(typeof(OneInstallation))]
public sealed class SameBytesTests(RunningProgram program)
{
    [Fact, Trait("Speed", "Slow")]
    public async Task What_the_CMS_exports_builds_the_very_site_that_it_serves()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-same-").FullName;
        var (first, second, built) = (Path.Join(folder, "first"), Path.Join(folder, "second"), Path.Join(folder, "built"));
        await ExportAsync(first);
        await RunningProcess.RunAsync(Repository.Tool("kakehashi"), "build", "--content", first, "--out", built);
        // What other tests published last may still be on its way.
        await Eventually.CompleteAsync(() => Task.FromResult(Differences(built, program.Public) is { Length: > 0 } files ? $"CMS and folder differ in {string.Join(", ", files)}" : null),
            TimeSpan.FromSeconds(60));

        await RunningProcess.RunAsync(Repository.Tool("kakehashi"), "import", "--content", first, "--data", program.Data);
        await ExportAsync(second);
        Assert.Empty(Differences(first, second));
        Directory.Delete(folder, recursive: true);
    }

    Task<string> ExportAsync(string content) => RunningProcess.RunAsync(Repository.Tool("kakehashi"), "export", "--content", content, "--data", program.Data);

    static string[] Differences(string one, string other)
    {
        var (a, b) = (Hashes(one), Hashes(other));
        return [.. a.Keys.Union(b.Keys).Where(file => a.GetValueOrDefault(file) != b.GetValueOrDefault(file)).Order(StringComparer.Ordinal)];
    }

    // The generator's own notes, in a folder with a dot, are not served.
    static Dictionary<string, string> Hashes(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file), file))
            .Where(pair => !pair.Name.StartsWith('.'))
            .ToDictionary(pair => pair.Name, pair => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(pair.file))), StringComparer.Ordinal);
}
