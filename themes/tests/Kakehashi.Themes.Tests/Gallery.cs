namespace Kakehashi.Themes.Tests;

/// <summary>Writes every page kind to look at: run with <c>-explicit only</c>, then serve <c>artifacts/gallery</c>.</summary>
public class Gallery
{
    [Fact(Explicit = true)]
    public async Task Write()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "../../../gallery");
        foreach (var asset in Theme.Assets)
        {
            var path = folder + asset.Address;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, asset.Bytes.ToArray(), TestContext.Current.CancellationToken);
        }
        foreach (var page in new Samples(text => text).All())
            await File.WriteAllTextAsync(Path.Combine(folder, page.GetType().Name + ".html"), await PageRenderer.RenderAsync(page), TestContext.Current.CancellationToken);
    }
}
