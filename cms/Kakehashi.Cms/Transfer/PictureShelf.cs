using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Transfer;

/// <summary>A picture of <c>accessibility/YYYY.pictures/</c> with what its <c>index.json</c> says of it.</summary>
/// <param name="Caption">Alternative text; never empty.</param>
/// <param name="Page">Root-relative address; null = the whole site.</param>
/// <param name="Criterion">Number; null = the sheet as a whole.</param>
sealed record PictureEntry(string File, string Caption, DateTimeOffset At, string? Page = null, string? Criterion = null);

/// <summary>The pictures that judges added as evidence, in the folder format: one folder for each year's test.</summary>
static partial class PictureShelf
{
    /// <summary>Ending of the folders' names, after the four digits of the year.</summary>
    const string Ending = ".pictures";

    const string Index = "index.json";
    const int MaxCaption = 200;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = ContentJson.Options.Encoder,
    };

    /// <summary>The fiscal year that a folder's name tells; null where it is no such name.</summary>
    public static int? YearOf(string folderName) => FolderName().Match(folderName) is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Reads a folder as hostile as an upload.</summary>
    /// <param name="path">Of the folder, for problems.</param>
    /// <returns>Pictures with their bytes, or what is wrong.</returns>
    public static (IReadOnlyList<(PictureEntry Entry, byte[] Bytes, string ContentType)> Pictures, IReadOnlyList<Problem> Problems) Read(string folder, string path)
    {
        List<PictureEntry> entries;
        try
        {
            entries = JsonSerializer.Deserialize<List<PictureEntry>>(File.ReadAllText(Path.Combine(folder, Index)), Json) ?? throw new JsonException();
            if (entries.Contains(null!)) throw new JsonException();
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            return ([], [new Problem($"{path}/{Index}", 0, "画面の写しの一覧として読み取れません。手で直さず、CMSが書き出したフォルダーを置いてください。")]);
        }
        var (pictures, problems) = (new List<(PictureEntry, byte[], string)>(), new List<Problem>());
        foreach (var entry in entries)
        {
            var file = Path.Combine(folder, entry.File);
            if (!FileName().IsMatch(entry.File) || !File.Exists(file) || new FileInfo(file).Length > PictureDesk.MaxBytes) problems.Add(new Problem($"{path}/{Index}", 0, $"画面の写し「{(entry.File.Length > 40 ? entry.File[..40] + "…" : entry.File)}」がないか、大きすぎるか、名前が正しくありません。"));
            else if (entry.Caption.Length is 0 or > MaxCaption || entry.Caption.Any(char.IsControl)) problems.Add(new Problem($"{path}/{Index}", 0, $"画面の写し「{entry.File}」の説明（caption）を、{MaxCaption}文字までの1行で書いてください。"));
            else if (File.ReadAllBytes(file) is var bytes && PictureDesk.KindOf(entry.File, bytes) is { } kind) pictures.Add((entry, bytes, kind.ContentType));
            else problems.Add(new Problem($"{path}/{entry.File}", 0, "画面の写しは、PNG、JPEG、WebPの画像にしてください。名前の終わりと中身が合っているかも確かめてください。"));
        }
        return (pictures, problems);
    }

    /// <summary>Adds the pictures that are not known yet, in the caller's transaction.</summary>
    /// <param name="pictures">By fiscal year of a test that is there.</param>
    public static async Task PutAsync(CmsDb db, MediaFiles files, IReadOnlyList<(int Year, PictureEntry Entry, byte[] Bytes, string ContentType)> pictures, CancellationToken ct)
    {
        foreach (var (year, entry, bytes, contentType) in pictures)
        {
            var (hash, at) = (await files.KeepAsync(bytes, ct), entry.At.ToUniversalTime());
            if (await db.EvidencePictures.AnyAsync(one => one.FiscalYear == year && one.Page == entry.Page && one.Criterion == entry.Criterion && one.Hash == hash && one.Caption == entry.Caption, ct)) continue;
            db.EvidencePictures.Add(new EvidencePicture
            {
                Id = Guid.CreateVersion7(at), FiscalYear = year, Page = entry.Page, Criterion = entry.Criterion, Caption = entry.Caption, Hash = hash, ContentType = contentType, AccountId = Guid.Empty, At = at,
            });
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Every picture as files of <c>accessibility/</c>, by name.</summary>
    public static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> FilesAsync(CmsDb db, MediaFiles files, CancellationToken ct)
    {
        var written = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var year in (await db.EvidencePictures.AsNoTracking().ToListAsync(ct)).GroupBy(picture => picture.FiscalYear))
        {
            var folder = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year.Key:0000}{Ending}");
            var entries = year.OrderBy(picture => picture.At).ThenBy(picture => picture.Hash, StringComparer.Ordinal).ThenBy(picture => picture.Page, StringComparer.Ordinal).ThenBy(picture => picture.Criterion, StringComparer.Ordinal)
                .Select(picture => (Picture: picture, File: $"{picture.Hash[..16]}.{picture.ContentType["image/".Length..].Replace("jpeg", "jpg", StringComparison.Ordinal)}")).ToList();
            foreach (var (picture, file) in entries) written[$"{folder}/{file}"] = await File.ReadAllBytesAsync(files.PathOf(picture.Hash), ct);
            written[$"{folder}/{Index}"] = System.Text.Encoding.UTF8.GetBytes(
                JsonSerializer.Serialize(entries.Select(one => new PictureEntry(one.File, one.Picture.Caption, one.Picture.At.ToOffset(JapaneseTime.Offset), one.Picture.Page, one.Picture.Criterion)), Json) + "\n");
        }
        return [.. written.Select(file => (file.Key, file.Value))];
    }

    [GeneratedRegex(@"^(\d{4})\.pictures$")]
    private static partial Regex FolderName();

    [GeneratedRegex("^[0-9a-f]{16}\\.(png|jpg|webp)$")]
    private static partial Regex FileName();
}
