using System.Text.Json;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Content;
using Kakehashi.Content.Folder;

namespace Kakehashi.Cms.Transfer;

/// <summary>A programme's folder as it was read, drafts included, with every mistake in it.</summary>
sealed class FolderContent
{
    const string MediaFolder = "media";

    readonly string root;
    readonly List<Problem> problems = [];

    FolderContent(string root) => this.root = root;

    /// <summary>Text of <c>program.yaml</c>.</summary>
    public string ProgramText { get; private set; } = "";

    /// <summary>Null when there is any mistake in it.</summary>
    public ProgramSettings? Settings { get; private set; }

    /// <summary>Published, scheduled and ended items, by path.</summary>
    public List<ItemFile> Items { get; } = [];

    /// <summary>Drafts, by path.</summary>
    public List<ItemFile> Drafts { get; } = [];

    public List<MediaEntry> Media { get; } = [];

    /// <summary>Accessibility tests, by path.</summary>
    public List<TestEntry> Tests { get; } = [];

    /// <summary>Pictures that prove judgements, by path.</summary>
    public List<(int Year, PictureEntry Entry, byte[] Bytes, string ContentType)> Pictures { get; } = [];

    /// <summary>Self-evaluations, by path.</summary>
    public List<EvaluationEntryFile> Evaluations { get; } = [];

    /// <summary>In the order of path and line; empty when everything may be imported.</summary>
    public IReadOnlyList<Problem> Problems => [.. problems.OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Line)];

    /// <summary>Reads and checks everything.</summary>
    public static FolderContent Read(string root)
    {
        var content = new FolderContent(root);
        if (!Directory.Exists(root)) content.problems.Add(new Problem(root, 0, "フォルダーがありません。場所を確かめてください。"));
        else content.ReadAll();
        return content;
    }

    void ReadAll()
    {
        ReadProgram();
        foreach (var entry in Directory.EnumerateFileSystemEntries(root).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(entry);
            if (name.StartsWith('.') || name == "program.yaml") continue;
            if (Directory.Exists(entry) && name == MediaFolder) ReadMedia(entry);
            else if (Directory.Exists(entry) && name == AccessibilityTest.Folder) ReadTests(entry);
            else if (Directory.Exists(entry) && ContentType.FindByFolder(name) is { } type) ReadItems(type);
            else problems.Add(new Problem(name, 0, $"ここには置けません。使えるのは program.yaml と次のフォルダーです：{string.Join("、", ContentType.All.Select(t => t.Folder).Append(MediaFolder).Append(AccessibilityTest.Folder))}"));
        }
        Check();
    }

    void ReadProgram()
    {
        var path = Path.Combine(root, "program.yaml");
        if (!File.Exists(path))
        {
            problems.Add(new Problem("program.yaml", 0, "program.yaml がありません。事業の設定を書いたファイルを置いてください。"));
            return;
        }
        ProgramText = File.ReadAllText(path);
        var file = ProgramFile.Read("program.yaml", ProgramText);
        Settings = file.Settings;
        problems.AddRange(file.Problems);
    }

    void ReadItems(ContentType type)
    {
        foreach (var file in Directory.EnumerateFileSystemEntries(Path.Combine(root, type.Folder)).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var path = $"{type.Folder}/{name}";
            if (name.StartsWith('.')) continue;
            var draft = name.EndsWith(FolderFile.DraftEnding, StringComparison.Ordinal);
            if (!File.Exists(file) || !name.EndsWith(".md", StringComparison.Ordinal))
            {
                problems.Add(new Problem(path, 0, "ここには「名前.md」のファイルだけを置けます。名前を直すか、画像や資料なら media フォルダーに移してください。"));
                continue;
            }
            var slug = name[..^(draft ? FolderFile.DraftEnding.Length : ".md".Length)];
            var matter = FrontMatter.Read(path, type, slug, File.ReadAllText(file));
            problems.AddRange(matter.Problems);
            if (matter.Document is { } document) (draft ? Drafts : Items).Add(new ItemFile(path, type, matter, document));
        }
    }

    void ReadMedia(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            var path = $"{MediaFolder}/{Path.GetFileName(file)}";
            if (file.EndsWith(Sidecar.Ending, StringComparison.Ordinal))
            {
                if (!files.Contains(file[..^Sidecar.Ending.Length])) problems.Add(new Problem(path, 0, "説明の相手のファイルがありません。ファイルを置くか、この説明を消してください。"));
                continue;
            }
            var bytes = File.ReadAllBytes(file);
            var name = Path.GetFileName(file);
            if (!MediaKind.IsValidName(name)) problems.Add(new Problem(path, 0, "ファイル名は半角の英小文字・数字・ハイフンと拡張子にしてください。例：flow-chart.svg"));
            if (MediaKind.Detect(name, bytes) is not { } kind)
            {
                problems.Add(new Problem(path, 0, $"このファイルは公開できません。{MediaKind.Accepted}拡張子と中身が合っているかも確かめてください。"));
                continue;
            }
            var sidecar = file + Sidecar.Ending;
            var (said, mistakes) = Sidecar.Read(path + Sidecar.Ending, File.Exists(sidecar) ? File.ReadAllText(sidecar) : null, kind.ContentType.StartsWith("image/", StringComparison.Ordinal));
            problems.AddRange(mistakes);
            Media.Add(new MediaEntry(name, bytes, kind, said));
        }
    }

    void ReadTests(string folder)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(entry);
            var path = $"{AccessibilityTest.Folder}/{name}";
            if (name.StartsWith('.')) continue;
            if (Directory.Exists(entry) && PictureShelf.YearOf(name) is { } pictured)
            {
                var (pictures, mistakes) = PictureShelf.Read(entry, path);
                problems.AddRange(mistakes);
                if (!File.Exists(Path.Combine(folder, new AccessibilityTest(pictured, "").FileName)) && !File.Exists(Path.Combine(folder, new AccessibilityTest(pictured, "").DraftFileName)))
                    problems.Add(new Problem(path, 0, $"画面の写しの相手の、{pictured}年度の試験の記録がありません。CMSが書き出したファイルをいっしょに置いてください。"));
                Pictures.AddRange(pictures.Select(picture => (pictured, picture.Entry, picture.Bytes, picture.ContentType)));
                continue;
            }
            if (File.Exists(entry) && (EvaluationDocument.YearOf(name) ?? EvaluationDocument.DraftYearOf(name)) is { } evaluated)
            {
                ReadEvaluation(path, new EvaluationDocument(evaluated, File.ReadAllText(entry)), EvaluationDocument.DraftYearOf(name) is not null);
                continue;
            }
            if (!File.Exists(entry) || (AccessibilityTest.YearOf(name) ?? AccessibilityTest.DraftYearOf(name)) is not { } year)
            {
                problems.Add(new Problem(path, 0, "ここには、試験の記録を「年度の西暦4桁.json」、取組確認・評価表を「年度の西暦4桁.evaluation.json」という名前でだけ置けます。名前を直すか、ほかへ移してください。例：2026.json"));
                continue;
            }
            var source = new AccessibilityTest(year, File.ReadAllText(entry));
            var (test, problem) = MachineEvidence.ReadAny(source.Document);
            if (test is null) problems.Add(new Problem(path, 0, problem!));
            else if (test.FiscalYear != year) problems.Add(new Problem(path, 0, $"ファイルの名前の年度と、中の fiscalYear（{test.FiscalYear}）が違います。名前を {new AccessibilityTest(test.FiscalYear, "").FileName} に直してください。"));
            else Tests.Add(new TestEntry(source, AccessibilityTest.DraftYearOf(name) is not null, test));
        }
    }

    void ReadEvaluation(string path, EvaluationDocument source, bool isDraft)
    {
        try
        {
            var evaluation = SelfEvaluation.Read(source.Document);
            if (EvaluationFault.Of(evaluation) is { } fault) problems.Add(new Problem(path, 0, $"{fault}手で直さず、CMSが書き出したファイルを置いてください。"));
            else if (evaluation.FiscalYear != source.FiscalYear) problems.Add(new Problem(path, 0, $"ファイルの名前の年度と、中の fiscalYear（{evaluation.FiscalYear}）が違います。名前を直してください。"));
            else if (!isDraft && evaluation.StatedOn is null) problems.Add(new Problem(path, 0, $"公表した日（statedOn）がありません。公表していないものは、名前を {source.DraftFileName} にしてください。"));
            else Evaluations.Add(new EvaluationEntryFile(source, isDraft, evaluation));
        }
        catch (JsonException exception)
        {
            problems.Add(new Problem(path, (int)(exception.LineNumber + 1 ?? 0), "取組確認・評価表として読み取れません。手で直さず、CMSが書き出したファイルを置いてください。"));
        }
    }

    void Check()
    {
        foreach (var file in Items)
        {
            Values(file, Validation.Strictness.Complete);
            if (file.Document.PublishAt is null && file.Matter.Problems.All(problem => problem.FieldName != "publishAt"))
                problems.Add(new Problem(file.Path, 1, "「publishAt」がありません。公開の日時を「publishAt: 2026-04-01T09:00:00+09:00」の形で書いてください。", "publishAt"));
        }
        foreach (var file in Drafts) Values(file, Validation.Strictness.Draft);
        foreach (var file in Items.Concat(Drafts).Where(file => file.Document.ExpireAt <= file.Document.PublishAt))
            problems.Add(new Problem(file.Path, file.Matter.LineOf("expireAt"), "「expireAt」は「publishAt」より後にしてください。", "expireAt"));

        // A draft beside its published version claims no second address; one under a new name claims that name for the same item.
        var paths = new Dictionary<ItemDocument, ItemFile>(ReferenceEqualityComparer.Instance);
        foreach (var file in Items.Concat(Drafts.Where(draft => PublishedOf(draft) is null))) paths[file.Document] = file;
        var set = new ContentSet([.. paths.Keys], Media.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal));
        problems.AddRange(set.Check(document => paths[document].Path, (document, field) => paths[document].Matter.LineOf(field))
            .Where(problem => problem.FieldName == "slug" || !problem.Path.EndsWith(FolderFile.DraftEnding, StringComparison.Ordinal)));
    }

    // A value that could not be read is missing now; that is no second mistake. Without settings their lists are not checked.
    void Values(ItemFile file, Validation.Strictness strictness)
    {
        var reported = file.Matter.Problems.Select(problem => problem.FieldName).ToHashSet(StringComparer.Ordinal);
        foreach (var (field, message) in Validation.Check(file.Type, file.Document.Values, Settings ?? NoSettings, strictness))
            if (reported.Add(field.Name) && !(Settings is null && field is { Kind: FieldKind.Choice, FixedChoices.Count: 0 }))
                problems.Add(new Problem(file.Path, file.Matter.LineOf(field.Name), message, field.Name));
    }

    static ProgramSettings NoSettings { get; } = new() { Name = "", Description = "", Url = "", Organisation = "", Prefecture = "" };

    /// <summary>The published version that a draft continues: of the same name, or of a name among its aliases; null when it stands alone.</summary>
    public ItemFile? PublishedOf(ItemFile draft) => Items.FirstOrDefault(item => item.Type == draft.Type
        && (item.Document.Slug == draft.Document.Slug || draft.Document.Aliases.Contains(item.Document.Slug, StringComparer.Ordinal)));
}

/// <summary>One Markdown file.</summary>
sealed record ItemFile(string Path, ContentType Type, FrontMatter Matter, ItemDocument Document);

/// <summary>One file of <c>media/</c>.</summary>
sealed record MediaEntry(string Name, byte[] Bytes, MediaKind Kind, Sidecar Said);
