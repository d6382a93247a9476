using System.Text.Json.Nodes;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.MemberImport;

/// <summary>Members that are registered, pages that stand without one, and the rows met so far: who is whom.</summary>
sealed class KnownMembers
{
    readonly HashSet<(string Name, string Laboratory)> registered = [];
    readonly Dictionary<(string Name, string Laboratory), Guid> pages = [];
    readonly List<(string Said, string? Number, string? Domain)> others = [];
    readonly Dictionary<(string Name, string Laboratory), int> rows = [];
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public static async Task<KnownMembers> LoadAsync(CmsDb db, CancellationToken ct)
    {
        var known = new KnownMembers();
        var type = ContentType.Of<Member>().Name;
        var items = await db.Items.AsNoTracking().Where(item => item.Type == type).Join(db.Revisions, item => item.NewestRevisionId, revision => revision.Id, (item, revision) => new { item.Id, item.LiveRevisionId, revision.Values }).ToListAsync(ct);
        var members = await db.Members.AsNoTracking().ToListAsync(ct);
        var taken = members.Select(member => member.ItemId).ToHashSet();
        var said = items.ToDictionary(item => item.Id, item => JsonNode.Parse(item.Values)!.AsObject());
        foreach (var member in members)
        {
            if (member.State == MemberState.Active) known.registered.Add((member.FoldedName, Folded(said[member.ItemId].Text("laboratory"))));
            known.others.Add((member.Name, member.CorporateNumber, member.Domain));
        }
        foreach (var item in items.Where(item => item.LiveRevisionId is not null && !taken.Contains(item.Id)))
            known.pages.TryAdd((OrganisationName.Fold(said[item.Id].Text("title")), Folded(said[item.Id].Text("laboratory"))), item.Id);
        return known;
    }

    public bool IsRegistered(MemberRow row) => registered.Contains(Key(row));

    /// <summary>Public page of that name and laboratory without a member; null for none.</summary>
    public Guid? PageWithoutMember(MemberRow row) => pages.TryGetValue(Key(row), out var item) ? item : null;

    /// <summary>Number of an earlier row of the same member; null for the first one, which is remembered.</summary>
    public int? EarlierRow(MemberRow row) => rows.TryAdd(Key(row), row.Number) ? null : rows[Key(row)];

    /// <summary>Sentences about others with the same corporate number or website: to be looked at, no mistake by itself.</summary>
    public IEnumerable<string> Alike(MemberRow row)
    {
        var number = row.Answers.TextOrNull("corporate-number");
        var domain = OrganisationName.DomainOf(row.Answers.TextOrNull("website"));
        foreach (var other in others)
            if (number is not null && other.Number == number) yield return $"法人番号が会員「{other.Said}」と同じです。同じ組織でないか確かめてください。";
            else if (domain is not null && other.Domain == domain) yield return $"ウェブサイトが会員「{other.Said}」と同じです。同じ組織でないか確かめてください。";
        if (number is not null && !numbers.TryAdd(number, row.Number)) yield return $"法人番号が{numbers[number]}行目と同じです。同じ組織でないか確かめてください。";
    }

    static (string, string) Key(MemberRow row) => (OrganisationName.Fold(row.Name), Folded(row.Laboratory ?? ""));

    static string Folded(string laboratory) => laboratory.Length == 0 ? "" : OrganisationName.Fold(laboratory);
}
