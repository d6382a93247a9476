using System.Text.Json;
using Kakehashi.Accessibility.Tests;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>What the other checkers catch of our corpus, as docs/accessibility/coverage.md says. <c>KAKEHASHI_WRITE_DOCS=1</c> measures all of it anew.</summary>
public sealed class CorpusTests(Chromium chromium)
{
    private const int Drawn = 12;
    private static readonly string Kept = Path.Join(Corpus.Folder, "checkers.json");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly IReadOnlyList<Piece> Pieces = [.. Corpus.Bad, .. Corpus.Good];

    [Fact]
    public async Task Figures_are_what_these_versions_say_of_these_pieces()
    {
        if (Environment.GetEnvironmentVariable("KAKEHASHI_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(Kept, JsonSerializer.Serialize(await MeasureAsync(Pieces), Json) + "\n", TestContext.Current.CancellationToken);
        var kept = JsonSerializer.Deserialize<List<Figures>>(await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken), Json)!;
        var again = RunSettings.Full ? Pieces : [.. Pieces.OrderBy(piece => RunSettings.Lot(piece.Id), StringComparer.Ordinal).Take(Drawn)];

        var measured = await MeasureAsync(again);

        Assert.Equal(kept.Select(checker => (checker.Name, checker.Version)), measured.Select(checker => (checker.Name, checker.Version)));
        Assert.All(measured.Zip(kept), pair => Assert.Equal(Among(again, pair.Second), Among(again, pair.First)));
    }

    private static IEnumerable<string> Among(IReadOnlyList<Piece> pieces, Figures checker) =>
        checker.Caught.Concat(checker.Mistaken).Intersect(pieces.Select(piece => piece.Id)).Order(StringComparer.Ordinal).Select(id => $"{checker.Name}: {id}");

    private async Task<IReadOnlyList<Figures>> MeasureAsync(IReadOnlyList<Piece> pieces)
    {
        var reported = new Dictionary<(string Checker, string Version), HashSet<string>>();
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        foreach (var checker in PageChecker.All)
        {
            await page.SetContentAsync("");
            var ids = reported[(checker.Name, await checker.VersionAsync(page))] = [];
            foreach (var piece in pieces)
                if (await IsReportedAsync(checker, page, piece))
                    ids.Add(piece.Id);
        }
        reported[(Nu.Name, Nu.Version)] = await ReportedByNuAsync(pieces);
        return [.. reported.Select(checker => new Figures(
            checker.Key.Checker, checker.Key.Version, [.. In(checker.Value, Corpus.Bad)], [.. In(checker.Value, Corpus.Good)]))];
    }

    private static IEnumerable<string> In(HashSet<string> ids, IReadOnlyList<Piece> pieces) => pieces.Select(piece => piece.Id).Where(ids.Contains);

    // The pages stand at an address that nobody has; one that moves on by itself is told that there is nothing there, and stays.
    private static async Task<bool> IsReportedAsync(PageChecker checker, IPage page, Piece piece)
    {
        foreach (var (path, html) in piece.Pages)
        {
            var shown = false;
            await page.UnrouteAllAsync();
            await page.RouteAsync("**/*", route =>
                !route.Request.IsNavigationRequest ? route.AbortAsync()
                : shown ? route.FulfillAsync(new() { Status = 204 })
                : ShowAsync(route));
            await page.GotoAsync($"http://corpus.example/{path}", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            if ((await checker.CheckAsync(page)).Count > 0)
                return true;

            Task ShowAsync(IRoute route)
            {
                shown = true;
                return route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html });
            }
        }
        return false;
    }

    private static async Task<HashSet<string>> ReportedByNuAsync(IReadOnlyList<Piece> pieces)
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-corpus-").FullName;
        foreach (var piece in pieces)
            foreach (var (path, html) in piece.Pages)
            {
                var file = Path.Join(folder, piece.Id, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
            }
        var violations = await Nu.CheckAsync(folder);
        Directory.Delete(folder, recursive: true);
        return [.. violations.SelectMany(violation => violation.Places).Select(place => place[(place.IndexOf(folder, StringComparison.Ordinal) + folder.Length + 1)..].Split('/')[0])];
    }

    /// <param name="Caught">Bad pieces on which it reports something, in the order of the corpus.</param>
    /// <param name="Mistaken">Good pieces on which it does.</param>
    private sealed record Figures(string Name, string Version, IReadOnlyList<string> Caught, IReadOnlyList<string> Mistaken);
}
