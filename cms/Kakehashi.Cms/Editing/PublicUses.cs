using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Editing;

/// <summary>What public items, and those approved for a later date, would miss if something were taken away. The caller holds the change feed.</summary>
static partial class PublicUses
{
    /// <summary>Others that refer to an item by any of its public names, in words; null when there are none.</summary>
    public static async Task<string?> OfItemAsync(CmsDb db, ItemRecord item, CancellationToken ct)
    {
        var slugs = item.Aliases.Append(item.Slug).ToHashSet(StringComparer.Ordinal);
        var found = await MentioningAsync(db, slugs.Select(slug => $"\"{slug}\""), ct);
        return Words(found.Where(use => use.Id != item.Id && References.Of(use.Document).Any(target => target.Type.Name == item.Type && slugs.Contains(target.Slug))));
    }

    /// <summary>A sentence for each list of the programme from which something is gone that is still in use.</summary>
    public static async Task<IReadOnlyList<string>> OfTermsAsync(CmsDb db, ProgramSettings before, ProgramSettings after, CancellationToken ct)
    {
        var gone = (from type in ContentType.All
                    from field in type.Fields
                    from choice in field.ChoicesIn(before).ExceptBy(field.ChoicesIn(after).Select(left => left.Value), choice => choice.Value)
                    select (Type: type, Field: field, Choice: choice)).ToList();
        if (gone.Count == 0) return [];
        var found = await MentioningAsync(db, gone.Select(term => $"\"{term.Choice.Value}\""), ct);
        return
        [
            .. from term in gone
               let uses = Words(found.Where(use => use.Document.Type == term.Type.Name && use.Document.Values[term.Field.Name] is JsonValue value && value.ToString() == term.Choice.Value))
               where uses is not null
               select $"「{term.Field.Label}」の「{term.Choice.Label}」（{term.Choice.Value}）は、{uses}が使っているため消せません。先にそちらの「{term.Field.Label}」を変えてください。",
        ];
    }

    /// <summary>Others whose texts link to an item by any of its public names, by type and title; they keep their link when it ends, and it leads nowhere.</summary>
    public static async Task<IReadOnlyList<LinkingItem>> LinkingAsync(CmsDb db, ItemRecord item, Uri site, CancellationToken ct)
    {
        var type = ContentType.Find(item.Type)!;
        var slugs = item.Aliases.Append(item.Slug).ToList();
        var addresses = slugs.Select(slug => type.Address(slug)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (addresses.Count == 0) return [];
        var found = await MentioningAsync(db, slugs, ct);
        return
        [
            .. found.Where(use => use.Id != item.Id && LinksOf(use.Document, site).Any(addresses.Contains)).DistinctBy(use => use.Id)
                .Select(use => new LinkingItem(use.Id, ContentType.Find(use.Document.Type)!, use.Document.Values["title"]?.ToString() ?? ""))
                .OrderBy(use => use.Type.Label, StringComparer.Ordinal).ThenBy(use => use.Title, StringComparer.Ordinal).ThenBy(use => use.Id),
        ];
    }

    // Addresses to which the texts of a document lead.
    static IEnumerable<string> LinksOf(ItemDocument document, Uri site)
    {
        var type = ContentType.Find(document.Type)!;
        return from field in type.Fields
               where field.Kind == FieldKind.Markdown && document.Values[field.Name] is JsonValue
               from link in Link().Matches(document.Values[field.Name]!.ToString())
               select LinkTargets.Resolve(site, type.Address(document.Slug) ?? "/", link.Groups[1].Value);
    }

    static async Task<List<(Guid Id, ItemDocument Document)>> MentioningAsync(CmsDb db, IEnumerable<string> words, CancellationToken ct)
    {
        var patterns = words.Select(Queries.Containing).ToArray();
        var live = await db.PublicItems.FromSql($"SELECT * FROM delivery.items WHERE document::text LIKE ANY ({patterns})").AsNoTracking().ToListAsync(ct);
        var scheduled = await db.Revisions.FromSql($"SELECT * FROM revisions WHERE values::text LIKE ANY ({patterns})").AsNoTracking()
            .Join(db.Items.AsNoTracking().Where(item => item.State == EditorialState.Approved), revision => revision.Id, item => item.NewestRevisionId, (revision, item) => new { revision, item })
            .ToListAsync(ct);
        return [.. live.Select(item => (item.Id, item.Read())), .. scheduled.Select(pair => (pair.item.Id, pair.revision.DocumentOf(pair.item)))];
    }

    // Up to five by name, then their number.
    static string? Words(IEnumerable<(Guid Id, ItemDocument Document)> uses)
    {
        var names = uses.DistinctBy(use => use.Id)
            .Select(use => $"{ContentType.Find(use.Document.Type)!.Label}「{use.Document.Values["title"]}」").Order(StringComparer.Ordinal).ToList();
        return names.Count switch
        {
            0 => null,
            <= 5 => string.Join("、", names),
            _ => $"{string.Join("、", names.Take(5))}ほか{names.Count - 5}件",
        };
    }

    [GeneratedRegex(@"(?:\]\(\s*<?|\]:\s*<?|<(?=https?:))([^)>\s]+)")]
    private static partial Regex Link();
}

/// <summary>An item whose text links to another.</summary>
public sealed record LinkingItem(Guid Id, ContentType Type, string Title);
