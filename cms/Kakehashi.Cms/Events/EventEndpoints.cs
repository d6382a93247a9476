using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Sheets;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Events;

/// <summary>イベントの申込み (F06): who comes, who waits, who came.</summary>
public static class EventEndpoints
{
    static readonly string[] Headings = ["氏名", "ふりがな", "所属", "状態", "出欠", "当日に必要なこと", "受付番号", "申込みの日時"];

    public static void MapEvents(this IEndpointRouteBuilder staff)
    {
        var events = staff.MapGroup("/event-applications").AddEndpointFilter(SubmissionReaders.OnlyAsync);
        events.MapGet("", async (EventQueries queries, CancellationToken ct) => Pages.Show<EventsScreen>(new { Events = await queries.ListAsync(ct) }));
        events.MapGet("{slug}", async (string slug, EventQueries queries, CancellationToken ct) => await queries.FindAsync(slug, ct) is { } places
            ? Pages.Show<EventScreen>(new { Places = places, People = await queries.PeopleAsync(places, "イベントの申込みの一覧", ct) })
            : Pages.Failure(StatusCodes.Status404NotFound));
        events.MapGet("{slug}/list", async (string slug, EventQueries queries, CancellationToken ct) => await queries.FindAsync(slug, ct) is { } places
            ? Pages.Show<NameListScreen>(new { Places = places, People = await queries.PeopleAsync(places, "参加者名簿", ct) })
            : Pages.Failure(StatusCodes.Status404NotFound));
        events.MapGet("{slug}/csv", async (string slug, EventQueries queries, CancellationToken ct) => await queries.FindAsync(slug, ct) is { } places
            ? Downloads.Csv($"meibo-{places.Slug}", Sheet(await queries.PeopleAsync(places, "参加者名簿のCSV", ct)))
            : Pages.Failure(StatusCodes.Status404NotFound));
        events.MapPost("{slug}/attendance", AttendAsync);
    }

    static IEnumerable<IReadOnlyList<string?>> Sheet(IReadOnlyList<EventPerson> people)
    {
        var asked = people.SelectMany(person => person.Answers.Keys).Distinct(StringComparer.Ordinal).ToList();
        yield return [.. Headings, .. asked];
        foreach (var person in people)
            yield return
            [
                person.Name, person.Kana, person.Organisation, person.Place.State.Label(), Words(person.Place.Attended), person.Support, SubmissionTable.ReceiptWords(person.Record.Receipt),
                JapaneseTime.Format(person.Place.AppliedAt), .. asked.Select(question => person.Answers.GetValueOrDefault(question)),
            ];
    }

    /// <summary>出席, 欠席 or nothing noted.</summary>
    public static string Words(bool? attended) => attended switch { true => "出席", false => "欠席", null => "" };

    // Only what was changed on this screen is written, so that two people at the reception desk do not undo each other.
    static async Task<IResult> AttendAsync(string slug, HttpContext context, EventQueries queries, IDbContextFactory<CmsDb> databases, AuditTrail audit, Viewer viewer, Status status, CancellationToken ct)
    {
        if (!viewer.MayHandleSubmissions) return Pages.Failure(StatusCodes.Status403Forbidden, "この操作はできません", "出欠は事務局の役割で付けられます。");
        if (await queries.FindAsync(slug, ct) is not { } places) return Pages.Failure(StatusCodes.Status404NotFound);
        var form = await context.Request.ReadFormAsync(ct);
        var ticked = form["came"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var shown = form["shown"].OfType<string>().Select(one => one.Split(':')).Where(parts => parts.Length == 2).DistinctBy(parts => parts[0]).ToDictionary(parts => parts[0], parts => parts[1] == "1", StringComparer.Ordinal);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = 0;
        foreach (var place in await db.Participants.Where(p => p.EventId == places.Id && p.State == ParticipantState.Confirmed).ToListAsync(ct))
        {
            var key = $"{place.SubmissionId:n}.{place.Number}";
            if (!shown.TryGetValue(key, out var before) || before == ticked.Contains(key)) continue;
            place.Attended = ticked.Contains(key);
            changed++;
        }
        await db.SaveChangesAsync(ct);
        if (changed > 0) await audit.AppendAsync(db, viewer.Actor, "event.attendance", $"item:{places.Id}", new() { ["changed"] = changed }, ct);
        await transaction.CommitAsync(ct);
        status.Say(context, changed > 0 ? $"{changed}人の出欠を保存しました。" : "変わったところはありませんでした。");
        return Results.Redirect($"/event-applications/{places.Slug}");
    }
}
