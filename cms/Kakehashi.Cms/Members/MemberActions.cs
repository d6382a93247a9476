using System.Text.Json.Nodes;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>What a member's link lets its holder do, with prefilled answers.</summary>
public sealed class MemberActions(MemberContacts contacts)
{
    /// <summary>Change, a new seed, each public seed, withdrawal.</summary>
    public async Task<IReadOnlyList<TicketAction>> OfAsync(CmsDb db, MemberRecord member, CancellationToken ct)
    {
        var page = await db.Items.AsNoTracking().SingleAsync(item => item.Id == member.ItemId, ct);
        var seeds = await PublicPages.SeedsOfAsync(db, page, ct);
        List<TicketAction> actions =
        [
            new("change", MemberChange.Name, null, "登録内容を変更する", null, MemberAnswers.Of(member, await ValuesAsync(db, page, ct), await contacts.OfAsync(db, member.Id, ct)), []),
            new("seed", SeedRegistration.Name, null, "新しいシーズを登録する", null, [], []),
        ];
        for (var number = 0; number < seeds.Count; number++)
        {
            var values = await ValuesAsync(db, seeds[number], ct);
            actions.Add(new($"seed{number + 1}", SeedRegistration.Name, seeds[number].Slug, $"シーズ「{values["title"]}」を変更する", null, SeedAnswers.Of(values), await FilesAsync(db, values, ct)));
        }
        actions.Add(new("withdrawal", Withdrawal.Name, null, "退会する", null, [], []));
        return actions;
    }

    static async Task<JsonObject> ValuesAsync(CmsDb db, ItemRecord item, CancellationToken ct)
    {
        var id = item.LiveRevisionId ?? item.NewestRevisionId;
        return (await db.Revisions.AsNoTracking().SingleAsync(revision => revision.Id == id, ct)).ReadValues();
    }

    static async Task<List<KeptFile>> FilesAsync(CmsDb db, JsonObject values, CancellationToken ct)
    {
        var used = SeedAnswers.FilesOf(values).ToList();
        var names = used.Select(file => file.Name).ToList();
        var records = await db.Media.AsNoTracking().Where(file => names.Contains(file.Name)).ToDictionaryAsync(file => file.Name, StringComparer.Ordinal, ct);
        return [.. used.Where(file => records.ContainsKey(file.Name)).Select(file => new KeptFile(file.Question, file.Name, file.Title, records[file.Name].Bytes))];
    }
}
