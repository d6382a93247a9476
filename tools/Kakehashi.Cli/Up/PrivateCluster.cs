using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Kakehashi.Cli.Up;

/// <summary>The installation's own PostgreSQL, on a Unix socket only. Used where no <c>ConnectionStrings__Cms</c> names another one.</summary>
public sealed class PrivateCluster
{
    const int Port = 5432;
    readonly string directory;
    readonly string socket;
    readonly string binaries;
    readonly string? owner;

    /// <exception cref="SetupException">PostgreSQL's server programs are not installed.</exception>
    public PrivateCluster(Installation installation)
    {
        binaries = FindBinaries();
        owner = Environment.UserName == "root" ? "postgres" : null;
        var inside = Path.Combine(installation.Data, "postgres");
        // PostgreSQL refuses to run as root, and its own user may not reach a directory below root's home.
        directory = owner is null || IsReachable(installation.Data) ? inside : $"/var/lib/kakehashi/{installation.Name}";
        socket = Installation.ShortEnough(directory, "postgres-" + installation.Name);
    }

    /// <summary>For Npgsql. The socket's directory admits its owner alone, so no password is needed.</summary>
    public string ConnectionString => $"Host={socket};Port={Port};Username=kakehashi;Database=kakehashi;Maximum Pool Size=40";

    string DataFiles => Path.Combine(directory, "data");

    /// <summary>Makes the cluster on first use, starts it where it does not run, and makes the database.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var path in new[] { directory, socket })
        {
            Directory.CreateDirectory(path);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            if (owner is not null) await RunAsync("chown", [owner, path], cancellation);
        }
        if (!File.Exists(Path.Combine(DataFiles, "PG_VERSION")))
            await RunAsOwnerAsync("initdb", ["-D", DataFiles, "-U", "kakehashi", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"], cancellation);
        if (!await TryAsOwnerAsync("pg_ctl", ["-D", DataFiles, "status"], cancellation))
            await RunAsOwnerAsync("pg_ctl", ["-D", DataFiles, "-w", "-t", "60", "-l", Path.Combine(directory, "log"), "-o",
                string.Create(CultureInfo.InvariantCulture, $"-k '{socket}' -p {Port} -c listen_addresses='' -c max_connections=120"), "start"], cancellation);
        if (!await TryAsOwnerAsync("psql", ["-h", socket, "-p", "5432", "-U", "kakehashi", "-d", "kakehashi", "-c", "select 1"], cancellation))
            await RunAsOwnerAsync("createdb", ["-h", socket, "-p", "5432", "-U", "kakehashi", "kakehashi"], cancellation);
    }

    /// <summary>Whether a server listens on the socket now.</summary>
    public bool Answers()
    {
        try
        {
            using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            probe.Connect(new UnixDomainSocketEndPoint(Path.Combine(socket, ".s.PGSQL.5432")));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Stops it cleanly; open sessions are ended.</summary>
    public Task StopAsync(CancellationToken cancellation) =>
        TryAsOwnerAsync("pg_ctl", ["-D", DataFiles, "-m", "fast", "-w", "stop"], cancellation);

    static string FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .OrderByDescending(bin => int.TryParse(Path.GetFileName(Path.GetDirectoryName(bin)), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0)
            .FirstOrDefault() is { } found
            ? found
            : throw new SetupException("PostgreSQLのサーバーがありません。apt-get install postgresql で入れるか、ConnectionStrings__Cms に接続先を指定してください。");

    static bool IsReachable(string path)
    {
        const UnixFileMode Enter = UnixFileMode.OtherExecute;
        for (var at = Path.GetFullPath(path); at is not null; at = Path.GetDirectoryName(at))
            if (Directory.Exists(at) && (File.GetUnixFileMode(at) & Enter) == 0) return false;
        return true;
    }

    Task RunAsOwnerAsync(string program, string[] arguments, CancellationToken cancellation) => RunAsync(Start(program, arguments), cancellation);

    static Task RunAsync(string program, string[] arguments, CancellationToken cancellation) => RunAsync(new ProcessStartInfo(program, arguments), cancellation);

    async Task<bool> TryAsOwnerAsync(string program, string[] arguments, CancellationToken cancellation) =>
        (await ExitAsync(Start(program, arguments), cancellation)).Code == 0;

    ProcessStartInfo Start(string program, string[] arguments)
    {
        var path = Path.Combine(binaries, program);
        return owner is null
            ? new ProcessStartInfo(path, arguments) { WorkingDirectory = "/" }
            : new ProcessStartInfo("setpriv", [$"--reuid={owner}", $"--regid={owner}", "--init-groups", path, .. arguments]) { WorkingDirectory = "/" };
    }

    static async Task RunAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        var (code, output) = await ExitAsync(start, cancellation);
        if (code != 0) throw new SetupException($"「{start.FileName} {string.Join(' ', start.ArgumentList)}」が失敗しました。{output.Trim()}");
    }

    static async Task<(int Code, string Output)> ExitAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        // The server inherits what pg_ctl was given: its output goes to a file, or reading it would never end.
        var log = Path.GetTempFileName();
        try
        {
            var script = new ProcessStartInfo("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", log, start.FileName, .. start.ArgumentList]) { WorkingDirectory = start.WorkingDirectory };
            using var process = Process.Start(script)!;
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await File.ReadAllTextAsync(log, cancellation));
        }
        finally
        {
            File.Delete(log);
        }
    }
}

/// <summary>Something that the person who starts the installation has to mend; the message says how.</summary>
public sealed class SetupException(string message) : Exception(message);
