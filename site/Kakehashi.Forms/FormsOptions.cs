using System.Globalization;
using System.Net;
using Kakehashi.Forms.Limits;

namespace Kakehashi.Forms;

/// <summary>Where the forms API listens, what it reads and where it drops what it takes. Plain HTTP: the site server stands in front of it.</summary>
public sealed record FormsOptions
{
    /// <summary>Address to listen on; loopback unless the site server runs on another machine.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port; 0 lets the system choose.</summary>
    public int Port { get; init; } = 8445;

    /// <summary>The inbox (<see cref="Content.Forms.Inbox"/>): written here, emptied by the CMS.</summary>
    public string Inbox { get; init; } = "forms/inbox";

    /// <summary>Form documents as the generator writes them: <c>NAME/form.json</c>, <c>NAME/SUBJECT/form.json</c>.</summary>
    public string Documents { get; init; } = "public/forms";

    /// <summary>Key that marks what travels in pages; made where missing. It opens nothing.</summary>
    public string KeyFile { get; init; } = "forms/page.key";

    /// <summary>Origins of the public site, such as <c>https://dx.example</c>; empty: the host that the request names.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Machines besides this one whose X-Forwarded-For is believed.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <inheritdoc cref="FormsLimits"/>
    public FormsLimits Limits { get; init; } = new();

    /// <summary>Clock of receipts, links and waiting times.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Reads <c>--address</c>, <c>--port</c>, <c>--inbox</c>, <c>--documents</c>, <c>--key-file</c>, <c>--origins</c> and <c>--proxies</c> (lists with commas)
    /// and <c>--limits:NAME</c> for every property of <see cref="FormsLimits"/>,
    /// else the same words in the environment as KAKEHASHI_FORMS_ADDRESS and so on, else the defaults.
    /// </summary>
    /// <exception cref="FormatException">A value that is no address or no port; the message names it.</exception>
    /// <exception cref="InvalidOperationException">A limit that is no number or time; the message names it.</exception>
    public static FormsOptions Read(string[] args)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("KAKEHASHI_FORMS_").AddCommandLine(args).Build();
        var defaults = new FormsOptions();
        return defaults with
        {
            Address = Setting("address") is { } address ? AddressOf(address) : defaults.Address,
            Port = Setting("port") is { } port ? PortOf(port) : defaults.Port,
            Inbox = Setting("inbox") ?? defaults.Inbox,
            Documents = Setting("documents") ?? defaults.Documents,
            KeyFile = Setting("key-file") ?? defaults.KeyFile,
            Origins = List("origins"),
            Proxies = [.. List("proxies").Select(AddressOf)],
            Limits = settings.GetSection("limits").Get<FormsLimits>() ?? defaults.Limits,
        };

        string? Setting(string name) => settings[name] ?? settings[name.Replace("-", "_", StringComparison.Ordinal)];
        string[] List(string name) => Setting(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    private static IPAddress AddressOf(string text) => IPAddress.TryParse(text, out var parsed)
        ? parsed
        : throw new FormatException($"address '{text}' is not an IP address: write one such as 127.0.0.1.");

    private static int PortOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed <= 65535
        ? parsed
        : throw new FormatException($"port '{text}' is not a port: choose 0 to 65535.");
}
