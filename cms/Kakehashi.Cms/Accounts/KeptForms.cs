using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Kakehashi.Cms.Accounts;

/// <summary>A form that came without a session.</summary>
/// <param name="Path">Where it was posted; root-relative.</param>
/// <param name="Fields">Its text fields; no files.</param>
public sealed record KeptForm(string Path, IReadOnlyDictionary<string, string[]> Fields);

/// <summary>Carries what was typed across a sign-in, sealed, inside the sign-in page.</summary>
public sealed class KeptForms(IDataProtectionProvider protection)
{
    /// <summary>Most bytes of text carried, before compression.</summary>
    public const int MaxBytes = 2_000_000;

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Kakehashi.Cms.Accounts.KeptForms").ToTimeLimitedDataProtector();

    /// <summary>The posted form as sealed text; null where there is none, it comes from another site, is too large, does not tell its length or has passwords.</summary>
    public async Task<string?> SealAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType || request.Headers["Sec-Fetch-Site"] is [not "same-origin", ..] || request.ContentLength is not <= 2 * MaxBytes
            || request.Path.StartsWithSegments(PasswordEndpoints.Path)) return null;
        var form = await request.ReadFormAsync(ct);
        var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray(), StringComparer.Ordinal);
        var json = JsonSerializer.SerializeToUtf8Bytes(new KeptForm(request.Path, fields));
        if (json.Length > MaxBytes) return null;
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest)) brotli.Write(json);
        return Convert.ToBase64String(protector.Protect(compressed.ToArray(), TimeSpan.FromHours(12)));
    }

    /// <summary>The form again; null where the text is not ours or is too old.</summary>
    public KeptForm? Open(string? sealedForm)
    {
        if (string.IsNullOrEmpty(sealedForm)) return null;
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(protector.Unprotect(Convert.FromBase64String(sealedForm))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<KeptForm>(brotli);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            return null;
        }
    }
}
