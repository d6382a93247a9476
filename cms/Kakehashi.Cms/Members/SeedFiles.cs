using System.Text.Json.Nodes;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>A file that came for a seed, as it would be published: its kind decided by its content, without what a camera wrote into it.</summary>
/// <param name="Given">Name that the sender's file had.</param>
public sealed record SeedFile(SubmissionFile Record, string Given, byte[] Bytes, MediaKind Kind)
{
    /// <summary>Title of a document.</summary>
    public string Title => Path.GetFileNameWithoutExtension(Given) is { Length: > 0 and <= 80 } stem ? stem : "資料";
}

/// <summary>Picture and documents of a seed's page: what it keeps, then what came with the submission.</summary>
public sealed class SeedFiles(PersonalFiles files, SubmissionVault vault)
{
    /// <summary>What came with a submission, in a fixed order.</summary>
    public static Task<List<SubmissionFile>> SentAsync(CmsDb db, Guid submission, CancellationToken ct) =>
        db.SubmissionFiles.AsNoTracking().Where(file => file.SubmissionId == submission).OrderBy(file => file.Id).ToListAsync(ct);

    /// <summary>A picture without the words for those who cannot see it; null where nothing is missing.</summary>
    public static FieldProblem? MissingText(IEnumerable<SubmissionFile> sent, JsonObject answers) =>
        sent.Any(file => file.Question == SeedAnswers.Image) && answers.Text(SeedAnswers.ImageText).Length == 0
            ? new(SeedAnswers.ImageText, "「画像が表していること」がないため、公開できません。小さな修正で書き足すか、差し戻してください。")
            : null;

    /// <summary>Opens a file that came.</summary>
    /// <returns>One of the two: the file, or why it cannot be published.</returns>
    public async Task<(SeedFile? File, FieldProblem? Problem)> OpenAsync(SubmissionFile file, CancellationToken ct)
    {
        if (file.Scan == ScanState.Infected) return (null, new(file.Question, "添付ファイルからウイルスが見つかっています。差し戻して、別のファイルを送ってもらってください。"));
        if (vault.KeyOf(file) is not { } key) return (null, new(file.Question, "添付ファイルは消去されています。"));
        using var content = new MemoryStream((int)file.Bytes);
        try
        {
            await files.OpenAsync(file.Id, key, content, ct);
        }
        catch (Exception exception) when (exception is BrokenSealException or IOException)
        {
            return (null, new(file.Question, "添付ファイルが見つからないか、壊れています。運用管理者に知らせてください。"));
        }
        return Clean(new OpenFile(file, vault.NameOf(file) ?? ""), content.ToArray());
    }

    /// <inheritdoc cref="OpenAsync"/>
    public static (SeedFile? File, FieldProblem? Problem) Clean(OpenFile open, byte[] content)
    {
        var (bytes, kind, problem) = MediaLibrary.Clean(open.Name, content);
        if (problem is null && kind!.ContentType.StartsWith("image/", StringComparison.Ordinal) != (open.File.Question == SeedAnswers.Image))
            problem = $"「{open.Name}」は、ここに登録できない種類のファイルです。";
        return problem is null ? (new SeedFile(open.File, open.Name, bytes, kind!), null) : (null, new(open.File.Question, problem));
    }

    /// <summary>Fills the page's fields for files; those without any become null. Only what stands on this seed's page can be kept on it.</summary>
    /// <param name="item">The seed that is changed; null = a new one.</param>
    /// <param name="added">What came, by the names under which the page finds it.</param>
    public static async Task LayOutAsync(
        CmsDb db, Guid? item, Submission submission, IReadOnlyList<(string Question, string Name, string Title)> added, JsonObject page, CancellationToken ct)
    {
        var own = await OfPageAsync(db, item, ct);
        var kept = submission.Files.Where(file => file.Kept is not null && own.Contains((file.Question, file.Kept))).Select(file => (file.Question, Name: file.Kept!)).ToList();
        var titles = await db.Media.AsNoTracking().Where(file => kept.Select(one => one.Name).Contains(file.Name)).ToDictionaryAsync(file => file.Name, file => file.Title, StringComparer.Ordinal, ct);
        var all = kept.Where(file => titles.ContainsKey(file.Name)).Select(file => (file.Question, file.Name, Title: titles[file.Name] ?? file.Name)).Concat(added).ToList();

        var documents = all.Where(file => file.Question == SeedAnswers.Documents).Select(JsonNode (file) => new JsonObject { ["file"] = file.Name, ["title"] = file.Title }).ToArray();
        page["files"] = documents.Length > 0 ? new JsonArray(documents) : null;
        page["image"] = all.LastOrDefault(file => file.Question == SeedAnswers.Image) is { Name: { } picture }
            ? new JsonObject { ["file"] = picture, ["alt"] = submission.Answers.Text(SeedAnswers.ImageText) }
            : null;
    }

    static async Task<HashSet<(string Question, string Name)>> OfPageAsync(CmsDb db, Guid? item, CancellationToken ct)
    {
        if (item is not { } id) return [];
        var revision = await db.Items.Where(one => one.Id == id).Select(one => one.LiveRevisionId ?? one.NewestRevisionId).SingleAsync(ct);
        var values = (await db.Revisions.AsNoTracking().SingleAsync(one => one.Id == revision, ct)).ReadValues();
        return [.. SeedAnswers.FilesOf(values).Select(file => (file.Question, file.Name))];
    }
}
