using Kakehashi.Content;

namespace Kakehashi.Site.Sources;

/// <summary>Finds every mistake of a folder in one go, each once.</summary>
/// <param name="program">Settings; null when they cannot be read, then choices from their lists are not checked.</param>
sealed class FolderCheck(IReadOnlyList<ItemFile> items, IReadOnlyList<MediaEntry> media, ProgramSettings? program)
{
    static readonly ProgramSettings Unknown = new() { Name = "", Description = "", Url = "", Organisation = "", Prefecture = "" };

    public IEnumerable<Problem> Problems()
    {
        var files = items.ToDictionary(file => file.Document, (IEqualityComparer<ItemDocument>)ReferenceEqualityComparer.Instance);
        var set = new ContentSet([.. items.Select(file => file.Document)], media.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal));
        return items.AsParallel().SelectMany(Of)
            .Concat(media.AsParallel().SelectMany(entry => entry.Problems))
            .AsEnumerable()
            .Concat(set.Check(document => files[document].Found.Path, (document, field) => files[document].Matter.LineOf(field)));
    }

    IEnumerable<Problem> Of(ItemFile file)
    {
        foreach (var problem in file.Matter.Problems) yield return problem;
        if (file.Matter.Document is not { } document) yield break;
        // A value that could not be read is missing now; that is no second mistake.
        var reported = file.Matter.Problems.Select(problem => problem.FieldName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (field, message) in Validation.Check(file.Type, document.Values, program ?? Unknown, Validation.Strictness.Complete))
            if (reported.Add(field.Name) && !(program is null && field is { Kind: FieldKind.Choice, FixedChoices.Count: 0 }))
                yield return new Problem(file.Found.Path, file.Matter.LineOf(field.Name), message, field.Name);
        if (document.PublishAt is null && !reported.Contains("publishAt"))
            yield return new Problem(file.Found.Path, 1, "「publishAt」がありません。公開の日時を「publishAt: 2026-04-01T09:00:00+09:00」の形で書いてください。", "publishAt");
        if (document is { PublishAt: { } from, ExpireAt: { } until } && until <= from)
            yield return new Problem(file.Found.Path, file.Matter.LineOf("expireAt"), "「expireAt」は「publishAt」より後にしてください。", "expireAt");
    }
}
