using System.Diagnostics;
using System.Text;

namespace Kakehashi.Cms.Tests.Intake;

/// <summary>A real ClamAV daemon on a socket of its own. It knows one signature, that of the EICAR test file, and needs no network.</summary>
sealed class Clamd : IDisposable
{
    /// <summary>Bytes of a file that it takes (StreamMaxLength).</summary>
    public const int MaxStream = 2 * 1024 * 1024;

    /// <summary>Bytes of a file that it looks into (MaxFileSize).</summary>
    public const int MaxFile = 1024 * 1024;

    static readonly string? Program = ((string[])["/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd"]).FirstOrDefault(File.Exists);

    readonly string directory = Directory.CreateTempSubdirectory("kakehashi-clamd-").FullName;
    readonly Process process;

    Clamd()
    {
        var signatures = Directory.CreateDirectory(Path.Combine(directory, "signatures")).FullName;
        File.WriteAllText(Path.Combine(signatures, "eicar.ndb"), $"Kakehashi.Eicar:0:*:{Convert.ToHexStringLower(Eicar)}\n");
        var settings = Path.Combine(directory, "clamd.conf");
        File.WriteAllText(settings, $"""
            LocalSocket {Socket}
            DatabaseDirectory {signatures}
            TemporaryDirectory {directory}
            Foreground yes
            StreamMaxLength {MaxStream}
            MaxFileSize {MaxFile}
            AlertExceedsMax yes

            """);
        process = Process.Start(new ProcessStartInfo(Program!, [$"--config-file={settings}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    public static bool IsInstalled => Program is not null;

    /// <summary>The test file that every scanner calls a virus, in two halves so that none calls this one so.</summary>
    public static byte[] Eicar { get; } = [.. Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$"), .. Encoding.ASCII.GetBytes("EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")];

    public string Socket => Path.Combine(directory, "clamd.sock");

    /// <summary>Starts one that listens.</summary>
    public static async Task<Clamd> StartAsync(CancellationToken ct)
    {
        var clamd = new Clamd();
        var said = new StringBuilder();
        while (await clamd.process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            // Its last line before it answers.
            if (line.StartsWith("Self checking", StringComparison.Ordinal)) return clamd;
            said.AppendLine(line);
        }
        clamd.Dispose();
        throw new InvalidOperationException($"clamd does not start: {said}");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(directory, recursive: true);
    }
}
