using System.Net;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Kakehashi.Content.Types;
using Kakehashi.Forms.Limits;
using Kakehashi.Forms.Tests.Setting;
using SolutionProposal = Kakehashi.Content.Forms.Definitions.SolutionProposal;

namespace Kakehashi.Forms.Tests;

public sealed class UploadTests
{
    [Theory]
    [InlineData("表.pdf", "GIF89a")]
    [InlineData("program.exe", "MZ")]
    [InlineData("絵.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("表.csv", "=1+1")]
    [InlineData("写真.png", "%PDF-1.7")]
    public async Task The_kind_is_judged_by_content_and_name_together(string name, string content)
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await FlowTests.InquiryAsync(site);
        await visitor.Choose("u.files", name, System.Text.Encoding.UTF8.GetBytes(content)).PressAsync("confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("受け付けられない種類です", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(site.Names(Inbox.Held));
    }

    [Fact]
    public async Task A_question_for_documents_takes_no_picture_and_offers_none()
    {
        await using var site = await FormsSite.StartAsync();
        site.Publish(SampleForms.Page(SolutionProposal.For(SampleForms.Program, new Issue { Title = "見本の課題" }), "sample"));
        var visitor = new Visitor(site.Client);
        await visitor.OpenAsync("/forms/proposal/sample/");
        Assert.Equal(".pdf,.docx,.xlsx,.pptx", visitor.Page.GetElementById("u.files")!.GetAttribute("accept"));
        await visitor.Choose("u.files", "写真.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[32]]).PressAsync("confirm");
        Assert.Contains("「写真.png」は受け付けられない種類です。PDF、Word（docx）、Excel（xlsx）、PowerPoint（pptx）を選んでください。", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(site.Names(Inbox.Held));
    }

    [Fact]
    public async Task Empty_and_too_large_files_are_refused_by_name_and_leave_nothing()
    {
        await using var site = await FormsSite.StartAsync(options => options with { Limits = new FormsLimits { FileBytes = 1024 * 1024 } });
        var visitor = await FlowTests.InquiryAsync(site);
        await visitor.Choose("u.files", "空.pdf", []).Choose("u.files", "大.pdf", FlowTests.Pdf(1024 * 1024)).Choose("u.files", "良.pdf", FlowTests.Pdf(100)).PressAsync("confirm");
        Assert.Contains("「空.pdf」は中身が空です", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("「大.pdf」は大きすぎます。1MBまで", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("良.pdf", visitor.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0), (site.Names(Inbox.Held).Length, site.Names(Inbox.Tmp).Length));
    }

    [Fact]
    public async Task More_files_than_the_question_takes_are_told_and_can_be_taken_back()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await FlowTests.InquiryAsync(site);
        for (var i = 0; i < 6; i++) visitor.Choose("u.files", $"{i}.pdf", FlowTests.Pdf(10));
        await visitor.PressAsync("confirm");
        Assert.Contains("3個までです", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(4, site.Names(Inbox.Held).Length);
        await visitor.PressAsync(visitor.Page.QuerySelectorAll("button[name=step]").First(button => button.GetAttribute("value")!.StartsWith("drop:", StringComparison.Ordinal)).GetAttribute("value")!);
        await visitor.PressAsync("confirm");
        Assert.StartsWith("確認：", visitor.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_never_becomes_a_path_and_hides_nothing()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await FlowTests.InquiryAsync(site);
        await visitor.Choose("u.files", "C:\\fakepath\\..\\見積\u202Efdp.pdf", FlowTests.Pdf(10)).PressAsync("confirm");
        site.Time.Advance(TimeSpan.FromSeconds(5));
        await visitor.PressAsync("send");
        var file = Assert.Single(Assert.Single(site.Accepted()).Files);
        Assert.Equal("見積fdp.pdf", site.Open<HeldFileSecret>(file.Envelope!).Name);
        Assert.Matches("^[0-9a-f]{32}$", Assert.Single(site.Names(Inbox.Files)));
    }

    [Fact]
    public async Task What_nobody_comes_back_for_is_swept_away_and_who_comes_back_too_late_is_told()
    {
        await using var site = await FormsSite.StartAsync();
        var visitor = await FlowTests.InquiryAsync(site);
        await visitor.Choose("u.files", "資料.pdf", FlowTests.Pdf(10)).PressAsync("confirm");
        site.Time.Advance(TimeSpan.FromSeconds(5));
        var held = site.PathOf(Inbox.Held, Assert.Single(site.Names(Inbox.Held)));
        File.SetLastWriteTimeUtc(held, site.Time.GetUtcNow().UtcDateTime.AddHours(-25));
        site.Sweep();
        Assert.Empty(site.Names(Inbox.Held));
        await visitor.PressAsync("send");
        Assert.Contains("もう一度選んでください", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(site.Names(Inbox.New));
    }

    [Fact]
    public async Task When_abandoned_files_fill_their_space_new_ones_are_refused_until_it_is_swept()
    {
        await using var site = await FormsSite.StartAsync(options => options with { Limits = new FormsLimits { FileBytes = 1000, HeldBytes = 1500 } });
        var visitor = await FlowTests.InquiryAsync(site);
        await visitor.Choose("u.files", "一.pdf", FlowTests.Pdf(900)).Choose("u.files", "二.pdf", FlowTests.Pdf(900)).PressAsync("confirm");
        Assert.Contains("ただいまファイルを受け取れません", visitor.Text, StringComparison.Ordinal);
        Assert.Single(site.Names(Inbox.Held));
    }

    [Fact]
    public async Task An_attachment_cannot_be_put_to_another_question_or_invented()
    {
        await using var site = await FormsSite.StartAsync();
        var file = new HeldFile(new string('a', 32), "偽.pdf", 1, "x.x.x.x.x");
        var forged = new Steps.Attachment("files", file).Write(new PageSignature(new byte[32]));
        var elsewhere = new Steps.Attachment("other", file).Write(PageSignature.Ensure(site.KeyFile));
        using var request = Inquiry.Request("confirm", [.. Inquiry.Fields, new("f.files", forged), new("f.files", elsewhere), new("f.files", "../../etc/passwd")]);
        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("偽.pdf", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_of_20_MB_by_eight_visitors_at_once_fit_into_64_MB_of_memory()
    {
        await using var site = await FormsSite.StartAsync();
        using var forms = await FormsProcess.StartAsync(site.Inbox, site.Documents, site.KeyFile, heapBytes: 64 * 1024 * 1024);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => HoldAsync(forms.Client, 20 * 1024 * 1024 - 100)));
        Assert.Equal(8, site.Names(Inbox.Held).Length);
        Assert.All(site.Names(Inbox.Held), name => Assert.InRange(new FileInfo(site.PathOf(Inbox.Held, name)).Length, 20 * 1024 * 1024 - 100, SealedFile.SealedLength(20 * 1024 * 1024)));
    }

    private static async Task HoldAsync(HttpClient client, int bytes)
    {
        using var request = Inquiry.Request("confirm", Inquiry.Fields);
        ((MultipartFormDataContent)request.Content!).Add(new StreamContent(new Zeros(bytes)), "\"u.files\"", "\"大.pdf\"");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>A PDF of any length that is nowhere in memory.</summary>
    private sealed class Zeros(int length) : Stream
    {
        private int position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var head = FlowTests.Pdf(0);
            var read = Math.Min(count, head.Length + length - position);
            buffer.AsSpan(offset, read).Clear();
            if (position < head.Length) head.AsSpan(position, Math.Min(read, head.Length - position)).CopyTo(buffer.AsSpan(offset));
            position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
