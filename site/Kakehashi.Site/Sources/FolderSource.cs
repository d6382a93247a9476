using Kakehashi.Content;
using Kakehashi.Content.Folder;

namespace Kakehashi.Site.Sources;

/// <summary>A programme's folder: <c>program.yaml</c>, one folder of Markdown files per content type, <c>media/</c>, <c>accessibility/</c>.</summary>
/// <param name="root">The folder.</param>
/// <param name="watched">Changes are noticed from the first reading on; otherwise from the first wait on.</param>
public sealed class FolderSource(string root, bool watched = false) : ISource, IDisposable
{
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    readonly string root = Path.GetFullPath(root);
    readonly Dictionary<string, ItemFile> items = new(StringComparer.Ordinal);
    readonly Dictionary<string, MediaEntry> media = new(StringComparer.Ordinal);
    readonly Dictionary<string, EvaluationFile> evaluations = new(StringComparer.Ordinal);
    readonly Dictionary<string, TestFile> tests = new(StringComparer.Ordinal);
    (string Text, ProgramFile File)? settings;
    FolderWatch? watch;

    /// <summary>Reads the folder; files that have not changed since the last reading are not opened again.</summary>
    /// <returns>Every mistake of the whole folder, or the content.</returns>
    public Task<Reading> ReadAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(root))
            return Task.FromResult(new Reading(null, [new Problem(root, 0, "フォルダーがありません。場所を確かめてください。")]));
        if (watched) watch ??= new FolderWatch(root);
        watch?.Reset();
        var tree = FolderTree.Scan(root);
        Refresh(items, tree.Items, file => ItemFile.Read(root, file), cancellation);
        Refresh(media, tree.Media, file => MediaEntry.Read(root, file), cancellation);
        Refresh(tests, tree.Tests, file => TestFile.Read(root, file), cancellation);
        Refresh(evaluations, tree.Evaluations, file => EvaluationFile.Read(root, file), cancellation);
        return Task.FromResult(Assemble(tree));
    }

    /// <inheritdoc/>
    public Task WaitForChangeAsync(CancellationToken cancellation)
    {
        if (watch is not null) return watch.WaitAsync(cancellation);
        if (!Directory.Exists(root)) return Task.Delay(LookAgain, cancellation);
        // What changed before there was a watch is found by one more reading.
        watch = new FolderWatch(root);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => watch?.Dispose();

    static void Refresh<T>(Dictionary<string, T> known, IReadOnlyList<FoundFile> found, Func<FoundFile, T> read, CancellationToken cancellation) where T : IReadFile
    {
        var changed = found.Where(file => !known.TryGetValue(file.Path, out var before) || before.Found != file).ToList();
        foreach (var entry in changed.AsParallel().WithCancellation(cancellation).Select(read)) known[entry.Found.Path] = entry;
        if (known.Count == found.Count) return;
        var present = found.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in known.Keys.Where(path => !present.Contains(path)).ToList()) known.Remove(path);
    }

    Reading Assemble(FolderTree tree)
    {
        var program = ReadProgram();
        var problems = tree.Problems.Concat(program.Problems).Concat(FolderCheck.Check(items.Values, media.Values, program.Settings))
            .Concat(tests.Values.SelectMany(test => test.Problems)).Concat(evaluations.Values.SelectMany(evaluation => evaluation.Problems))
            .OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Line).ToList();
        if (problems.Count > 0 || program.Settings is null) return new Reading(null, problems);
        var shelf = media.Values.ToDictionary(entry => entry.File!.Name, entry => entry.ToMedia(root), StringComparer.Ordinal);
        return new Reading(new Snapshot(program.Settings, items.Values.AsParallel().Select(file => file.Item).ToList(), shelf, tests.Values.Select(test => test.Test!), evaluations.Values.Select(evaluation => evaluation.Evaluation!)), []);
    }

    (ProgramSettings? Settings, IReadOnlyList<Problem> Problems) ReadProgram()
    {
        var path = Path.Join(root, "program.yaml");
        if (!File.Exists(path)) return (null, [new Problem("program.yaml", 0, "program.yaml がありません。事業の設定を書いたファイルを置いてください。")]);
        var text = File.ReadAllText(path);
        // The same instance for the same text: what was made from it stays good.
        if (settings is not { } known || known.Text != text) settings = known = (text, ProgramFile.Read("program.yaml", text));
        return (known.File.Settings, known.File.Problems);
    }
}
