using System.Globalization;
using System.Security.Cryptography;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
using Kakehashi.Content.Folder;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kakehashi.Site.Tests;

/// <summary>The delivery API over HTTP, holding what a folder holds.</summary>
sealed class FakeCms : IAsyncDisposable
{
    const int PageSize = 7;

    readonly WebApplication app;
    readonly Lock gate = new();
    readonly Dictionary<string, Guid> ids = [];
    readonly Dictionary<Guid, ItemDocument> items = [];
    readonly Dictionary<string, (MediaFile File, byte[] Bytes)> media = new(StringComparer.Ordinal);
    readonly List<DeliveryChange> changes = [];
    readonly List<AccessibilityTest> tests = [];
    readonly List<EvaluationDocument> evaluations = [];
    ProgramSettings program;

    FakeCms(TestFolder content)
    {
        program = ProgramFile.Read("program.yaml", File.ReadAllText(content.Of("program.yaml"))).Settings!;
        foreach (var file in Directory.EnumerateFiles(content.Path, "*.md", SearchOption.AllDirectories)) Publish(content, Path.GetRelativePath(content.Path, file));
        foreach (var (name, alt, title) in new[] { ("flow.svg", "進め方の図", (string?)null), ("guide.pdf", "", "募集要項") })
        {
            var bytes = File.ReadAllBytes(content.Of($"media/{name}"));
            var kind = MediaKind.Detect(name, bytes)!;
            media[name] = (new MediaFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, kind.ContentType, kind.Width, kind.Height, alt, title), bytes);
        }
        if (Directory.Exists(content.Of(AccessibilityTest.Folder)))
            foreach (var file in Directory.EnumerateFiles(content.Of(AccessibilityTest.Folder)))
                if (EvaluationDocument.YearOf(Path.GetFileName(file)) is { } year) evaluations.Add(new EvaluationDocument(year, File.ReadAllText(file)));
                else tests.Add(new AccessibilityTest(AccessibilityTest.YearOf(Path.GetFileName(file))!.Value, File.ReadAllText(file)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        Map();
    }

    public long Sequence => changes.Count;

    /// <summary>Every address asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public bool IsDown { get; set; }

    public HttpClient Client() => new() { BaseAddress = new Uri(app.Urls.First() + "/delivery/v1/") };

    public static async Task<FakeCms> StartAsync(TestFolder content)
    {
        var cms = new FakeCms(content);
        await cms.app.StartAsync(TestContext.Current.CancellationToken);
        return cms;
    }

    public void Publish(TestFolder content, string file)
    {
        var type = ContentType.FindByFolder(file.Split('/')[0])!;
        var document = FrontMatter.Read(file, type, Path.GetFileNameWithoutExtension(file), File.ReadAllText(content.Of(file))).Document!;
        lock (gate)
        {
            var id = ids.TryGetValue(file, out var known) ? known : ids[file] = Guid.NewGuid();
            items[id] = document;
            changes.Add(new DeliveryChange(changes.Count + 1, "item", ChangeKind.Upsert, id, document));
        }
    }

    public void Withdraw(string file)
    {
        lock (gate)
        {
            items.Remove(ids[file]);
            changes.Add(new DeliveryChange(changes.Count + 1, "item", ChangeKind.Remove, ids[file]));
        }
    }

    public void Change(ProgramSettings settings)
    {
        lock (gate)
        {
            program = settings;
            changes.Add(new DeliveryChange(changes.Count + 1, "program", ChangeKind.Upsert));
        }
    }

    /// <summary>The database goes back to an earlier sequence, with the items as they are now.</summary>
    public void Restore(int sequence) => changes.RemoveRange(sequence, changes.Count - sequence);

    void Map()
    {
        app.Use((context, next) =>
        {
            lock (Asked) Asked.Add(context.Request.Path + context.Request.QueryString);
            if (!IsDown) return next();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        app.MapGet("/delivery/v1/program", () => Json(new DeliveryProgram(program, [.. media.Values.Select(entry => entry.File)], tests, evaluations, Sequence)));
        app.MapGet("/delivery/v1/items", (string? cursor) =>
        {
            var ordered = items.OrderBy(pair => pair.Key).ToList();
            var from = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
            var page = ordered.Skip(from).Take(PageSize).Select(pair => new DeliveryItem(pair.Key, pair.Value)).ToList();
            return Json(new DeliveryPage(page, from + PageSize < ordered.Count ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : null, Sequence));
        });
        app.MapGet("/delivery/v1/changes", (long since) =>
        {
            lock (gate)
            {
                var found = changes.Where(change => change.Sequence > since).Take(5).ToList();
                return Json(new DeliveryChanges(found, found.Count > 0 ? found[^1].Sequence : Sequence));
            }
        });
        app.MapGet("/delivery/v1/media/{name}/{hash}", (string name, string hash) =>
            media.TryGetValue(name, out var found) && found.File.Hash == hash ? Results.Bytes(found.Bytes) : Results.NotFound());
    }

    static IResult Json<T>(T value) => Results.Json(value, ContentJson.Options);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
