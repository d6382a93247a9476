using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Events;

/// <summary>Gives places at events in the order of application, and lets the waiting list move up (F06). Who applies together comes together.</summary>
public sealed class WaitingList(Tickets tickets, SubmissionVault vault, Correspondence correspondence)
{
    /// <summary>The public event, its places locked until the transaction ends; null for none.</summary>
    /// <param name="slug">Present or former.</param>
    public static async Task<Happening?> LockAsync(CmsDb db, string slug, CancellationToken ct)
    {
        var type = ContentType.Of<Event>().Name;
        return await db.Items.Where(item => item.Type == type && item.LiveRevisionId != null && (item.Slug == slug || item.Aliases.Contains(slug))).Select(item => (Guid?)item.Id).SingleOrDefaultAsync(ct) is { } id
            && await LockAsync(db, id, ct) is { IsPublic: true } happening ? happening : null;
    }

    /// <summary>The event, public or not any more, its places locked until the transaction ends; null for none.</summary>
    public static async Task<Happening?> LockAsync(CmsDb db, Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"event " + id}, 0))", ct);
        return await Happening.FindAsync(db, id, ct);
    }

    /// <summary>Gives places to all of an application, or puts all of it on the waiting list.</summary>
    public static async Task<ParticipantState> TakeAsync(CmsDb db, Happening happening, SubmissionRecord application, int people, CancellationToken ct)
    {
        var waits = await db.Participants.AnyAsync(one => one.EventId == happening.Id && one.State == ParticipantState.Waiting, ct);
        var state = !waits && await LeftAsync(db, happening, ct) >= people ? ParticipantState.Confirmed : ParticipantState.Waiting;
        for (var number = 0; number < people; number++)
            db.Participants.Add(new Participant { SubmissionId = application.Id, Number = number, EventId = happening.Id, State = state, AppliedAt = application.ReceivedAt });
        return state;
    }

    /// <summary>Takes an application's places back, and lets others move up.</summary>
    public async Task ReleaseAsync(CmsDb db, ProgramSettings program, SubmissionRecord application, DateTimeOffset now, CancellationToken ct)
    {
        var happening = application.ItemId is { } id ? await LockAsync(db, id, ct) : null;
        foreach (var place in await db.Participants.AsTracking().Where(one => one.SubmissionId == application.Id).ToListAsync(ct)) place.State = ParticipantState.Cancelled;
        await db.SaveChangesAsync(ct);
        await MoveUpAsync(db, program, happening, now, ct);
    }

    /// <summary>Gives the places that are left to those who wait and now fit, in their order, and tells them; nothing once the event has begun or is not public.</summary>
    /// <param name="happening">Locked.</param>
    public async Task MoveUpAsync(CmsDb db, ProgramSettings program, Happening? happening, DateTimeOffset now, CancellationToken ct)
    {
        if (happening is not { IsPublic: true } || happening.StartsAt <= now) return;
        var queue = await db.Participants.AsTracking().Where(one => one.EventId == happening.Id && one.State == ParticipantState.Waiting)
            .OrderBy(one => one.AppliedAt).ThenBy(one => one.SubmissionId).ThenBy(one => one.Number).ToListAsync(ct);
        var left = await LeftAsync(db, happening, ct);
        foreach (var together in queue.GroupBy(one => one.SubmissionId).Where(group => group.Count() <= left).ToList())
        {
            if (together.Count() > left) continue;
            foreach (var place in together) place.State = ParticipantState.Confirmed;
            left -= together.Count();
            await TellAsync(db, program, happening, together.Key, together.Count(), now, ct);
        }
    }

    /// <summary>What an applicant is told of its places.</summary>
    public static string Words(Happening happening, ParticipantState state, int people) => state == ParticipantState.Confirmed
        ? $"「{happening.Title}」（{JapaneseTime.WordsWithWeekday(JapaneseTime.DateOf(happening.StartsAt))}{JapaneseTime.TimeWords(happening.StartsAt)}から）の申込みを受け付けました。{people}人の参加が決まりました。"
        : $"「{happening.Title}」は定員に達しているため、{people}人をキャンセル待ちとして受け付けました。空きが出たら、順にメールでお知らせします。";

    /// <summary>Mail paragraph with the link that cancels; it can be used until the event begins.</summary>
    public async Task<string> LinkAsync(CmsDb db, ProgramSettings program, SubmissionRecord application, Happening happening, string address, DateTimeOffset now, CancellationToken ct)
    {
        var link = await tickets.IssueAsync(db, program, new TicketHolder(address, happening.Title, null, null, application.Id),
            [new TicketAction("cancel", EventCancellation.Name, null, "申込みを取り消す", null, [], [])], now, ct, happening.StartsAt);
        return $"参加できなくなったときは、次のページから取り消してください（イベントが始まるまで使えます）。\n{link}";
    }

    /// <summary>When an application's personal data go: so many days after the event as its form promised.</summary>
    public static DateTimeOffset DeletionOf(Happening happening, Submission submission) =>
        happening.EndsAt.ToUniversalTime().AddDays(submission.Definition.Privacy?.Kept is { From: RetentionStart.Event, Days: var days } ? days : 90);

    static async Task<int> LeftAsync(CmsDb db, Happening happening, CancellationToken ct) =>
        happening.Capacity is { } capacity ? capacity - await db.Participants.CountAsync(one => one.EventId == happening.Id && one.State == ParticipantState.Confirmed, ct) : int.MaxValue;

    async Task TellAsync(CmsDb db, ProgramSettings program, Happening happening, Guid id, int people, DateTimeOffset now, CancellationToken ct)
    {
        var application = await db.Submissions.AsNoTracking().SingleAsync(one => one.Id == id, ct);
        if (vault.Open(application) is not { } sent || AnswerInput.Email(sent.Answers.Text("email")) is not { } address) return;
        var link = await LinkAsync(db, program, application, happening, address, now, ct);
        correspondence.Write(db, address, correspondence.SubjectOf(program, application), Acknowledgements.Text(program, application, $"空きが出ました。{Words(happening, ParticipantState.Confirmed, people)}", [link]), now);
    }
}
