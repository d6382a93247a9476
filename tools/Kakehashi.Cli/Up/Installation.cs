using System.Security.Cryptography;

namespace Kakehashi.Cli.Up;

/// <summary>One programme's data directory and ports. Everything that one installation owns is below <see cref="Data"/>.</summary>
/// <param name="Program">Name of a folder below <c>content/programs/</c>.</param>
/// <param name="Data">Absolute path.</param>
/// <param name="BasePort">Site; then cms, forms and the plain-HTTP redirect in this order.</param>
public sealed record Installation(string Program, string Data, int BasePort)
{
    public int SitePort => BasePort;

    public int CmsPort => BasePort + 1;

    public int FormsPort => BasePort + 2;

    public int HttpPort => BasePort + 3;

    public string SiteUrl => $"https://localhost:{SitePort}/";

    public string CmsUrl => $"https://localhost:{CmsPort}/";

    public string FormsUrl => $"http://127.0.0.1:{FormsPort}/";

    /// <summary>What visitors are served.</summary>
    public string Public => Path.Combine(Data, "public");

    /// <summary>What the generator remembers of the CMS.</summary>
    public string Generator => Path.Combine(Data, "generator");

    /// <summary>Media, mail folder and keys of the CMS.</summary>
    public string Cms => Path.Combine(Data, "cms");

    /// <summary>What the forms API accepted and the CMS has not filed yet, sealed; with the CMS's public keys.</summary>
    public string Inbox => Path.Combine(Data, "forms", "inbox");

    /// <summary>Key with which the forms API marks what travels in its pages. It opens nothing.</summary>
    public string PageKey => Path.Combine(Data, "forms", "page.key");

    public string Certificates => Path.Combine(Data, "certificates");

    public string Logs => Path.Combine(Data, "logs");

    /// <summary>Present once the sample content was imported.</summary>
    public string ImportedMark => Path.Combine(Data, "imported");

    /// <summary>Socket on which the site process renders previews for the CMS; short, because a socket's path is limited to 107 bytes.</summary>
    public string PreviewSocket => Path.Combine(Sockets, "preview.sock");

    /// <summary>Directory of Unix sockets, for the owner alone.</summary>
    public string Sockets => ShortEnough(Path.Combine(Data, "run"), "run-" + Name);

    /// <summary>A path for sockets: as wished, or a short private one where the wished one is too long.</summary>
    /// <exception cref="SetupException">Neither <c>XDG_RUNTIME_DIR</c> nor <c>/run</c> can hold it.</exception>
    public static string ShortEnough(string wished, string name)
    {
        if (wished.Length < 80) return wished;
        // Not /tmp: there anybody could have made a directory of that name before us.
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } own ? own : Environment.UserName == "root" ? "/run" : null;
        return runtime is null
            ? throw new SetupException($"データを置くフォルダーの名前が長すぎます（{wished}）。--data にもっと短い場所を指定してください。")
            : Path.Combine(runtime, "kakehashi", name);
    }

    /// <summary>Stable short name of this data directory.</summary>
    public string Name => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Data)))[..12];

    /// <summary>Key with which the generator reads the delivery API; made on first use, 256 bits, readable by the owner alone.</summary>
    public string DeliveryKey()
    {
        var path = Path.Combine(Data, "keys", "delivery.key");
        if (!File.Exists(path))
        {
            CreatePrivate(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            using var writer = new StreamWriter(path, options);
            writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }
        return File.ReadAllText(path).Trim();
    }

    /// <summary>Makes a directory that only its owner may enter.</summary>
    public static void CreatePrivate(string directory) =>
        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
