using System.IO.Compression;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Submissions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kakehashi.Cms.Tests.Intake;

/// <summary>Asks a real clamd; skipped where none is installed.</summary>
public sealed class VirusScannerTests : IAsyncLifetime
{
    Clamd clamd = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Clamd.IsInstalled, "clamd (Debian's clamav-daemon) is not installed.");
        clamd = await Clamd.StartAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        clamd?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Clamd_tells_clean_files_from_infected_ones()
    {
        Assert.Equal(ScanState.Clean, await ScanAsync("%PDF-1.7 案内"u8.ToArray()));
        Assert.Equal(ScanState.Clean, await ScanAsync([]));
        Assert.Equal(ScanState.Infected, await ScanAsync(Clamd.Eicar));
        Assert.Equal(ScanState.Infected, await ScanAsync(Document(Clamd.Eicar)));
        Assert.Equal(ScanState.Clean, await ScanAsync(Document("案内"u8.ToArray())));
    }

    [Theory]
    [InlineData(Clamd.MaxFile + 1)]
    [InlineData(Clamd.MaxStream + 1)]
    [InlineData(20 * 1024 * 1024)]
    public async Task A_file_that_clamd_does_not_look_through_counts_as_not_scanned(int bytes)
    {
        var file = new byte[bytes];
        Clamd.Eicar.CopyTo(file, bytes - Clamd.Eicar.Length);
        Assert.Equal(ScanState.Unscanned, await ScanAsync(file));
        Assert.Equal(ScanState.Infected, await ScanAsync(Clamd.Eicar));
    }

    [Fact]
    public async Task Once_clamd_has_stopped_a_file_counts_as_not_scanned()
    {
        Assert.Equal(ScanState.Infected, await ScanAsync(Clamd.Eicar));
        clamd.Dispose();
        Assert.Equal(ScanState.Unscanned, await ScanAsync(Clamd.Eicar));
        clamd = await Clamd.StartAsync(Ct);
        Assert.Equal(ScanState.Infected, await ScanAsync(Clamd.Eicar));
    }

    // A Word file is a ZIP archive.
    static byte[] Document(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry("word/document.xml").Open()) entry.Write(content);
        return bytes.ToArray();
    }

    Task<ScanState> ScanAsync(byte[] content) =>
        new VirusScanner(new CmsOptions { ConnectionString = "", DataDirectory = "", ClamAv = clamd.Socket }, TimeProvider.System, NullLogger<VirusScanner>.Instance).ScanAsync(new MemoryStream(content), Ct);
}
