using System.Globalization;

namespace Kakehashi.Themes;

/// <summary>Amounts and sizes as a prefecture writes them.</summary>
static class Words
{
    /// <summary>1,000円; 無料 for 0.</summary>
    public static string Fee(int yen) => yen == 0 ? "無料" : Money(yen);

    /// <summary>1,000円; 200万円 for whole ten thousands from a million up.</summary>
    public static string Money(int yen) => yen >= 1_000_000 && yen % 10_000 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{yen / 10_000:N0}万円")
        : string.Create(CultureInfo.InvariantCulture, $"{yen:N0}円");

    /// <summary>120KB, 1.5MB; at least 1KB.</summary>
    /// <param name="bytes">Length; 1 KB is 1,024 bytes.</param>
    public static string Size(long bytes) => bytes < 1_048_576
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes + 512) / 1024)}KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_048_576.0:0.#}MB");

    /// <summary>PDF形式, Excel形式 …; the media type itself where it has no Japanese name.</summary>
    public static string Kind(string contentType) => contentType switch
    {
        "application/pdf" => "PDF形式",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "Word形式",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "Excel形式",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "PowerPoint形式",
        "text/csv" => "CSV形式",
        "image/svg+xml" => "SVG画像",
        "image/png" => "PNG画像",
        "image/jpeg" => "JPEG画像",
        "image/webp" => "WebP画像",
        _ => contentType,
    };

    public static string Count(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0}");
}
