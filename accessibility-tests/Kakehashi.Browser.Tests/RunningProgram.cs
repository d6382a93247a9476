using System.Net.NetworkInformation;

namespace Kakehashi.Browser.Tests;

/// <summary>Tests that share the one installation run one after another: some of them kill parts of it.</summary>
[CollectionDefinition]
public sealed class OneInstallation : ICollectionFixture<RunningProgram>;

/// <summary>A whole installation of the sample programme, brought up by <c>tools/up</c> in a folder of its own.</summary>
/// <remarks>Its end is part of the test: asked to stop, all of it must be gone in time.</remarks>
public sealed class RunningProgram : IAsyncLifetime
{
    // Away from the default ports, so that an installation in daily use may run beside the tests.
    private const int FirstPort = 18443;
    private const int PortsNeeded = 4;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortLimit = TimeSpan.FromSeconds(10);
    private static readonly string[] Roles = ["editor", "approver", "secretariat", "operator"];

    // Not readable by the owner alone: root's database runs as another user.
    private readonly string data = Directory.CreateDirectory(Path.Join(Path.GetTempPath(), $"kakehashi-up-{Guid.NewGuid():N}")).FullName;
    private readonly Dictionary<string, SignIn> signIns = new(StringComparer.Ordinal);
    private RunningProcess? program;

    /// <summary>Data directory of the installation.</summary>
    public string Data => data;

    /// <summary>Files that visitors are served.</summary>
    public string Public => Path.Join(data, "public");

    /// <summary>The public site.</summary>
    public Uri Site { get; private set; } = null!;

    public Uri Cms { get; private set; } = null!;

    public Uri Forms { get; private set; } = null!;

    /// <summary>Where mail that goes out can be read.</summary>
    public string Mail { get; private set; } = "";

    public SignIn Editor => signIns["editor"];

    public SignIn Approver => signIns["approver"];

    public SignIn Secretariat => signIns["secretariat"];

    public SignIn Operator => signIns["operator"];

    public async ValueTask InitializeAsync()
    {
        // All visitors of these tests come from one address, and quickly.
        program = RunningProcess.Start("env", "KAKEHASHI_FORMS_LIMITS__SUBMISSIONSPERMINUTE=600", "KAKEHASHI_FORMS_LIMITS__REQUESTSPERMINUTE=6000", Repository.Tool("up"), "--program", "tochigi-platform", "--data", data, "--base-port", $"{FreePorts()}");
        var ready = Values(await program.LineAsync("ready ", StartLimit));
        (Site, Cms, Forms, Mail) = (new(ready["site"]), new(ready["cms"]), new(ready["forms"]), ready["mail"]);
        while (signIns.Count < Roles.Length)
        {
            var signIn = Values(await program.LineAsync("sign-in ", ShortLimit));
            signIns[signIn["role"]] = new(signIn["user"], signIn["password"]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
            await program.DisposeAsync();
        Assert.Empty(Processes(""));
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Ends a process by force, as a crash does.</summary>
    /// <param name="part">cms, forms or site.</param>
    public Task KillAsync(string part) => SignalAsync("KILL", Assert.Single(Processes($"\0run\0{part}\0")));

    /// <summary>Ends the database at once, without closing anything.</summary>
    public async Task KillDatabaseAsync() =>
        await SignalAsync("QUIT", (await File.ReadAllLinesAsync(Path.Join(data, "postgres", "data", "postmaster.pid")))[0]);

    private static async Task SignalAsync(string signal, string process)
    {
        await RunningProcess.RunAsync("kill", $"-{signal}", process);
        await Eventually.CompleteAsync(() => Task.FromResult(CommandLine($"/proc/{process}").Length > 0 ? $"{process} has not ended" : null), ShortLimit);
    }

    /// <returns>Ids of this installation's processes that have these words in their command line.</returns>
    private IEnumerable<string> Processes(string words) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where char.IsAsciiDigit(Path.GetFileName(folder)[0])
        let commandLine = CommandLine(folder)
        where commandLine.Contains(data, StringComparison.Ordinal) && commandLine.Contains(words, StringComparison.Ordinal)
        select Path.GetFileName(folder);

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Join(process, "cmdline"));
        }
        catch (IOException)
        {
            return ""; // It has ended meanwhile.
        }
    }

    /// <returns>The first of so many ports in a row that nobody listens on: other tests may run on this machine.</returns>
    private static int FreePorts()
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        var first = FirstPort;
        while (Enumerable.Range(first, PortsNeeded).Any(taken.Contains))
            first += PortsNeeded;
        return first;
    }

    /// <summary>The <c>key=value</c> words of a line.</summary>
    private static Dictionary<string, string> Values(string line) =>
        line.Split(' ').Select(word => word.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}

/// <summary>An account made on first run.</summary>
public sealed record SignIn(string User, string Password);
