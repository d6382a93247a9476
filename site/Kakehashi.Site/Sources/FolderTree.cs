using Kakehashi.Content;
using Kakehashi.Content.Folder;

namespace Kakehashi.Site.Sources;

/// <summary>A file as the file system tells of it; equal as long as it has not changed.</summary>
/// <param name="Path">Relative to the programme's folder, forward slashes.</param>
readonly record struct FoundFile(string Path, long Length, DateTime ChangedUtc, DateTime SidecarChangedUtc = default);

/// <summary>A file that was read.</summary>
interface IReadFile
{
    FoundFile Found { get; }
}

/// <summary>What lies in a programme's folder, and what does not belong there.</summary>
sealed record FolderTree(IReadOnlyList<FoundFile> Items, IReadOnlyList<FoundFile> Media, IReadOnlyList<FoundFile> Tests, IReadOnlyList<FoundFile> Evaluations,
    IReadOnlyList<Problem> Problems)
{
    const string MediaFolder = "media";

    public static FolderTree Scan(string root)
    {
        var (items, media, tests, evaluations, problems) = (new List<FoundFile>(), new List<FoundFile>(), new List<FoundFile>(), new List<FoundFile>(), new List<Problem>());
        foreach (var entry in new DirectoryInfo(root).EnumerateFileSystemInfos().Where(entry => !IsHidden(entry)))
            switch (entry)
            {
                case DirectoryInfo { Name: MediaFolder } folder:
                    ScanMedia(folder, media, problems);
                    break;
                case DirectoryInfo { Name: AccessibilityTest.Folder } folder:
                    ScanTests(folder, tests, evaluations, problems);
                    break;
                case DirectoryInfo folder when ContentType.FindByFolder(folder.Name) is not null:
                    ScanItems(folder, items, problems);
                    break;
                case DirectoryInfo folder:
                    problems.Add(new Problem(folder.Name + "/", 0, $"このフォルダーは使いません。名前を直すか、消してください。使えるフォルダー：{string.Join("、", ContentType.All.Select(type => type.Folder).Append(MediaFolder).Append(AccessibilityTest.Folder))}"));
                    break;
                case { Name: not "program.yaml" }:
                    problems.Add(new Problem(entry.Name, 0, "このファイルは使いません。種類ごとのフォルダーに移すか、消してください。"));
                    break;
            }
        return new FolderTree(items, media, tests, evaluations, problems);
    }

    static void ScanItems(DirectoryInfo folder, List<FoundFile> items, List<Problem> problems)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !IsHidden(entry)))
        {
            var path = $"{folder.Name}/{entry.Name}";
            if (entry is FileInfo file && entry.Name.EndsWith(".md", StringComparison.Ordinal))
            {
                if (!entry.Name.EndsWith(FolderFile.DraftEnding, StringComparison.Ordinal)) items.Add(new FoundFile(path, file.Length, file.LastWriteTimeUtc));
            }
            else problems.Add(new Problem(path, 0, "ここには「名前.md」のファイルだけを置けます。名前を直すか、画像や資料なら media フォルダーに移してください。"));
        }
    }

    static void ScanMedia(DirectoryInfo folder, List<FoundFile> media, List<Problem> problems)
    {
        var files = new Dictionary<string, FileInfo>(StringComparer.Ordinal);
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !IsHidden(entry)))
            if (entry is FileInfo file) files[file.Name] = file;
            else problems.Add(new Problem($"{MediaFolder}/{entry.Name}/", 0, "media の中にフォルダーは作れません。ファイルを media の直下に移してください。"));
        foreach (var (name, file) in files)
        {
            var path = $"{MediaFolder}/{name}";
            if (!name.EndsWith(MediaEntry.SidecarEnding, StringComparison.Ordinal))
                media.Add(new FoundFile(path, file.Length, file.LastWriteTimeUtc, files.GetValueOrDefault(name + MediaEntry.SidecarEnding)?.LastWriteTimeUtc ?? default));
            else if (!files.ContainsKey(name[..^MediaEntry.SidecarEnding.Length]))
                problems.Add(new Problem(path, 0, "説明の相手のファイルがありません。ファイルを置くか、この説明を消してください。"));
        }
    }

    static void ScanTests(DirectoryInfo folder, List<FoundFile> tests, List<FoundFile> evaluations, List<Problem> problems)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !IsHidden(entry)))
        {
            var path = $"{folder.Name}/{entry.Name}";
            if (entry is FileInfo file && AccessibilityTest.YearOf(entry.Name) is not null) tests.Add(new FoundFile(path, file.Length, file.LastWriteTimeUtc));
            else if (entry is FileInfo evaluation && EvaluationDocument.YearOf(entry.Name) is not null) evaluations.Add(new FoundFile(path, evaluation.Length, evaluation.LastWriteTimeUtc));
            else if (entry is DirectoryInfo && entry.Name.EndsWith(".pictures", StringComparison.Ordinal)) continue;
            else if (entry is FileInfo && (AccessibilityTest.DraftYearOf(entry.Name) ?? EvaluationDocument.DraftYearOf(entry.Name)) is not null) continue;
            else problems.Add(new Problem(path, 0, "ここには、試験の記録を「年度の西暦4桁.json」、取組確認・評価表を「年度の西暦4桁.evaluation.json」という名前でだけ置けます。名前を直すか、ほかへ移してください。例：2026.json"));
        }
    }

    static bool IsHidden(FileSystemInfo entry) => entry.Name.StartsWith('.');
}
