namespace Kakehashi.Browser.Tests;

/// <summary>A whole installation of the sample programme, brought up by <c>tools/up</c> in a folder of its own.</summary>
/// <remarks>A class fixture of the tests that sign in. Its end is part of the test: it must stop in order when asked to.</remarks>
public sealed class RunningProgram : IAsyncLifetime
{
    // Away from the default ports, so that an installation in daily use may run beside the tests.
    private const int BasePort = 18443;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SignInLimit = TimeSpan.FromSeconds(10);
    private static readonly string[] Roles = ["editor", "approver", "secretariat", "operator"];
    private readonly string data = Directory.CreateTempSubdirectory("kakehashi-up-").FullName;
    private readonly Dictionary<string, SignIn> signIns = new(StringComparer.Ordinal);
    private RunningProcess? program;

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
        program = RunningProcess.Start(Repository.Tool("up"), "--program", "tochigi-platform", "--data", data, "--base-port", $"{BasePort}");
        var ready = Values(await program.LineAsync("ready ", StartLimit));
        (Site, Cms, Forms, Mail) = (new(ready["site"]), new(ready["cms"]), new(ready["forms"]), ready["mail"]);
        while (signIns.Count < Roles.Length)
        {
            var signIn = Values(await program.LineAsync("sign-in ", SignInLimit));
            signIns[signIn["role"]] = new(signIn["user"], signIn["password"]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
            await program.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>The <c>key=value</c> words of a line.</summary>
    private static Dictionary<string, string> Values(string line) =>
        line.Split(' ').Select(word => word.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}

/// <summary>An account made on first run.</summary>
public sealed record SignIn(string User, string Password);
