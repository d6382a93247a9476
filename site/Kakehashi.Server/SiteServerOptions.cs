using System.Net;
using Kakehashi.Server.Certificates;
using Microsoft.Extensions.Options;

namespace Kakehashi.Server;

/// <summary>What one <see cref="SiteServer"/> serves, where it listens and with which certificate.</summary>
public sealed record SiteServerOptions
{
    /// <summary>Root of the built site. Must exist; symbolic links below it are never followed.</summary>
    public required string Directory { get; init; }

    /// <summary>Address to listen on; null for every address of the machine.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>HTTPS port; 0 lets the system choose (see <c>WebApplication.Urls</c> after the start).</summary>
    public int Port { get; init; } = 8443;

    /// <summary>Port whose plain HTTP requests are redirected to HTTPS; null for none, 0 lets the system choose.</summary>
    public int? HttpPort { get; init; }

    /// <summary>HTTPS port as visitors see it, where a firewall forwards another one; null for the port listened on.</summary>
    public int? PublicPort { get; init; }

    /// <summary>
    /// PEM certificate with its chain, or a PKCS #12 file where <see cref="CertificateKeyPath"/> is null.
    /// Read again when the file changes. Null for a <see cref="LocalCertificate"/>.
    /// </summary>
    public string? CertificatePath { get; init; }

    /// <summary>PEM private key of <see cref="CertificatePath"/>; may be the same file.</summary>
    public string? CertificateKeyPath { get; init; }

    /// <summary>Password of the PKCS #12 file; null for none.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>Where a local certificate is kept. Required where no <see cref="CertificatePath"/> is given.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Names and addresses a local certificate stands for, besides localhost, 127.0.0.1 and ::1.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>Origin of the forms API, such as <c>http://127.0.0.1:8445</c>; null answers every <c>/forms/*</c> with 503.</summary>
    public Uri? Forms { get; init; }

    /// <summary>Largest request body handed to the forms API, in bytes; greater than 0.</summary>
    public long FormsBodyLimitBytes { get; init; } = 60L * 1024 * 1024;

    /// <summary>Longest wait for the forms API without any progress; greater than 0.</summary>
    public TimeSpan FormsTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Memory for small files, in bytes; 0 reads every file from disk.</summary>
    public long CacheBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Clock for certificates, the file cache and time-outs.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <exception cref="OptionsValidationException">One sentence for every wrong value.</exception>
    internal void Validate()
    {
        var failures = Failures().ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(nameof(SiteServerOptions), typeof(SiteServerOptions), failures);
    }

    private IEnumerable<string> Failures()
    {
        if (!System.IO.Directory.Exists(Directory))
            yield return $"Directory '{Directory}' does not exist: build the site first, or name another folder.";
        if (Port is < 0 or > 65535)
            yield return $"Port {Port} is not a port: choose 0 to 65535.";
        if (HttpPort is < 0 or > 65535)
            yield return $"HttpPort {HttpPort} is not a port: choose 0 to 65535, or none.";
        if (HttpPort == Port && Port != 0)
            yield return $"HttpPort and Port are both {Port}: choose two different ports.";
        if (PublicPort is < 1 or > 65535)
            yield return $"PublicPort {PublicPort} is not a port: choose 1 to 65535, or none.";
        if (CertificatePath is null && DataDirectory is null)
            yield return "CertificatePath and DataDirectory are both missing: give a certificate, or a folder to keep a local one in.";
        if (CertificatePath is not null && !File.Exists(CertificatePath))
            yield return $"CertificatePath '{CertificatePath}' does not exist.";
        if (CertificateKeyPath is not null && !File.Exists(CertificateKeyPath))
            yield return $"CertificateKeyPath '{CertificateKeyPath}' does not exist.";
        if (CertificateKeyPath is not null && CertificatePath is null)
            yield return "CertificateKeyPath is given without CertificatePath: give both, or neither.";
        foreach (var name in HostNames.Where(name => !LocalCertificate.IsHostName(name)))
            yield return $"HostNames holds '{name}': write DNS names or IP addresses, without scheme and port.";
        if (Forms is not null && !(Forms is { IsAbsoluteUri: true, PathAndQuery: "/" } && Forms.Scheme is "http" or "https"))
            yield return $"Forms '{Forms}' is not an origin: write scheme, host and port only, such as http://127.0.0.1:8445.";
        if (FormsBodyLimitBytes <= 0)
            yield return $"FormsBodyLimitBytes {FormsBodyLimitBytes} is too small: choose 1 or more.";
        if (FormsTimeout <= TimeSpan.Zero)
            yield return $"FormsTimeout {FormsTimeout} is too short: choose a time greater than 0.";
        if (CacheBytes < 0)
            yield return $"CacheBytes {CacheBytes} is negative: choose 0 or more.";
    }
}
