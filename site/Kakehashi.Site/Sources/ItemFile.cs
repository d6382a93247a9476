using Kakehashi.Content;
using Kakehashi.Content.Folder;

namespace Kakehashi.Site.Sources;

/// <summary>One item of the folder as it was last read.</summary>
sealed class ItemFile : IReadFile
{
    static readonly ProgramSettings Unknown = new() { Name = "", Description = "", Url = "", Organisation = "", Prefecture = "" };

    readonly Lazy<Item> item;
    (ProgramSettings? Program, IReadOnlyList<Problem> Problems)? checkedAgainst;

    ItemFile(FoundFile found, ContentType type, FrontMatter matter, string slug)
    {
        (Found, Type, Matter) = (found, type, matter);
        // A file that cannot be read still is an item, so that references to it are not reported as well.
        Document = matter.Document ?? new ItemDocument { Type = type.Name, Slug = slug, Values = [] };
        item = new Lazy<Item>(() => Type.ToItem(Document));
    }

    public FoundFile Found { get; }

    public ContentType Type { get; }

    public FrontMatter Matter { get; }

    public ItemDocument Document { get; }

    /// <summary>The typed item; only of a file without problems.</summary>
    public Item Item => item.Value;

    public static ItemFile Read(string root, FoundFile found)
    {
        var type = ContentType.FindByFolder(found.Path[..found.Path.IndexOf('/', StringComparison.Ordinal)])!;
        var slug = Path.GetFileNameWithoutExtension(found.Path);
        return new ItemFile(found, type, FrontMatter.Read(found.Path, type, slug, File.ReadAllText(Path.Join(root, found.Path))), slug);
    }

    /// <summary>Mistakes in this file alone, each once; looked for again only when the settings are others.</summary>
    /// <param name="program">Settings; null when they cannot be read, then choices from their lists are not checked.</param>
    public IReadOnlyList<Problem> ProblemsIn(ProgramSettings? program)
    {
        if (checkedAgainst is { } known && ReferenceEquals(known.Program, program)) return known.Problems;
        IReadOnlyList<Problem> problems = [.. Check(program)];
        checkedAgainst = (program, problems);
        return problems;
    }

    IEnumerable<Problem> Check(ProgramSettings? program)
    {
        foreach (var problem in Matter.Problems) yield return problem;
        if (Matter.Document is not { } document) yield break;
        // A value that could not be read is missing now; that is no second mistake.
        var reported = Matter.Problems.Select(problem => problem.FieldName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (field, message) in Validation.Check(Type, document.Values, program ?? Unknown, Validation.Strictness.Complete))
            if (reported.Add(field.Name) && !(program is null && field is { Kind: FieldKind.Choice, FixedChoices.Count: 0 }))
                yield return new Problem(Found.Path, Matter.LineOf(field.Name), message, field.Name);
        if (document.PublishAt is null && !reported.Contains("publishAt"))
            yield return new Problem(Found.Path, 1, "「publishAt」がありません。公開の日時を「publishAt: 2026-04-01T09:00:00+09:00」の形で書いてください。", "publishAt");
        if (document is { PublishAt: { } from, ExpireAt: { } until } && until <= from)
            yield return new Problem(Found.Path, Matter.LineOf("expireAt"), "「expireAt」は「publishAt」より後にしてください。", "expireAt");
    }
}
