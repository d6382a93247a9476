using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;

namespace Kakehashi.Site.Sources;

/// <summary>The CMS by its delivery API. What was read is kept on disk, so a restart catches up from where it was.</summary>
/// <param name="http">Client whose base address is <c>…/delivery/v1/</c> and that carries the read-only key.</param>
/// <param name="folder">Folder for what was read; made where it is missing.</param>
/// <param name="time">Clock of the pauses between attempts.</param>
public sealed class CmsSource(HttpClient http, string folder, TimeProvider time) : ISource
{
    const int LongPollSeconds = 30;

    static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    readonly DeliveryStore store = new(folder);
    readonly DeliveredMedia media = new(http, Path.Join(folder, "media"));

    /// <summary>Catches up with every change; where the CMS is down, gives what was read before.</summary>
    /// <exception cref="IOException">The CMS cannot be reached and nothing was ever read.</exception>
    public async Task<Reading> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await CatchUpAsync(cancellation);
        }
        catch (HttpRequestException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            throw new IOException($"CMSが読取りの鍵を受け付けません（{http.BaseAddress}）。keys/delivery.key がCMSと同じかを確かめてください。公開中のサイトはそのままです。", exception);
        }
        catch (Exception exception) when (IsOutage(exception, cancellation))
        {
            if (store.Program is null) throw new IOException($"CMSに接続できません（{http.BaseAddress}）。CMSが動いているか、鍵が正しいかを確かめてください。", exception);
        }
        return store.Problems.Count > 0
            ? new Reading(null, store.Problems)
            : new Reading(new Snapshot(store.Program!, store.Items, store.Media.ToDictionary(file => file.Name, media.Of, StringComparer.Ordinal), store.Tests, store.Evaluations), []);
    }

    /// <inheritdoc/>
    public async Task WaitForChangeAsync(CancellationToken cancellation)
    {
        var pause = FirstPause;
        while (true)
        {
            var asked = time.GetTimestamp();
            try
            {
                var answer = await ChangesAsync(LongPollSeconds, cancellation);
                if (store.Program is null || answer.Sequence != store.Sequence) return;
                pause = FirstPause;
                // A server that does not hold the request must not be asked without a pause.
                if (time.GetElapsedTime(asked) < FirstPause) await Task.Delay(FirstPause, time, cancellation);
            }
            catch (Exception exception) when (IsOutage(exception, cancellation))
            {
                await Task.Delay(pause, time, cancellation);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (store.Program is null) await ReadEverythingAsync(cancellation);
        while (true)
        {
            var answer = await ChangesAsync(0, cancellation);
            if (answer.Sequence < store.Sequence)
            {
                // The database was restored to an earlier day: what was read may never have happened.
                await ReadEverythingAsync(cancellation);
                continue;
            }
            if (answer.Changes.Count == 0) return;
            var program = answer.Changes.Any(change => change.Subject == "program") ? await GetAsync<DeliveryProgram>("program", cancellation) : null;
            store.Apply(answer, program);
        }
    }

    // Read first, then brought up to date from the sequence of the first answer: changes in between are applied again, in order.
    async Task ReadEverythingAsync(CancellationToken cancellation)
    {
        var program = await GetAsync<DeliveryProgram>("program", cancellation);
        var items = new List<DeliveryItem>();
        string? cursor = null;
        do
        {
            var page = await GetAsync<DeliveryPage>(cursor is null ? "items" : $"items?cursor={Uri.EscapeDataString(cursor)}", cancellation);
            items.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        store.Reset(program, items);
    }

    Task<DeliveryChanges> ChangesAsync(int wait, CancellationToken cancellation) =>
        GetAsync<DeliveryChanges>(FormattableString.Invariant($"changes?since={store.Sequence}&wait={wait}"), cancellation);

    async Task<T> GetAsync<T>(string address, CancellationToken cancellation) =>
        await http.GetFromJsonAsync<T>(address, ContentJson.Options, cancellation) ?? throw new JsonException("Empty answer.");

    static bool IsOutage(Exception exception, CancellationToken cancellation) =>
        exception is HttpRequestException or JsonException or IOException
        || exception is OperationCanceledException && !cancellation.IsCancellationRequested;
}
