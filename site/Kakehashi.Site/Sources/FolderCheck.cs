using Kakehashi.Content;

namespace Kakehashi.Site.Sources;

/// <summary>Finds every mistake of a folder in one go, each once.</summary>
static class FolderCheck
{
    /// <summary>Mistakes within files and between them; any order.</summary>
    /// <param name="program">Settings; null when they cannot be read.</param>
    public static IEnumerable<Problem> Check(IReadOnlyCollection<ItemFile> items, IReadOnlyCollection<MediaEntry> media, ProgramSettings? program)
    {
        var files = items.ToDictionary(file => file.Document, (IEqualityComparer<ItemDocument>)ReferenceEqualityComparer.Instance);
        var set = new ContentSet([.. items.Select(file => file.Document)], media.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal));
        return items.AsParallel().SelectMany(file => file.ProblemsIn(program))
            .Concat(media.AsParallel().SelectMany(entry => entry.Problems))
            .AsEnumerable()
            .Concat(set.Check(document => files[document].Found.Path, (document, field) => files[document].Matter.LineOf(field)));
    }
}
