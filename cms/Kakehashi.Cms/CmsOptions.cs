using System.Net;

namespace Kakehashi.Cms;

/// <summary>What an installation decides. Read from <c>cms.json</c> in the data directory, then the environment (<c>Cms__…</c>), then arguments.</summary>
public sealed record CmsOptions
{
    /// <summary>PostgreSQL; also read from <c>ConnectionStrings__Cms</c>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Media files and, where no mail server is set, written mails.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>0 = any free port.</summary>
    public int Port { get; init; } = 8444;

    /// <summary>Address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>PEM certificate and key for HTTPS; null = plain HTTP, behind a proxy or in a test.</summary>
    public string? CertificatePath { get; init; }

    /// <inheritdoc cref="CertificatePath"/>
    public string? CertificateKeyPath { get; init; }

    /// <summary>Where staff open the CMS, with a trailing slash; stands in mails.</summary>
    public Uri PublicAddress { get; init; } = new("https://localhost:8444/");

    /// <summary>Public site, with a trailing slash; null = not shown.</summary>
    public Uri? PublicSite { get; init; }

    /// <summary>Forms API; null = none.</summary>
    public Uri? Forms { get; init; }

    /// <summary>Unix socket of the site process that renders previews; null = <see cref="PreviewUrl"/>, or no preview.</summary>
    public string? PreviewSocket { get; init; }

    /// <inheritdoc cref="PreviewSocket"/>
    public Uri? PreviewUrl { get; init; }

    /// <summary>Key that readers of <c>/delivery/v1</c> show; at least 32 characters. Null = nobody may read.</summary>
    public string? DeliveryKey { get; init; }

    /// <summary>Mail server; null = mails are written as files to <c>mail/</c> in the data directory.</summary>
    public string? SmtpHost { get; init; }

    public int SmtpPort { get; init; } = 25;

    /// <summary>STARTTLS.</summary>
    public bool SmtpTls { get; init; }

    public string? SmtpUser { get; init; }

    public string? SmtpPassword { get; init; }

    /// <summary>Sender of notifications.</summary>
    public string MailFrom { get; init; } = "cms@site.example";

    /// <summary>Inbox directory that the forms process fills; null = <c>inbox</c> in the data directory.</summary>
    public string? Inbox { get; init; }

    /// <summary>ClamAV daemon that judges attachments: path of its Unix socket, or <c>host:port</c>; null = none, attachments are shown as 未検査.</summary>
    public string? ClamAv { get; init; }

    /// <summary>The ring of personal keys as JSON, as <c>keys/personal.json</c> of the data directory holds it; null = that file, made on the first start.</summary>
    public string? PersonalKeys { get; init; }

    /// <summary>The one clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Reads the settings. <c>--data DIR</c> (or <c>Cms__DataDirectory</c>) names the data directory; default <c>data</c>.</summary>
    /// <exception cref="InvalidOperationException">Something obligatory is missing; the message names it.</exception>
    public static CmsOptions Read(string[] args)
    {
        var given = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var data = Path.GetFullPath(given["data"] ?? given["Cms:DataDirectory"] ?? "data");
        var all = new ConfigurationBuilder().AddJsonFile(Path.Combine(data, "cms.json"), optional: true).AddConfiguration(given).Build();
        var cms = all.GetSection("Cms");
        return new CmsOptions
        {
            ConnectionString = all.GetConnectionString("Cms")
                ?? throw new InvalidOperationException($"No database: set ConnectionStrings__Cms, or ConnectionStrings:Cms in {Path.Combine(data, "cms.json")}."),
            DataDirectory = data,
            Port = cms.GetValue("Port", 8444),
            Address = IPAddress.Parse(cms["Address"] ?? "127.0.0.1"),
            CertificatePath = cms["CertificatePath"],
            CertificateKeyPath = cms["CertificateKeyPath"],
            PublicAddress = cms.GetValue("PublicAddress", new Uri("https://localhost:8444/"))!,
            PublicSite = cms.GetValue<Uri>("PublicSite"),
            Forms = cms.GetValue<Uri>("Forms"),
            PreviewSocket = cms["PreviewSocket"],
            PreviewUrl = cms.GetValue<Uri>("PreviewUrl"),
            DeliveryKey = cms["DeliveryKey"],
            SmtpHost = cms["SmtpHost"],
            SmtpPort = cms.GetValue("SmtpPort", 25),
            SmtpTls = cms.GetValue("SmtpTls", false),
            SmtpUser = cms["SmtpUser"],
            SmtpPassword = cms["SmtpPassword"],
            MailFrom = cms["MailFrom"] ?? "cms@site.example",
            Inbox = cms["Inbox"],
            ClamAv = cms["ClamAv"],
            PersonalKeys = cms["PersonalKeys"],
        };
    }
}
