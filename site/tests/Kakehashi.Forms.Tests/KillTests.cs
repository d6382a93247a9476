using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Kakehashi.Forms.Steps;
using Kakehashi.Forms.Tests.Setting;

namespace Kakehashi.Forms.Tests;

/// <summary>The forms process is killed (SIGKILL) again and again while visitors send.</summary>
public sealed partial class KillTests
{
    private const int Lanes = 4;
    private const int KillsPerLane = 26;
    private const int Visitors = 6;
    private const int Seed = 20261120;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact, Trait("Speed", "Slow")]
    public async Task Every_receipt_number_that_a_visitor_saw_is_in_the_inbox_whole_and_once()
    {
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => PlayAsync(new Random(Seed + lane)))));
        Assert.True(lanes.Sum(lane => lane.Seen) >= Lanes * KillsPerLane, $"Only {lanes.Sum(lane => lane.Seen)} receipts were seen.");
        Assert.True(lanes.Sum(lane => lane.Interrupted) >= Lanes * KillsPerLane / 2, $"Only {lanes.Sum(lane => lane.Interrupted)} requests were cut off.");
    }

    private static async Task<(int Seen, int Interrupted)> PlayAsync(Random random)
    {
        await using var site = await FormsSite.StartAsync();
        var signature = PageSignature.Ensure(site.KeyFile);
        var (seen, interrupted) = (new ConcurrentDictionary<string, string>(), new ConcurrentBag<(StepToken Token, string Message)>());
        var texts = Texts(random);
        for (var kill = 0; kill < KillsPerLane; kill++)
        {
            using var forms = await FormsProcess.StartAsync(site.Inbox, site.Documents, site.KeyFile);
            var first = new TaskCompletionSource();
            var visitors = Enumerable.Range(0, Visitors).Select(visitor => Task.Run(async () =>
            {
                // Until the process dies, which ends the request that is under way.
                for (var number = 0; ; number++)
                {
                    var (token, message) = (StepToken.Create(TimeProvider.System.GetUtcNow().AddMinutes(-1)), $"{kill}-{visitor}-{number} {texts[(kill + number) % texts.Length]}");
                    try
                    {
                        if (!await SendAsync(forms.Client, signature, token, message, withFile: (visitor + number) % 4 == 0)) continue;
                        seen[token.Receipt.FileName] = message;
                        first.TrySetResult();
                    }
                    catch (Exception error) when (error is HttpRequestException or IOException)
                    {
                        interrupted.Add((token, message));
                        return;
                    }
                }
            }, Cancel)).ToList();
            await first.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
            await Task.Delay(random.Next(0, 120), Cancel);
            await forms.KillAsync();
            await Task.WhenAll(visitors);
        }
        await AssertWholeAsync(site, seen, interrupted);
        return (seen.Count, interrupted.Count);
    }

    // Who saw no answer presses again: the submission is there once, whether or not it had been accepted.
    private static async Task AssertWholeAsync(FormsSite site, ConcurrentDictionary<string, string> seen, IEnumerable<(StepToken Token, string Message)> interrupted)
    {
        var signature = PageSignature.Ensure(site.KeyFile);
        using var forms = await FormsProcess.StartAsync(site.Inbox, site.Documents, site.KeyFile);
        foreach (var (token, message) in interrupted)
        {
            Assert.True(await SendAsync(forms.Client, signature, token, message, withFile: false));
            seen.TryAdd(token.Receipt.FileName, message);
        }
        var accepted = site.Accepted();
        Assert.Equal(seen.Keys.Order(StringComparer.Ordinal), accepted.Select(submission => submission.Receipt).Order(StringComparer.Ordinal));
        foreach (var submission in accepted)
        {
            Assert.Equal(seen[submission.Receipt], (string?)submission.Answers["message"]);
            foreach (var file in submission.Files) Assert.Equal(FlowTests.Pdf(70_000), await site.AttachmentAsync(file));
        }
    }

    /// <returns>False where the visitor got no receipt and knows it.</returns>
    private static async Task<bool> SendAsync(HttpClient client, PageSignature signature, StepToken token, string message, bool withFile)
    {
        using var request = Inquiry.Send(signature, token, message);
        if (withFile) ((MultipartFormDataContent)request.Content!).Add(new StringContent(await HoldAsync(client)), "\"f.files\"");
        using var answer = await client.SendAsync(request, Cancel);
        return answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync(Cancel)).Contains(token.Receipt.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> HoldAsync(HttpClient client)
    {
        using var request = Inquiry.Request("confirm", Inquiry.Fields);
        ((MultipartFormDataContent)request.Content!).Add(new ByteArrayContent(FlowTests.Pdf(70_000)), "\"u.files\"", "\"資料.pdf\"");
        using var answer = await client.SendAsync(request, Cancel);
        return HeldFile().Match(await answer.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
    }

    private static string[] Texts(Random random) => [.. Enumerable.Range(0, 16).Select(_ => new string('あ', random.Next(1, 3_000)))];

    [GeneratedRegex("name=\"f\\.files\" value=\"([A-Za-z0-9_-]+)\"")]
    private static partial Regex HeldFile();
}
