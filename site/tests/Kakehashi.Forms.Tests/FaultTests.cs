using System.Diagnostics;
using System.Net;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Kakehashi.Forms.Limits;
using Kakehashi.Forms.Steps;
using Kakehashi.Forms.Tests.Setting;

namespace Kakehashi.Forms.Tests;

/// <summary>Whatever fails on this side: an honest page with everything typed still in it, and nothing half accepted.</summary>
public sealed class FaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Without_the_offices_key_nothing_is_accepted_until_it_is_back() =>
        AssertHonestAsync(site => File.Delete(site.PathOf("", Inbox.Keys)), site => site.WriteKeys(site.Key));

    [Fact]
    public Task A_broken_key_file_is_as_good_as_none() =>
        AssertHonestAsync(site => File.WriteAllText(site.PathOf("", Inbox.Keys), """{"keys":[]}"""), site => site.WriteKeys(site.Key));

    [Fact]
    public Task An_inbox_that_has_gone_accepts_nothing_until_it_is_back() =>
        AssertHonestAsync(site => Directory.Move(site.PathOf(Inbox.New), site.PathOf("away")), site => Directory.Move(site.PathOf("away"), site.PathOf(Inbox.New)));

    [Fact]
    public Task A_place_to_write_that_has_gone_accepts_nothing_until_it_is_back() =>
        AssertHonestAsync(site => Directory.Delete(site.PathOf(Inbox.Tmp)), site => Directory.CreateDirectory(site.PathOf(Inbox.Tmp)));

    [Fact]
    public async Task A_full_disk_accepts_nothing_and_says_so()
    {
        Assert.SkipUnless(Environment.UserName == "root", "A small file system of its own needs root.");
        await using var site = await FormsSite.StartAsync();
        await AssertHonestAsync(
            site,
            () =>
            {
                Run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", site.PathOf(Inbox.Tmp));
                File.WriteAllBytes(site.PathOf(Inbox.Tmp, "ballast"), new byte[16 * 1024]);
            },
            () => Run("umount", site.PathOf(Inbox.Tmp)));
    }

    [Fact]
    public async Task A_file_that_cannot_be_kept_costs_no_answer()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await FlowTests.InquiryAsync(site);
        Directory.Delete(site.PathOf(Inbox.Held));
        await visitor.Choose("u.files", "資料.pdf", FlowTests.Pdf(100_000)).PressAsync("confirm");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
        Assert.Contains("ただいまファイルを保存できません", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("山田 花子", visitor.Value("a.person.name"));
        Assert.Empty(site.Names(Inbox.Tmp));
    }

    [Fact]
    public async Task A_key_changed_between_two_steps_seals_for_the_new_one()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await FlowTests.InquiryAsync(site);
        await visitor.Choose("u.files", "資料.pdf", FlowTests.Pdf(10)).PressAsync("confirm");
        var next = PrivateSealingKey.Create();
        site.WriteKeys(next, site.Key);
        site.Time.Advance(TimeSpan.FromSeconds(5));
        await visitor.PressAsync("send");
        var accepted = Assert.Single(site.Accepted(next));
        Assert.Throws<UnknownSealingKeyException>(() => site.Accepted());
        Assert.Equal("資料.pdf", site.Open<HeldFileSecret>(Assert.Single(accepted.Files).Envelope!).Name);
    }

    [Fact]
    public async Task A_visitor_who_sends_too_often_keeps_what_he_typed_and_may_go_on_later()
    {
        await using var site = await FormsSite.StartAsync(options => options with { Limits = new FormsLimits { SubmissionsPerMinute = 1 } });
        var signature = PageSignature.Ensure(site.KeyFile);
        var token = StepToken.Create(site.Time.GetUtcNow().AddSeconds(-10));
        using var first = await site.Client.SendAsync(Inquiry.Send(signature, StepToken.Create(site.Time.GetUtcNow().AddSeconds(-10))), Cancel);
        using var second = await site.Client.SendAsync(Inquiry.Send(signature, token, "2通目の問い合わせです。"), Cancel);
        var page = await second.Content.ReadAsStringAsync(Cancel);
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (second.StatusCode, second.Headers.GetValues("Retry-After").Single()));
        Assert.Contains("2通目の問い合わせです。", page, StringComparison.Ordinal);
        Assert.Contains(token.Write(signature, Inquiry.Address + " "), page, StringComparison.Ordinal);
        Assert.Single(site.Accepted());
        using var elsewhere = Inquiry.Send(signature, token);
        elsewhere.Headers.Add("X-Forwarded-For", "198.51.100.7");
        using var third = await site.Client.SendAsync(elsewhere, Cancel);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task Too_large_a_request_is_told_before_it_is_read()
    {
        await using var site = await FormsSite.StartAsync(options => options with { Limits = new FormsLimits { RequestBytes = 10_000 } });
        using var request = Inquiry.Request("confirm", [new("a.message", new string('あ', 10_000))]);
        request.Headers.ExpectContinue = true;
        using var answer = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task What_this_process_keeps_opens_nothing_that_it_accepted()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await FlowTests.InquiryAsync(site);
        await visitor.Choose("u.files", "秘密.pdf", FlowTests.Pdf(100)).PressAsync("confirm");
        site.Time.Advance(TimeSpan.FromSeconds(5));
        await visitor.PressAsync("send");
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(site.Inbox)!, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(site.Documents, StringComparison.Ordinal)).ToList();
        Assert.Equal(4, files.Count); // keys.json, page.key, the submission, its attachment
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancel);
            foreach (var word in (string[])["山田", "taro@example.jp", "秘密", "%PDF", "\"d\""])
                Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) < 0, $"{word} in {Path.GetFileName(file)}");
        }
        var pageKey = await File.ReadAllBytesAsync(site.KeyFile, Cancel);
        await Assert.ThrowsAsync<BrokenSealException>(() => SealedFile.OpenAsync(File.OpenRead(site.PathOf(Inbox.Files, site.Names(Inbox.Files)[0])), Stream.Null, pageKey, Cancel));
    }

    private static async Task AssertHonestAsync(Action<FormsSite> breaks, Action<FormsSite> mends)
    {
        await using var site = await FormsSite.StartAsync();
        await AssertHonestAsync(site, () => breaks(site), () => mends(site));
    }

    private static async Task AssertHonestAsync(FormsSite site, Action breaks, Action mends)
    {
        var visitor = await FlowTests.InquiryAsync(site);
        await visitor.PressAsync("confirm");
        site.Time.Advance(TimeSpan.FromSeconds(5));
        breaks();
        try
        {
            await visitor.PressAsync("send");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
            Assert.Contains("ただいま受け付けることができません", visitor.Text, StringComparison.Ordinal);
            Assert.Contains("028-000-0000", visitor.Text, StringComparison.Ordinal);
            Assert.Equal("山田 花子", visitor.Value("a.person.name"));
            await visitor.PressAsync("send");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
        }
        finally
        {
            mends();
        }
        Assert.Empty(site.Names(Inbox.New));
        await visitor.PressAsync("send");
        Assert.StartsWith("完了：", visitor.Page.Title, StringComparison.Ordinal);
        Assert.Single(site.Accepted());
    }

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
