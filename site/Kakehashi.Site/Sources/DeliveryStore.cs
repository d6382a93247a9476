using System.Text;
using System.Text.Json;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;

namespace Kakehashi.Site.Sources;

/// <summary>What the CMS has delivered so far: in memory, and in a log of JSON lines that survives a restart.</summary>
/// <remarks>A line with a sequence number closes a batch; what stands after the last such line was cut off and is read again.</remarks>
sealed class DeliveryStore
{
    readonly string path;
    readonly Dictionary<Guid, Item> items = [];
    readonly Dictionary<string, MediaFile> media = new(StringComparer.Ordinal);
    readonly Dictionary<Guid, Problem> problems = [];
    IReadOnlyList<TestFile> tests = [];
    IReadOnlyList<EvaluationFile> evaluations = [];

    public DeliveryStore(string folder)
    {
        Directory.CreateDirectory(folder);
        path = Path.Join(folder, "delivery.jsonl");
        if (File.Exists(path)) Load();
    }

    /// <summary>Settings; null before anything was read.</summary>
    public ProgramSettings? Program { get; private set; }

    /// <summary>Last change that is contained here.</summary>
    public long Sequence { get; private set; }

    /// <summary>Items; any order.</summary>
    public IReadOnlyCollection<Item> Items => items.Values;

    /// <summary>Files; any order.</summary>
    public IReadOnlyCollection<MediaFile> Media => media.Values;

    /// <summary>Accessibility tests by fiscal year; only of a store without problems.</summary>
    public IReadOnlyList<ConformanceTest> Tests => [.. tests.Select(test => test.Test!)];

    /// <summary>Self-evaluations by fiscal year; only of a store without problems.</summary>
    public IReadOnlyList<SelfEvaluation> Evaluations => [.. evaluations.Select(evaluation => evaluation.Evaluation!)];

    /// <summary>Items, tests and self-evaluations that this version cannot read.</summary>
    public IReadOnlyList<Problem> Problems => [.. problems.Values.Concat(tests.SelectMany(test => test.Problems)).Concat(evaluations.SelectMany(evaluation => evaluation.Problems)).OrderBy(problem => problem.Path, StringComparer.Ordinal)];

    /// <summary>Replaces everything.</summary>
    public void Reset(DeliveryProgram program, IEnumerable<DeliveryItem> everything)
    {
        IReadOnlyList<Line> lines = [new(Program: program), .. everything.Select(item => new Line(Item: item)), new(Sequence: program.Sequence)];
        WriteWhole(lines);
        Restore(lines);
    }

    /// <summary>Adds a batch of changes.</summary>
    /// <param name="answer">Changes in ascending order.</param>
    /// <param name="program">Settings read after them, where they say that these changed.</param>
    public void Apply(DeliveryChanges answer, DeliveryProgram? program)
    {
        IEnumerable<Line> lines = answer.Changes.Select(change => new Line(Change: change));
        if (program is not null) lines = lines.Append(new Line(Program: program));
        var batch = lines.Append(new Line(Sequence: answer.Changes[^1].Sequence)).ToList();
        using (var stream = new FileStream(path, FileMode.Append, FileAccess.Write))
        {
            stream.Write(Text(batch));
            stream.Flush(flushToDisk: true);
        }
        foreach (var line in batch) Apply(line);
    }

    void Load()
    {
        var lines = new List<Line>();
        foreach (var text in File.ReadLines(path))
            if (Parse(text) is { } line) lines.Add(line);
            else break;
        var whole = lines.Take(lines.FindLastIndex(line => line.Sequence is not null) + 1).ToList();
        Restore(whole);
        if (Program is not null) WriteWhole(Compact(whole));
    }

    void Restore(IEnumerable<Line> lines)
    {
        items.Clear();
        media.Clear();
        problems.Clear();
        tests = [];
        evaluations = [];
        Program = null;
        foreach (var line in lines) Apply(line);
    }

    void Apply(Line line)
    {
        if (line.Sequence is { } sequence) Sequence = sequence;
        if (line.Item is { } item) Put(item.Id, item.Document);
        if (line.Program is { } program)
        {
            Program = program.Settings;
            media.Clear();
            foreach (var file in program.Media) media[file.Name] = file;
            tests = [.. program.Tests.Select(test => new TestFile(test))];
            evaluations = [.. program.Evaluations.Select(evaluation => new EvaluationFile(evaluation))];
        }
        switch (line.Change)
        {
            case { Subject: "item", Id: { } id, Item: { } document, Kind: ChangeKind.Upsert }:
                Put(id, document);
                break;
            case { Subject: "item", Id: { } id }:
                items.Remove(id);
                problems.Remove(id);
                break;
            case { Subject: "media", Media: { } file, Kind: ChangeKind.Upsert }:
                media[file.Name] = file;
                break;
            case { Subject: "media", Name: { } name }:
                media.Remove(name);
                break;
        }
    }

    void Put(Guid id, ItemDocument document)
    {
        problems.Remove(id);
        try
        {
            var type = ContentType.Find(document.Type) ?? throw new JsonException($"No type is called {document.Type}.");
            items[id] = type.ToItem(document);
        }
        catch (JsonException exception)
        {
            problems[id] = new Problem($"{document.Type}/{document.Slug}", 0, $"CMSから届いた内容を読み取れません。CMSとサイト生成の版をそろえてください。（{exception.Message}）");
        }
    }

    // Of each thing only its last state, so that the log does not grow with the years.
    List<Line> Compact(List<Line> lines)
    {
        var last = new Dictionary<Guid, ItemDocument>();
        foreach (var line in lines)
            if (line is { Item: { } item }) last[item.Id] = item.Document;
            else if (line.Change is { Id: { } id } change)
            {
                if (change is { Kind: ChangeKind.Upsert, Item: { } document }) last[id] = document;
                else last.Remove(id);
            }
        var program = new DeliveryProgram(Program!, [.. media.Values.OrderBy(file => file.Name, StringComparer.Ordinal)], [.. tests.Select(test => test.Source)],
            [.. evaluations.Select(evaluation => evaluation.Source)], Sequence);
        return [new(Program: program), .. last.Select(pair => new Line(Item: new DeliveryItem(pair.Key, pair.Value))), new(Sequence: Sequence)];
    }

    void WriteWhole(IEnumerable<Line> lines)
    {
        using (var stream = File.Create(path + ".new"))
        {
            stream.Write(Text(lines));
            stream.Flush(flushToDisk: true);
        }
        File.Move(path + ".new", path, overwrite: true);
    }

    static byte[] Text(IEnumerable<Line> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => JsonSerializer.Serialize(line, ContentJson.Options) + "\n")));

    static Line? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text, ContentJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Line(DeliveryProgram? Program = null, DeliveryItem? Item = null, DeliveryChange? Change = null, long? Sequence = null);
}
