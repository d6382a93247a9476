using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kakehashi.Content;

/// <summary>Checks what only shows between items: addresses claimed twice, references and media that are not there.</summary>
/// <param name="documents">Every item of the programme, drafts included when they are to be checked.</param>
/// <param name="media">Names in the media library.</param>
public sealed partial class ContentSet(IReadOnlyCollection<ItemDocument> documents, IReadOnlySet<string> media)
{
    static readonly string[] Reserved =
        [.. ContentType.All.Select(type => type.Folder), "search", "sitemap", "feeds", "assets", "media", "forms", "healthz", AccessibilityTest.Folder];

    // First steps of the lists that stand below a type's own list.
    static readonly string[] ListSlugs = ["page", "category", "tag", "status", "field", "technology", "kind", "area", "kana"];

    readonly Dictionary<(string Type, string Slug), ItemDocument> byName = documents
        .SelectMany(document => document.Aliases.Select(alias => (document, alias)).Append((document, document.Slug)))
        .GroupBy(pair => (pair.document.Type, pair.Item2))
        .ToDictionary(group => group.Key, group => group.First().document);

    /// <summary>Whether an item of that slug would stand where the site itself puts a page: a fixed page, a filtered list, a year.</summary>
    public static bool IsReserved(ContentType type, string slug) => type.Placement switch
    {
        Placement.Root => Reserved.Contains(slug, StringComparer.Ordinal),
        Placement.Folder => ListSlugs.Contains(slug, StringComparer.Ordinal) || slug.Length == 4 && slug.All(char.IsAsciiDigit),
        _ => false,
    };

    /// <summary>All mistakes between the documents, ordered by file; empty when there are none.</summary>
    /// <param name="pathOf">File or name under which the author knows a document.</param>
    /// <param name="lineOf">Line of a field in that file, 0 where unknown.</param>
    public IEnumerable<Problem> Check(Func<ItemDocument, string> pathOf, Func<ItemDocument, string, int> lineOf) =>
        AddressesClaimedTwice(pathOf, lineOf)
            .Concat(documents.SelectMany(document => BrokenReferences(document).Select(broken =>
                new Problem(pathOf(document), lineOf(document, broken.Field), broken.Message, broken.Field))))
            .OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Line);

    /// <summary>References and media of one document that are not there.</summary>
    public IEnumerable<(string Field, string Message)> BrokenReferences(ItemDocument document)
    {
        var type = ContentType.Find(document.Type)!;
        foreach (var field in type.Fields)
            foreach (var message in Broken(field, document.Values[field.Name]))
                yield return (field.Name, message);
    }

    IEnumerable<string> Broken(Field field, JsonNode? value)
    {
        foreach (var entry in Entries(value))
        {
            if (field.ReferenceType is { } target && entry is JsonValue slug && !byName.ContainsKey((target.Name, slug.ToString())))
                yield return $"「{field.Label}」が指す{target.Label}「{slug}」がありません。名前を直すか、先に{target.Label}を作ってください。";
            foreach (var name in MediaIn(field, entry).Where(name => !media.Contains(name)))
                yield return entry is JsonObject
                    ? $"「{field.Label}」のファイル「{name}」が画像と資料にありません。先に登録するか、名前を直してください。"
                    : $"「{field.Label}」の中のファイル「{name}」が画像と資料にありません。先に登録するか、名前を直してください。";
        }
    }

    /// <summary>Names of the media that a document uses, in field order; may repeat.</summary>
    public static IEnumerable<string> MediaIn(ItemDocument document) =>
        from field in ContentType.Find(document.Type)!.Fields
        from entry in Entries(document.Values[field.Name])
        from name in MediaIn(field, entry)
        select name;

    static IEnumerable<string> MediaIn(Field field, JsonNode entry) => entry switch
    {
        JsonObject file => file["file"] is { } name ? [name.ToString()] : [],
        _ when field.Kind == FieldKind.Markdown => MediaLink().Matches(entry.ToString()).Select(link => link.Groups[1].Value),
        _ => [],
    };

    static IEnumerable<JsonNode> Entries(JsonNode? value) => value switch
    {
        JsonArray list => list.OfType<JsonNode>(),
        null => [],
        _ => Enumerable.Repeat(value, 1),
    };

    IEnumerable<Problem> AddressesClaimedTwice(Func<ItemDocument, string> pathOf, Func<ItemDocument, string, int> lineOf)
    {
        var claims = documents
            .Select(document => (document, type: ContentType.Find(document.Type)!))
            .Where(pair => pair.type.Placement != Placement.None)
            .SelectMany(pair => pair.document.Aliases.Append(pair.document.Slug).Distinct(StringComparer.Ordinal)
                .Select(slug => (address: pair.type.Address(slug)!, pair.document, pair.type, slug)))
            .ToList();
        foreach (var claim in claims.Where(claim => IsReserved(claim.type, claim.slug)))
            yield return new Problem(pathOf(claim.document), lineOf(claim.document, "slug"), $"アドレス {claim.address} はこのサイトの決まったページが使います。別の名前にしてください。", "slug");
        foreach (var same in claims.GroupBy(claim => claim.address, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var paths = same.Select(claim => pathOf(claim.document)).Order(StringComparer.Ordinal).ToList();
            foreach (var claim in same)
            {
                var others = paths.Where(path => path != pathOf(claim.document)).DefaultIfEmpty(pathOf(claim.document));
                yield return new Problem(pathOf(claim.document), lineOf(claim.document, claim.slug == claim.document.Slug ? "slug" : "aliases"),
                    $"アドレス {claim.address} を {string.Join(" と ", others)} も使っています。どちらかの名前を変えてください。", "slug");
            }
        }
    }

    [GeneratedRegex(@"(?:\]\(|\]:)\s*<?/media/([^)>\s]+)")]
    private static partial Regex MediaLink();
}
