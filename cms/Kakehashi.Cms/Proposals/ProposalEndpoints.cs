using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Sheets;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Proposals;

/// <summary>課題への提案 (F05): counted by issue, and read side by side.</summary>
public static class ProposalEndpoints
{
    /// <summary>States in which nobody compares a proposal: not confirmed yet, given back, or gone.</summary>
    static readonly SubmissionState[] Hidden = [SubmissionState.Unverified, SubmissionState.Lapsed, SubmissionState.Cancelled];

    public static void MapProposals(this IEndpointRouteBuilder staff)
    {
        var proposals = staff.MapGroup("/proposals").AddEndpointFilter(SubmissionReaders.OnlyAsync);
        proposals.MapGet("", async (IDbContextFactory<CmsDb> databases, CancellationToken ct) => Pages.Show<ProposalsScreen>(new { Issues = await IssuesAsync(databases, ct) }));
        proposals.MapGet("{slug}", async (string slug, IDbContextFactory<CmsDb> databases, SubmissionReading reading, Viewer viewer, CancellationToken ct) =>
            (await IssuesAsync(databases, ct)).FirstOrDefault(issue => issue.Subject.Slugs.Contains(slug)) is { } found
                ? Pages.Show<ComparisonScreen>(new { Issue = found, Proposals = await reading.OpenManyAsync(await IdsAsync(databases, slug, ct), viewer.Actor, "提案の比較", ct) })
                : Pages.Failure(StatusCodes.Status404NotFound));
        proposals.MapGet("{slug}/csv", async (string slug, IDbContextFactory<CmsDb> databases, SubmissionReading reading, Viewer viewer, CancellationToken ct) =>
            Downloads.Csv($"teian-{slug}", AnswersSheet.Of(await reading.OpenManyAsync(await IdsAsync(databases, slug, ct), viewer.Actor, "提案のCSV", ct))));
    }

    static async Task<IReadOnlyList<ProposedIssue>> IssuesAsync(IDbContextFactory<CmsDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var counts = await db.Submissions.Where(s => s.Form == SolutionProposal.Name && s.Subject != null && !Hidden.Contains(s.State)).GroupBy(s => s.Subject!)
            .Select(group => new { Slug = group.Key, All = group.Count(), Waiting = group.Count(s => SubmissionQueries.Waiting.Contains(s.State)), Newest = group.Max(s => s.ReceivedAt) }).ToListAsync(ct);
        var subjects = await Subjects.FindAsync(db, [.. counts.Select(count => count.Slug)], ct);
        return
        [
            .. counts.Select(count => (Subject: subjects.Of("issue", count.Slug), Count: count)).GroupBy(one => one.Subject.Slug, StringComparer.Ordinal)
                .Select(group => new ProposedIssue(group.First().Subject, group.Sum(one => one.Count.All), group.Sum(one => one.Count.Waiting), group.Max(one => one.Count.Newest)))
                .OrderByDescending(issue => issue.Newest).ThenBy(issue => issue.Slug, StringComparer.Ordinal),
        ];
    }

    static async Task<IReadOnlyList<Guid>> IdsAsync(IDbContextFactory<CmsDb> databases, string slug, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var slugs = (await Subjects.FindAsync(db, [slug], ct)).Of("issue", slug).Slugs.ToList();
        return await db.Submissions.Where(s => s.Form == SolutionProposal.Name && slugs.Contains(s.Subject!) && !Hidden.Contains(s.State)).OrderBy(s => s.ReceivedAt).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(ct);
    }
}

/// <summary>An issue that somebody proposed to.</summary>
/// <param name="Waiting">Proposals that the office has still to judge.</param>
public sealed record ProposedIssue(Subject Subject, int All, int Waiting, DateTimeOffset Newest)
{
    public string Slug => Subject.Slug;

    public string Title => Subject.Title;
}
