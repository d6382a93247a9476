using System.Text;
using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Kakehashi.Forms.Uploads;
using Kakehashi.Themes.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Forms.Tests.Setting;

/// <summary>A forms API on a real socket, with an inbox, form documents, and the CMS's key in the test's hand.</summary>
internal sealed class FormsSite : IAsyncDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("kakehashi-forms-").FullName;
    private WebApplication? host;

    private FormsSite()
    {
    }

    public FakeTime Time { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(9)));

    public PrivateSealingKey Key { get; private set; } = PrivateSealingKey.Create();

    public string Inbox => Path.Join(root, "inbox");

    public string Documents => Path.Join(root, "public", "forms");

    public string KeyFile => Path.Join(root, "page.key");

    public HttpClient Client { get; private set; } = new();

    public static async Task<FormsSite> StartAsync(Func<FormsOptions, FormsOptions>? change = null)
    {
        var site = new FormsSite();
        Directory.CreateDirectory(site.Inbox);
        site.WriteKeys(site.Key);
        foreach (var page in SampleForms.All) site.Publish(page);
        var options = new FormsOptions { Port = 0, Inbox = site.Inbox, Documents = site.Documents, KeyFile = site.KeyFile, Time = site.Time };
        site.host = FormsHost.Create(change is null ? options : change(options));
        await site.host.StartAsync(TestContext.Current.CancellationToken);
        site.Client = new HttpClient { BaseAddress = new Uri(site.host.Urls.Single()) };
        return site;
    }

    public void Publish(FormPage page)
    {
        var folder = Path.Join(Documents, page.Form.Name, page.Subject);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Join(folder, "form.json"), JsonSerializer.SerializeToUtf8Bytes(page, ContentJson.Options));
    }

    public void WriteKeys(params PrivateSealingKey[] keys)
    {
        File.WriteAllBytes(Path.Join(Inbox, "keys.tmp"), new KeySet([.. keys.Select(key => key.Public)]).ToJson());
        File.Move(Path.Join(Inbox, "keys.tmp"), Path.Join(Inbox, Content.Forms.Inbox.Keys), overwrite: true);
    }

    /// <summary>A ticket as the CMS makes it.</summary>
    public TicketLink WriteTicket(params TicketAction[] actions) => WriteTicket(Time.GetUtcNow().AddHours(24), actions);

    public TicketLink WriteTicket(DateTimeOffset expiresAt, params TicketAction[] actions)
    {
        var link = TicketLink.Create();
        var document = new TicketDocument(expiresAt, "山田商会（架空）", actions);
        File.WriteAllBytes(PathOf(Content.Forms.Inbox.Tickets, link.Id), link.Seal(JsonSerializer.SerializeToUtf8Bytes(document, ContentJson.Options)));
        return link;
    }

    /// <summary>What the process does by itself every ten minutes.</summary>
    public void Sweep() => host!.Services.GetRequiredService<HeldSpace>().Sweep();

    public string PathOf(string directory, string name = "") => Path.Join(Inbox, directory, name);

    public string[] Names(string directory) => [.. Directory.EnumerateFiles(PathOf(directory)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>Everything accepted, opened with the CMS's key, by receipt number.</summary>
    public IReadOnlyList<Submission> Accepted(params PrivateSealingKey[] keys) => [.. Names(Content.Forms.Inbox.New).Select(name => Open<Submission>(File.ReadAllText(PathOf(Content.Forms.Inbox.New, name), Encoding.ASCII), keys))];

    /// <summary>Content of an attachment of an accepted submission, opened with the CMS's key.</summary>
    public async Task<byte[]> AttachmentAsync(SubmittedFile file)
    {
        var secret = Open<HeldFileSecret>(file.Envelope!);
        using var content = new MemoryStream();
        await using var stored = File.OpenRead(PathOf(Content.Forms.Inbox.Files, secret.Id));
        await SealedFile.OpenAsync(stored, content, System.Buffers.Text.Base64Url.DecodeFromChars(secret.Key), TestContext.Current.CancellationToken);
        return content.ToArray();
    }

    public T Open<T>(string envelope, params PrivateSealingKey[] keys) =>
        JsonSerializer.Deserialize<T>(Envelope.Open(envelope, new PrivateKeys([Key, .. keys])), ContentJson.Options)!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (host is not null) await host.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }
}
