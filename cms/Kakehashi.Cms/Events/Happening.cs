using System.Text.Json.Nodes;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Events;

/// <summary>The event that places are given for.</summary>
/// <param name="Slug">Its present one.</param>
/// <param name="Capacity">Null = without limit.</param>
/// <param name="IsPublic">Visitors see it now.</param>
public sealed record Happening(Guid Id, string Slug, string Title, int? Capacity, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsPublic)
{
    /// <summary>As its public version says, otherwise the last that was public; null where there is none, or nothing is known of when.</summary>
    internal static async Task<Happening?> FindAsync(CmsDb db, Guid id, CancellationToken ct)
    {
        var found = await db.Items.AsNoTracking().Where(item => item.Id == id)
            .Join(db.Revisions, item => item.LiveRevisionId ?? item.EndedRevisionId, revision => revision.Id, (item, revision) => new { item.Slug, IsPublic = item.LiveRevisionId != null, revision.Values }).SingleOrDefaultAsync(ct);
        return found is not null && JsonNode.Parse(found.Values) is JsonObject said && JapaneseTime.Parse(said.Text("startsAt")) is { } starts
            ? new Happening(id, found.Slug, said.Text("title"), said["capacity"] is JsonValue number && number.TryGetValue<int>(out var capacity) ? capacity : null,
                starts, JapaneseTime.Parse(said.Text("endsAt")) ?? starts, found.IsPublic)
            : null;
    }
}
