using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>What the queue shows.</summary>
/// <param name="State">Null = what waits for the office, or all with <paramref name="Everything"/>.</param>
/// <param name="Form">Name of a form; null = every form.</param>
/// <param name="Subject">Slug of the issue, event or survey, present or former; null = any.</param>
/// <param name="Owner">Account that takes care; the empty id = nobody; null = anybody.</param>
/// <param name="Page">From 1.</param>
public sealed record SubmissionFilter(
    SubmissionState? State = null, bool Everything = false, string? Form = null, string? Subject = null, Guid? Owner = null, int Page = 1)
{
    public bool IsNarrowed => State is not null || Everything || Form is not null || Subject is not null || Owner is not null;
}

/// <summary>One row of the queue.</summary>
/// <param name="SubjectTitle">Title of the issue, event or survey; null where it is about none.</param>
public sealed record SubmissionRow(SubmissionRecord Record, string? SubjectTitle);

/// <summary>A page of the queue.</summary>
/// <param name="Rows">At most <see cref="SubmissionQueries.PageSize"/>.</param>
/// <param name="Total">Rows on all pages.</param>
public sealed record SubmissionList(IReadOnlyList<SubmissionRow> Rows, int Total, int Page)
{
    public int Pages => Math.Max(1, (Total + SubmissionQueries.PageSize - 1) / SubmissionQueries.PageSize);
}

/// <summary>Reads submissions for lists; nothing personal, nothing tracked.</summary>
public sealed class SubmissionQueries(IDbContextFactory<CmsDb> databases)
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 50;

    /// <summary>States in which the office has still to act.</summary>
    public static IReadOnlyList<SubmissionState> Waiting { get; } = [.. Enum.GetValues<SubmissionState>().Where(MemberSubmission.Waits)];

    /// <summary>What is due soonest first, overdue before all; what has no date last, oldest first. Everything is shown newest first.</summary>
    public async Task<SubmissionList> ListAsync(SubmissionFilter filter, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = db.Submissions.AsNoTracking();
        if (filter.State is { } state) rows = rows.Where(s => s.State == state);
        else if (!filter.Everything) rows = rows.Where(s => Waiting.Contains(s.State));
        if (filter.Form is { } form) rows = rows.Where(s => s.Form == form);
        if (filter.Subject is { } subject)
        {
            var slugs = (await Subjects.FindAsync(db, [subject], ct)).SlugsOf(subject);
            rows = rows.Where(s => slugs.Contains(s.Subject!));
        }
        if (filter.Owner is { } owner) rows = owner == Guid.Empty ? rows.Where(s => s.OwnerId == null) : rows.Where(s => s.OwnerId == owner);
        var total = await rows.CountAsync(ct);
        var waits = filter.State is { } one ? MemberSubmission.Waits(one) : !filter.Everything;
        var ordered = waits
            ? rows.OrderBy(s => s.DueAt == null).ThenBy(s => s.DueAt).ThenBy(s => s.ReceivedAt).ThenBy(s => s.Id)
            : rows.OrderByDescending(s => s.ReceivedAt).ThenBy(s => s.Id);
        var page = Math.Max(1, filter.Page);
        var found = await ordered.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new SubmissionList(await WithTitlesAsync(db, found, ct), total, page);
    }

    /// <summary>How many wait for the office.</summary>
    public async Task<int> CountWaitingAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Submissions.CountAsync(s => Waiting.Contains(s.State), ct);
    }

    /// <summary>Rows of the given submissions, in their order.</summary>
    public static async Task<IReadOnlyList<SubmissionRow>> WithTitlesAsync(CmsDb db, IReadOnlyList<SubmissionRecord> found, CancellationToken ct)
    {
        var subjects = await Subjects.FindAsync(db, [.. found.Select(s => s.Subject).OfType<string>().Distinct()], ct);
        return [.. found.Select(s => new SubmissionRow(s, s.Subject is { } slug && TypeOf(s.Form) is { } type ? subjects.Of(type, slug).Title : null))];
    }

    /// <summary>Content type that a form is about; null for forms about nothing in particular.</summary>
    public static string? TypeOf(string form) => form switch
    {
        SolutionProposal.Name => "issue",
        EventApplication.Name => "event",
        SurveyAnswer.Name => "survey",
        _ => null,
    };

    /// <summary>The people of the office who can take care of submissions, by name; stopped accounts left out.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfficeAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var role = RoleNames.Of(Role.Secretariat);
        var people = await db.UserRoles.Join(db.Roles.Where(r => r.Name == role), link => link.RoleId, r => r.Id, (link, _) => link.UserId)
            .Join(db.Users, id => id, account => account.Id, (_, account) => new { account.Id, account.DisplayName })
            .OrderBy(account => account.DisplayName).ThenBy(account => account.Id).ToListAsync(ct);
        return [.. people.Select(person => (person.Id, person.DisplayName))];
    }

    /// <summary>What lies in the inbox and could not be filed, oldest first.</summary>
    public async Task<IReadOnlyList<StuckEnvelope>> StuckAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.StuckEnvelopes.AsNoTracking().OrderBy(envelope => envelope.SeenAt).ThenBy(envelope => envelope.Name).Take(100).ToListAsync(ct);
    }
}
