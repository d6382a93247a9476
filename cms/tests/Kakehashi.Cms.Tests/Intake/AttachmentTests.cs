using System.Net;
using System.Net.Sockets;
using System.Text;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kakehashi.Cms.Tests.Intake;

public sealed class AttachmentTests(Cluster cluster) : IAsyncLifetime
{
    readonly Installation cms = new(cluster);
    FormsProcess forms = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await cms.InitializeAsync();
        forms = new FormsProcess(cms);
        await forms.StartAsync();
    }

    public ValueTask DisposeAsync() => cms.DisposeAsync();

    [Fact]
    public async Task A_file_is_kept_unreadable_on_disk_and_opens_for_the_office_with_a_note()
    {
        var pdf = Encoding.UTF8.GetBytes("%PDF-1.7 とても個人的な文書" + new string('x', 200_000));
        var record = await forms.FileAsync(Inquiry.Name, FormsProcess.Question(), null, null, await forms.AttachAsync("files", "履歴書.pdf", pdf));
        Assert.Empty(forms.Inbox.Names(Inbox.Files));
        foreach (var path in Directory.EnumerateFiles(Path.Combine(cms.Options.DataDirectory, "personal"), "*", SearchOption.AllDirectories))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(path, Ct)).AsSpan().IndexOf("とても個人的"u8));
        var open = await cms.Get<SubmissionReading>().OpenAsync(record.Id, cms.Secretariat, "受付の確認", Ct);
        var file = Assert.Single(open!.Files);
        Assert.Equal(("履歴書.pdf", "application/pdf", ScanState.Unscanned, (long)pdf.Length), (file.Name, file.File.ContentType, file.File.Scan, file.File.Bytes));
        using var content = new MemoryStream();
        Assert.NotNull(await cms.Get<SubmissionReading>().OpenFileAsync(file.File.Id, cms.Secretariat, "添付ファイルの取出し", content, Ct));
        Assert.Equal(pdf, content.ToArray());
        Assert.Equal(["添付ファイルの取出し", "受付の確認"], (await cms.Get<ViewLog>().OfAsync($"submission:{record.Id}", Ct)).Select(view => view.Why));
        Assert.Null(await cms.Get<SubmissionReading>().OpenFileAsync(file.File.Id, cms.Editor, "添付ファイルの取出し", content, Ct));
        Assert.Null(await cms.Get<SubmissionReading>().OpenAsync(record.Id, cms.Operator, "見たい", Ct));
    }

    [Theory]
    [InlineData("案内.exe", "MZ program")]
    [InlineData("案内.pdf", "MZ program that says it is a PDF")]
    [InlineData("../../etc/passwd", "root")]
    public async Task A_file_whose_content_is_of_another_kind_is_refused(string name, string content)
    {
        await forms.AcceptAsync(Inquiry.Name, FormsProcess.Question(), null, null, await forms.AttachAsync("files", name, Encoding.UTF8.GetBytes(content)));
        await forms.RunAsync();
        await using var db = await cms.DbAsync();
        Assert.Equal(StuckReason.Refused, (await db.Set<StuckEnvelope>().SingleAsync(Ct)).Reason);
        Assert.False(await db.Submissions.AnyAsync(Ct));
    }

    [Fact]
    public async Task A_damaged_or_missing_file_sets_the_submission_aside()
    {
        var damaged = await forms.AttachAsync("files", "案内.pdf", "%PDF-1.7 a"u8.ToArray());
        var path = forms.Inbox.Of(Inbox.Files, forms.Inbox.Names(Inbox.Files).Single());
        var bytes = await File.ReadAllBytesAsync(path, Ct);
        bytes[3] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Ct);
        await forms.AcceptAsync(Inquiry.Name, FormsProcess.Question(), null, null, damaged);
        await forms.RunAsync();
        var missing = await forms.AttachAsync("files", "案内.pdf", "%PDF-1.7 b"u8.ToArray());
        foreach (var name in forms.Inbox.Names(Inbox.Files)) File.Delete(forms.Inbox.Of(Inbox.Files, name));
        await forms.AcceptAsync(Inquiry.Name, FormsProcess.Question(), null, null, missing);
        await forms.RunAsync();
        await using var db = await cms.DbAsync();
        Assert.Equal([StuckReason.Broken, StuckReason.Refused], await db.Set<StuckEnvelope>().OrderBy(stuck => stuck.Reason).Select(stuck => stuck.Reason).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_file_sent_twice_while_the_cms_was_away_is_kept_with_each_submission()
    {
        var (pdf, sent) = ("%PDF-1.7 a"u8.ToArray(), new List<string>());
        var file = await forms.AttachAsync("files", "案内.pdf", pdf);
        sent.Add(await forms.AcceptAsync(Inquiry.Name, FormsProcess.Question(), null, null, file));
        sent.Add(await forms.AcceptAsync(Inquiry.Name, FormsProcess.Question(), null, null, file, file));
        await forms.RunAsync();
        await using var db = await cms.DbAsync();
        Assert.False(await db.Set<StuckEnvelope>().AnyAsync(Ct));
        Assert.Empty(forms.Inbox.Names(Inbox.Files));
        Assert.Equal(3, await db.SubmissionFiles.CountAsync(Ct));
        // Each goes on its own day.
        var first = await forms.FindAsync(sent[0]);
        Assert.IsType<Decision.Done>(await cms.Get<SubmissionDesk>().CloseAsync(first.Id, cms.Secretariat, null, Ct));
        Assert.IsType<Decision.Done>(await cms.Get<SubmissionDesk>().CloseAsync((await forms.FindAsync(sent[1])).Id, cms.Secretariat, null, Ct));
        await db.Submissions.Where(one => one.Id == first.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.DeletePersonalAt, cms.Clock.GetUtcNow()), Ct);
        await cms.Get<Cms.Personal.Retention>().RunAsync(Ct);
        foreach (var kept in await db.SubmissionFiles.AsNoTracking().ToListAsync(Ct))
        {
            using var content = new MemoryStream();
            Assert.Equal(kept.SubmissionId != first.Id, await cms.Get<SubmissionReading>().OpenFileAsync(kept.Id, cms.Secretariat, "添付ファイルの取出し", content, Ct) is not null);
            Assert.Equal(kept.SubmissionId == first.Id ? [] : pdf, content.ToArray());
        }
    }

    [Theory]
    [InlineData("stream: OK\0", ScanState.Clean)]
    [InlineData("stream: Eicar-Test-Signature FOUND\0", ScanState.Infected)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanState.Unscanned)]
    public async Task The_virus_scanner_is_asked_and_believed(string answer, ScanState expected)
    {
        using var clamd = new TcpListener(IPAddress.Loopback, 0);
        clamd.Start();
        var received = Task.Run(async () =>
        {
            using var client = await clamd.AcceptTcpClientAsync(Ct);
            await using var stream = client.GetStream();
            var (head, size, content) = (new byte[10], new byte[4], new MemoryStream());
            await stream.ReadExactlyAsync(head, Ct);
            while (true)
            {
                await stream.ReadExactlyAsync(size, Ct);
                var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(size);
                if (length == 0) break;
                var chunk = new byte[length];
                await stream.ReadExactlyAsync(chunk, Ct);
                content.Write(chunk);
            }
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Ct);
            return (Encoding.ASCII.GetString(head), content.ToArray());
        }, Ct);
        var scanner = new VirusScanner(cms.Options with { ClamAv = $"127.0.0.1:{((IPEndPoint)clamd.LocalEndpoint).Port}" }, cms.Clock, NullLogger<VirusScanner>.Instance);
        var file = new byte[150_000];
        Random.Shared.NextBytes(file);
        Assert.Equal(expected, await scanner.ScanAsync(new MemoryStream(file), Ct));
        Assert.Equal("zINSTREAM\0", (await received).Item1);
        Assert.Equal(file, (await received).Item2);
    }

    [Fact]
    public async Task A_scanner_that_hangs_is_waited_for_once_and_judges_what_came_meanwhile_when_it_answers_again()
    {
        await forms.FileAsync(Inquiry.Name, FormsProcess.Question(), null, null, await forms.AttachAsync("files", "案内.pdf", "%PDF-1.7 a"u8.ToArray()), await forms.AttachAsync("files", "資料.pdf", "%PDF-1.7 b"u8.ToArray()));
        using var clamd = new TcpListener(IPAddress.Loopback, 0);
        clamd.Start();
        var scanner = new VirusScanner(cms.Options with { ClamAv = $"127.0.0.1:{((IPEndPoint)clamd.LocalEndpoint).Port}" }, cms.Clock, NullLogger<VirusScanner>.Instance) { Patience = TimeSpan.FromMilliseconds(500) };
        var work = ActivatorUtilities.CreateInstance<ScanWork>(cms.Get<IServiceProvider>(), scanner);
        await work.RunDueAsync(Ct);
        Assert.False(scanner.IsThere);
        // One was asked and did not answer; the next file is not even offered.
        Assert.Equal(ScanState.Unscanned, await scanner.ScanAsync(new MemoryStream([1]), Ct));
        Assert.True(clamd.Pending());
        (await clamd.AcceptTcpClientAsync(Ct)).Dispose();
        Assert.False(clamd.Pending());
        cms.Clock.Advance(ScanWork.RetryAfter);
        var answering = Task.Run(async () =>
        {
            foreach (var answer in new[] { "stream: OK\0", "stream: Eicar-Test-Signature FOUND\0" })
            {
                using var client = await clamd.AcceptTcpClientAsync(Ct);
                await using var stream = client.GetStream();
                var (command, size) = (new byte[10], new byte[4]);
                await stream.ReadExactlyAsync(command, Ct);
                do
                {
                    await stream.ReadExactlyAsync(size, Ct);
                    await stream.ReadExactlyAsync(new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(size)], Ct);
                }
                while (size.Any(part => part != 0));
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Ct);
            }
        }, Ct);
        await work.RunDueAsync(Ct);
        await answering;
        await using var db = await cms.DbAsync();
        Assert.Equal([ScanState.Clean, ScanState.Infected], (await db.SubmissionFiles.OrderBy(file => file.Id).ToListAsync(Ct)).Select(file => file.Scan));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("127.0.0.1:1")]
    [InlineData("/nowhere/clamd.sock")]
    [InlineData("nonsense")]
    public async Task Without_a_scanner_a_file_counts_as_not_scanned(string? address) =>
        Assert.Equal(ScanState.Unscanned, await new VirusScanner(cms.Options with { ClamAv = address }, cms.Clock, NullLogger<VirusScanner>.Instance).ScanAsync(new MemoryStream([1]), Ct));
}
