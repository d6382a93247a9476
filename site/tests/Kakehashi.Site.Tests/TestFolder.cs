namespace Kakehashi.Site.Tests;

/// <summary>A temporary folder with files; gone after the test.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kakehashi-site-").FullName;

    public string Of(string file) => System.IO.Path.Join(Path, file);

    public TestFolder With(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Of(file))!);
        File.WriteAllText(Of(file), text);
        return this;
    }

    public TestFolder Without(string file)
    {
        File.Delete(Of(file));
        return this;
    }

    /// <summary>Every file by its path below the folder, hidden folders left out unless asked for.</summary>
    public static SortedDictionary<string, byte[]> Files(string folder, bool withManifest = false)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = System.IO.Path.GetRelativePath(folder, file);
            if (!name.StartsWith(".kakehashi", StringComparison.Ordinal) || withManifest && name == ".kakehashi/manifest") files[name] = File.ReadAllBytes(file);
        }
        return files;
    }

    /// <summary>Fails with the names of the files that differ.</summary>
    public static void AssertSame(string expected, string actual, string when)
    {
        var (before, after) = (Files(expected, withManifest: true), Files(actual, withManifest: true));
        Assert.Empty(before.Keys.Except(after.Keys).Select(file => $"{when}: missing {file}"));
        Assert.Empty(after.Keys.Except(before.Keys).Select(file => $"{when}: left over {file}"));
        Assert.Empty(before.Where(pair => !pair.Value.AsSpan().SequenceEqual(after[pair.Key])).Select(pair => $"{when}: differs {pair.Key}"));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
