namespace Kakehashi.Accessibility.Tests;

/// <summary>A folder that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kakehashi-check-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public void Write(string path, string text)
    {
        var file = System.IO.Path.Join(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
