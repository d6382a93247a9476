using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Content.Forms;
using Kakehashi.Forms.Limits;
using Kakehashi.Forms.Steps;
using Kakehashi.Forms.Tests.Setting;

namespace Kakehashi.Forms.Tests;

/// <summary>Ten thousand generated bodies, the same in every run.</summary>
public sealed partial class BadInputTests
{
    private const int Bodies = 10_000;
    private const ulong Seed = 20261120;

    private static readonly FormsLimits Generous = new() { RequestsPerMinute = int.MaxValue, SubmissionsPerMinute = int.MaxValue, SubmissionsPerFormPerMinute = int.MaxValue, Reading = TimeSpan.Zero };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact, Trait("Speed", "Slow")]
    public async Task No_body_breaks_the_process_and_nothing_comes_back_unescaped()
    {
        await using var site = await FormsSite.StartAsync(options => options with { Limits = Generous });
        var bodies = BadBody.Generator.Sample(Bodies, new Rnd(Seed), 30).ToList();
        var statuses = new int[600];
        await Parallel.ForEachAsync(bodies.Index(), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancel }, async (body, cancellation) =>
        {
            using var request = Request(body.Item);
            using var answer = await site.Client.SendAsync(request, cancellation);
            Interlocked.Increment(ref statuses[(int)answer.StatusCode]);
            AssertHarmless(await answer.Content.ReadAsStringAsync(cancellation), $"seed {Seed}, body {body.Index}, status {answer.StatusCode}");
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"seed {Seed}, body {body.Index}: {answer.StatusCode}");
        });
        // The generator reaches every way out, or it proves nothing.
        Assert.All((int[])[200, 400, 404, 422], status => Assert.True(statuses[status] > 50, $"{status}: {statuses[status]}"));
        Assert.Equal("ok", await site.Client.GetStringAsync("/healthz", Cancel));
        Assert.All(site.Names(Inbox.Held), name => Assert.Matches("^[0-9a-f]{32}$", name));
        Assert.Empty(site.Names(Inbox.Tmp));
    }

    [Fact]
    public async Task What_is_accepted_holds_no_line_break_where_a_mail_header_could_come_from()
    {
        await using var site = await FormsSite.StartAsync(options => options with { Limits = Generous });
        var signature = PageSignature.Ensure(site.KeyFile);
        foreach (var text in (string[])["taro@example.jp\r\nBcc: a@example.jp", "taro@example.jp\nBcc: a@example.jp", "taro\u0085@example.jp", "taro@example.jp\0", "\"taro\r\n\"@example.jp", "taro@example.jp,a@example.jp", "taro@example.jp a@example.jp"])
            foreach (var field in (string[])["a.email", "a.person.name", "a.organisation", "a.telephone"])
            {
                var token = StepToken.Create(site.Time.GetUtcNow());
                var fields = Inquiry.Fields.Where(known => known.Key != field).Append(new(field, text)).Append(new(FieldNames.Token, token.Write(signature, Inquiry.Address + " ")));
                using var request = Inquiry.Request("send", fields);
                using var answer = await site.Client.SendAsync(request, Cancel);
            }
        Assert.NotEmpty(site.Accepted());
        foreach (var answers in site.Accepted().Select(submission => submission.Answers))
        {
            Assert.Matches(MailAddress(), (string?)answers["email"]);
            foreach (var answer in (string?[])[(string?)answers["person"]!["name"], (string?)answers["organisation"], (string?)answers["telephone"]])
                Assert.DoesNotContain(answer ?? "", char.IsControl);
        }
    }

    [Fact]
    public async Task Nothing_that_a_visitor_sends_is_in_the_log()
    {
        await using var site = await FormsSite.StartAsync();
        using var forms = await FormsProcess.StartAsync(site.Inbox, site.Documents, site.KeyFile);
        var signature = PageSignature.Ensure(site.KeyFile);
        File.Delete(site.PathOf("", Inbox.Keys));
        using var request = Inquiry.Send(signature, StepToken.Create(TimeProvider.System.GetUtcNow().AddMinutes(-1)), "秘密の相談");
        request.Headers.Add("X-Forwarded-For", "198.51.100.77");
        ((MultipartFormDataContent)request.Content!).Add(new ByteArrayContent(FlowTests.Pdf(10)), "\"u.files\"", "\"秘密の資料.pdf\"");
        using var answer = await forms.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        using var link = await forms.Client.GetAsync($"/forms/t/{site.WriteTicket()}", Cancel);
        foreach (var body in BadBody.Generator.Sample(50, new Rnd(Seed), 30))
        {
            using var bad = Request(body);
            using var _ = await forms.Client.SendAsync(bad, Cancel);
        }
        await forms.KillAsync();
        Assert.Contains("cannot be kept", forms.Said, StringComparison.Ordinal);
        foreach (var word in (string[])["秘密", "山田", "taro", "198.51.100.77", "/forms/t/", "script"]) Assert.DoesNotContain(word, forms.Said, StringComparison.Ordinal);
    }

    private static HttpRequestMessage Request(BadBody body)
    {
        var content = new ByteArrayContent(body.Bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
        return new HttpRequestMessage(HttpMethod.Post, body.Address) { Content = content };
    }

    private static void AssertHarmless(string page, string which)
    {
        var document = new HtmlParser().ParseDocument(page);
        Assert.True(document.QuerySelector("main h1") is not null, $"{which}: no page");
        Assert.True(document.Scripts.Length == 0, $"{which}: a script");
        var odd = document.All.FirstOrDefault(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) || element is { LocalName: "img" or "iframe" });
        Assert.True(odd is null, $"{which}: {odd?.OuterHtml}");
    }

    [GeneratedRegex(@"^[A-Za-z0-9.@-]+\z")]
    private static partial Regex MailAddress();
}
