using System.Text.Json.Nodes;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Events;

/// <summary>An event with its places.</summary>
/// <param name="Capacity">Null = without limit.</param>
public sealed record EventPlaces(Guid Id, string Slug, string Title, DateTimeOffset? StartsAt, int? Capacity, int Confirmed, int Waiting, int Cancelled, int Attended)
{
    /// <summary>Places left; null where there is no limit.</summary>
    public int? Left => Capacity is { } capacity ? Math.Max(0, capacity - Confirmed) : null;
}

/// <summary>One person of the list.</summary>
/// <param name="Name">Name as typed; empty once deleted.</param>
/// <param name="Answers">Every answer of the application by its heading.</param>
public sealed record EventPerson(Participant Place, SubmissionRecord Record, string Name, string Kana, string Organisation, string Support, string Email, string Telephone, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>Key of the attendance tick.</summary>
    public string Key => $"{Place.SubmissionId:n}.{Place.Number}";
}

/// <summary>Reads who applied to what.</summary>
public sealed class EventQueries(IDbContextFactory<CmsDb> databases, SubmissionReading reading, Viewer viewer)
{
    /// <summary>Events that somebody applied to, latest first; nothing personal.</summary>
    public async Task<IReadOnlyList<EventPlaces>> ListAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var counts = await db.Participants.GroupBy(p => p.EventId).Select(group => new
        {
            Id = group.Key,
            Confirmed = group.Count(p => p.State == ParticipantState.Confirmed),
            Waiting = group.Count(p => p.State == ParticipantState.Waiting),
            Cancelled = group.Count(p => p.State == ParticipantState.Cancelled),
            Attended = group.Count(p => p.Attended == true),
        }).Join(db.Items, count => count.Id, item => item.Id, (count, item) => new { Count = count, item.Slug, Revision = item.LiveRevisionId ?? item.NewestRevisionId })
            .Join(db.Revisions, row => row.Revision, revision => revision.Id, (row, revision) => new { row.Count, row.Slug, revision.Values }).ToListAsync(ct);
        return
        [
            .. counts.Select(row => (row.Count, row.Slug, Said: JsonNode.Parse(row.Values)!.AsObject()))
                .Select(row => new EventPlaces(row.Count.Id, row.Slug, (string?)row.Said["title"] ?? row.Slug, JapaneseTime.Parse((string?)row.Said["startsAt"] ?? ""), (int?)row.Said["capacity"],
                    row.Count.Confirmed, row.Count.Waiting, row.Count.Cancelled, row.Count.Attended))
                .OrderByDescending(places => places.StartsAt).ThenBy(places => places.Slug, StringComparer.Ordinal),
        ];
    }

    /// <summary>Places of one event; null where nobody applied.</summary>
    /// <param name="slug">Present or former.</param>
    public async Task<EventPlaces?> FindAsync(string slug, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var type = ContentType.Of<Event>().Name;
        return await db.Items.Where(item => item.Type == type && (item.Slug == slug || item.Aliases.Contains(slug))).Select(item => (Guid?)item.Id).SingleOrDefaultAsync(ct) is { } id
            ? (await ListAsync(ct)).FirstOrDefault(places => places.Id == id)
            : null;
    }

    /// <summary>Who applied: confirmed ones, then the waiting list in its order, then the cancelled. Every look is noted.</summary>
    public async Task<IReadOnlyList<EventPerson>> PeopleAsync(EventPlaces happening, string why, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var places = await db.Participants.AsNoTracking().Where(p => p.EventId == happening.Id).ToListAsync(ct);
        var open = (await reading.OpenManyAsync([.. places.Select(place => place.SubmissionId).Distinct()], viewer.Actor, why, ct)).ToDictionary(one => one.Record.Id);
        return
        [
            .. places.Where(place => open.ContainsKey(place.SubmissionId)).OrderBy(place => place.State).ThenBy(place => place.AppliedAt).ThenBy(place => place.SubmissionId).ThenBy(place => place.Number)
                .Select(place => PersonOf(place, open[place.SubmissionId])),
        ];
    }

    static EventPerson PersonOf(Participant place, OpenSubmission open)
    {
        var answers = open.Submission?.Answers ?? [];
        var entry = (answers["participants"] as JsonArray)?.ElementAtOrDefault(place.Number) as JsonObject ?? [];
        var person = entry["person"] as JsonObject ?? [];
        return new EventPerson(place, open.Record, person.Text("name"), person.Text("kana"), entry.Text("organisation"), entry.Text("support"), answers.Text("email"), answers.Text("telephone"),
            AnswersSheet.AnswersOf(open).Where(answer => !answer.Key.StartsWith("参加者", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal));
    }
}
