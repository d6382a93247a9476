using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>What submissions are about, by the slugs with which they came: an item that was renamed stays one subject.</summary>
public sealed class Subjects
{
    readonly IReadOnlyList<Subject> known;

    Subjects(IReadOnlyList<Subject> known) => this.known = known;

    /// <summary>Reads the issues, events and surveys that have, or had, one of the slugs.</summary>
    public static async Task<Subjects> FindAsync(CmsDb db, IReadOnlyCollection<string> slugs, CancellationToken ct) => new(await db.Items
        .Where(item => slugs.Contains(item.Slug) || item.Aliases.Any(alias => slugs.Contains(alias)))
        .Join(db.Revisions, item => item.LiveRevisionId ?? item.NewestRevisionId, revision => revision.Id, (item, revision) => new Subject(item.Type, item.Slug, revision.Title, item.Aliases)).ToListAsync(ct));

    /// <summary>The subject of a slug; one that nothing is known of is called by it.</summary>
    /// <param name="type">Content type.</param>
    public Subject Of(string type, string slug) => known.FirstOrDefault(subject => subject.Type == type && subject.Slugs.Contains(slug)) ?? new Subject(type, slug, slug, []);

    /// <summary>Every slug, present and former, of whatever has or had this one.</summary>
    public IReadOnlyList<string> SlugsOf(string slug) => [.. known.Where(subject => subject.Slugs.Contains(slug)).SelectMany(subject => subject.Slugs).Append(slug).Distinct(StringComparer.Ordinal)];
}

/// <summary>An issue, event or survey.</summary>
/// <param name="Slug">Its present one.</param>
/// <param name="Title">Of its public version, otherwise of its newest.</param>
/// <param name="Aliases">Its former slugs; may be empty.</param>
public sealed record Subject(string Type, string Slug, string Title, IReadOnlyList<string> Aliases)
{
    public IEnumerable<string> Slugs => Aliases.Append(Slug);
}
