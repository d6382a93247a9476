using System.Globalization;
using System.Net;

namespace Kakehashi.Forms;

/// <summary>Where the forms API listens. Plain HTTP: the site server stands in front of it.</summary>
public sealed record FormsOptions
{
    /// <summary>Address to listen on; loopback unless the site server runs on another machine.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port; 0 lets the system choose.</summary>
    public int Port { get; init; } = 8445;

    /// <summary>Reads <c>--address</c> and <c>--port</c>, else KAKEHASHI_FORMS_ADDRESS and KAKEHASHI_FORMS_PORT, else the defaults.</summary>
    /// <exception cref="FormatException">A value that is no address or no port; the message names it.</exception>
    public static FormsOptions Read(string[] args)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("KAKEHASHI_FORMS_").AddCommandLine(args).Build();
        var options = new FormsOptions();
        if (settings["address"] is { } address)
        {
            options = options with
            {
                Address = IPAddress.TryParse(address, out var parsed)
                    ? parsed
                    : throw new FormatException($"address '{address}' is not an IP address: write one such as 127.0.0.1."),
            };
        }
        if (settings["port"] is { } port)
        {
            options = options with
            {
                Port = int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed <= 65535
                    ? parsed
                    : throw new FormatException($"port '{port}' is not a port: choose 0 to 65535."),
            };
        }
        return options;
    }
}
