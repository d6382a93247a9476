using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Today;

/// <summary>What the first screen tells one person.</summary>
/// <param name="Waiting">Waits for this person's decision, longest first.</param>
/// <param name="Mine">This person's drafts and returned items, returned ones first.</param>
/// <param name="Unsaved">Typed and never saved, newest first.</param>
/// <param name="Scheduled">Goes public or ends by the clock, soonest first; at most 10.</param>
/// <param name="Published">Last published, newest first; at most 5.</param>
/// <param name="ArticlesThisMonth">Articles first published in this Japanese calendar month (E01).</param>
/// <param name="Now">Instant at which this was gathered.</param>
public sealed record TodayModel(
    DateOnly Date, IReadOnlyList<ItemRow> Waiting, IReadOnlyList<ItemRow> Mine, IReadOnlyList<Autosave> Unsaved,
    IReadOnlyList<(ItemRow Row, DateTimeOffset At, bool Ends)> Scheduled, IReadOnlyList<ItemRow> Published, int ArticlesThisMonth, DateTimeOffset Now)
{
    /// <summary>Whether the clock should have done it for so long that something is in its way.</summary>
    public bool IsOverdue(DateTimeOffset at) => at + Scheduler.RetryAfter <= Now;

    /// <summary>How the public site stands; null when its process cannot be asked.</summary>
    public SiteReport? Site { get; init; }

    /// <summary>What visitors sent and waits, most urgent first; at most 10, and none for who may not read it.</summary>
    public IReadOnlyList<SubmissionRow> Submissions { get; init; } = [];

    /// <summary>What came by the forms and could not be opened.</summary>
    public IReadOnlyList<StuckEnvelope> Stuck { get; init; } = [];

    /// <summary>What of the year's accessibility work is near or overdue; none for who may not read it.</summary>
    public IReadOnlyList<YearlyStep> Yearly { get; init; } = [];

    /// <summary>This person still uses the password that the CMS made.</summary>
    public bool HasMadePassword { get; init; }
}

/// <summary>Gathers the first screen.</summary>
public sealed class TodayQueries(IDbContextFactory<CmsDb> databases, ItemQueries items, SubmissionQueries submissions, PreviewClient site, CycleQueries cycle, TimeProvider time)
{
    const int Few = 10;

    public async Task<TodayModel> ForAsync(Actor actor, CancellationToken ct)
    {
        var today = JapaneseTime.DateOf(time.GetUtcNow());
        var waiting = StaffFilter.Waiting(actor).ToList();
        var mine = actor.Roles.Any(role => Editorial.May(role, EditorialAction.Save));
        await using var db = await databases.CreateDbContextAsync(ct);
        return new TodayModel(
            today,
            waiting.Count > 0 ? [.. (await items.ListAsync(new ItemFilter(States: waiting), ct)).Rows.Reverse()] : [],
            mine ? [.. (await items.ListAsync(new ItemFilter(States: [EditorialState.Returned, EditorialState.Draft], AuthorId: actor.Id), ct)).Rows
                .OrderByDescending(row => row.Item.State == EditorialState.Returned).Take(Few)] : [],
            await db.Autosaves.AsNoTracking().Where(a => a.AccountId == actor.Id && a.Subject.StartsWith("new:")).OrderByDescending(a => a.At).Take(Few).ToListAsync(ct),
            await ScheduledAsync(db, ct),
            [.. (await items.ListAsync(new ItemFilter(States: [EditorialState.Published], Sort: ItemSort.Published), ct)).Rows.Take(5)],
            await ArticlesAsync(db, today, ct),
            time.GetUtcNow())
        {
            Submissions = actor.Roles.Any(MemberSubmission.MayRead) ? [.. (await submissions.ListAsync(new SubmissionFilter(), ct)).Rows.Take(Few)] : [],
            Stuck = actor.Roles.Any(MemberSubmission.MayRead) || actor.Roles.Contains(Role.Operator) ? await submissions.StuckAsync(ct) : [],
            Yearly = actor.Roles.Any(Viewer.ReadsTests) ? [.. (await cycle.StepsAsync(ct)).Where(step => step.IsNear(today))] : [],
            Site = await site.StatusAsync(ct),
            HasMadePassword = await db.Users.AnyAsync(account => account.Id == actor.Id && account.HasMadePassword, ct),
        };
    }

    static async Task<int> ArticlesAsync(CmsDb db, DateOnly today, CancellationToken ct)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var (from, to) = (JapaneseTime.StartOf(first).ToUniversalTime(), JapaneseTime.StartOf(first.AddMonths(1)).ToUniversalTime());
        var article = ContentType.Of<Article>().Name;
        return await db.Items.CountAsync(item => item.Type == article && item.PublishedAt >= from && item.PublishedAt < to, ct);
    }

    // The soonest instants stand among the items whose sooner instant is soonest.
    static async Task<IReadOnlyList<(ItemRow, DateTimeOffset, bool)>> ScheduledAsync(CmsDb db, CancellationToken ct)
    {
        var rows = await db.Items.AsNoTracking().Where(item => item.PublishDue != null || item.ExpireDue != null)
            .OrderBy(item => item.PublishDue == null || item.ExpireDue < item.PublishDue ? item.ExpireDue : item.PublishDue).ThenBy(item => item.Id).Take(Few)
            .Join(db.Revisions, item => item.NewestRevisionId, revision => revision.Id, (item, newest) => new { item, newest }).ToListAsync(ct);
        return
        [
            .. rows.SelectMany(row => new[] { (At: row.item.PublishDue, Ends: false), (At: row.item.ExpireDue, Ends: true) }
                    .Where(step => step.At is not null).Select(step => (new ItemRow(row.item, row.newest, ""), At: step.At!.Value, step.Ends)))
                .OrderBy(step => step.At).Take(Few),
        ];
    }
}
