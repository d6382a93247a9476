using Kakehashi.Themes.Tests;

namespace Kakehashi.Browser.Tests;

/// <summary>What assistive technology is told of every kind of page, kept beside this file and reviewed with every change.</summary>
public sealed class AccessibilityTreeTests(Chromium chromium)
{
    private static readonly string Kept = Path.Join(Repository.Root, "accessibility-tests", "Kakehashi.Browser.Tests", "Trees");
    private static readonly string Seen = Directory.CreateDirectory(Path.Join(Repository.Root, "artifacts", "trees")).FullName;

    public static TheoryData<string> Kinds => [.. Samples.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public Task Main_part_of_a_page_is_the_one_that_was_reviewed(string kind) => CompareAsync(kind, "main", kind);

    [Fact]
    public Task Frame_around_every_page_is_the_one_that_was_reviewed() => CompareAsync("NotFoundPage", "body", "Frame");

    private async Task CompareAsync(string kind, string part, string name)
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        await SamplePages.ShowAsync(page, kind);

        var tree = await page.Locator(part).AriaSnapshotAsync() + "\n";

        var (kept, seen) = (Path.Join(Kept, $"{name}.yml"), Path.Join(Seen, $"{name}.yml"));
        await File.WriteAllTextAsync(seen, tree, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(kept) && await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken) == tree,
            $"The tree of {name} has changed. See: git diff --no-index {kept} {seen}\nIf it is right: cp {seen} {kept}");
    }
}
