using System.Text;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Intake;

/// <summary>Empties the inbox: each submission is opened, filed in one transaction, and only then moved on. Several processes may run it; each submission is taken by one.</summary>
public sealed class InboxWork(
    IDbContextFactory<CmsDb> databases, InboxDirectory inbox, SealingKeys keys, SubmissionFiling filing, AttachmentFiling attachments, ProgramStore programs, TimeProvider time, ILogger<InboxWork> log)
    : DueWork(TimeSpan.FromSeconds(1), log)
{
    /// <summary>How long what could not be filed lets others go first.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>How often something fails before the office is told.</summary>
    public const int Tries = 3;

    /// <summary>Longest outage of the CMS of which a submission may say that it came before or within.</summary>
    public static readonly TimeSpan LongestOutage = TimeSpan.FromDays(7);

    // What was accepted and not yet written at the last look; and clocks apart.
    static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    readonly Queue<string> names = new();
    readonly Dictionary<string, Arrival> arrivals = new(StringComparer.Ordinal);
    DateTimeOffset? looked;

    /// <summary>Makes the directories and the keys: from then on, the forms process can accept.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        inbox.Prepare();
        await keys.PublishAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task<bool> RunOneAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (names.Count == 0) Look(now);
        if (!names.TryDequeue(out var name)) return false;
        var arrival = arrivals[name];
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var locked = await db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtextextended({"inbox " + name}, 0)) AS "Value" """).ToListAsync(ct);
        if (!locked[0] || !File.Exists(inbox.Of(Inbox.New, name)))
        {
            // Another process has it, or it is nothing that can be opened: the others go on.
            arrival.Next = now + TimeSpan.FromSeconds(5);
            return true;
        }
        try
        {
            await FileAsync(db, name, arrival, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            arrival.Next = now + RetryAfter;
            await transaction.RollbackAsync(CancellationToken.None);
            if (Reason(exception) is { } reason) await SetAsideAsync(name, reason, exception.Message, now, ct);
            else if (++arrival.Tries >= Tries) await SetAsideAsync(name, StuckReason.Failing, exception.GetType().Name, now, ct);
            else log.LogError(exception, "Submission {Receipt} could not be filed; the others go on, this one is tried again.", name);
        }
        return true;
    }

    void Look(DateTimeOffset now)
    {
        var found = inbox.Names(Inbox.New);
        foreach (var gone in arrivals.Keys.Except(found, StringComparer.Ordinal).ToList()) arrivals.Remove(gone);
        foreach (var name in found)
        {
            if (!arrivals.TryGetValue(name, out var arrival)) arrivals.Add(name, arrival = new Arrival((looked ?? now - LongestOutage) - Leeway, now));
            if (!(arrival.Next > now)) names.Enqueue(name);
        }
        looked = now;
    }

    async Task FileAsync(CmsDb db, string name, Arrival arrival, CancellationToken ct)
    {
        var content = Envelope.Open(await ReadAsync(inbox.Of(Inbox.New, name), ct), keys.Private);
        var submission = SubmissionFiling.Read(name, content);
        var files = await filing.FileAsync(db, submission with { ReceivedAt = arrival.Bound(submission.ReceivedAt) }, await programs.CurrentAsync(ct), ct);
        await db.Set<StuckEnvelope>().Where(stuck => stuck.Name == name).ExecuteDeleteAsync(ct);
        await db.Database.CurrentTransaction!.CommitAsync(ct);
        inbox.Move(name, Inbox.New, Inbox.Done);
        attachments.Remove(files);
    }

    async Task SetAsideAsync(string name, StuckReason reason, string detail, DateTimeOffset now, CancellationToken ct)
    {
        log.LogError("Submission {Receipt} cannot be filed: {Reason}, {Detail}", name, reason, detail);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<StuckEnvelope>().AsTracking().SingleOrDefaultAsync(stuck => stuck.Name == name, ct) is { } known) (known.Reason, known.Detail) = (reason, detail);
        else db.Add(new StuckEnvelope { Name = name, Reason = reason, Detail = detail, SeenAt = now });
        await db.SaveChangesAsync(ct);
        if (reason is StuckReason.Broken or StuckReason.Refused) inbox.Move(name, Inbox.New, Inbox.Broken);
    }

    static StuckReason? Reason(Exception exception) => exception switch
    {
        UnknownSealingKeyException => StuckReason.NoKey,
        BrokenSealException => StuckReason.Broken,
        RefusedSubmissionException => StuckReason.Refused,
        _ => null,
    };

    static async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        // Opening a pipe would wait for ever.
        if (new FileInfo(path) is not { LinkTarget: null, Length: > 0 and <= 2L * Envelope.MaxContentBytes }) throw new BrokenSealException("Not a plain file of an envelope's length.");
        return await File.ReadAllTextAsync(path, Encoding.ASCII, ct);
    }

    // An envelope between two looks at the inbox. When it came is what the forms process says, within what the CMS has seen itself.
    sealed class Arrival(DateTimeOffset after, DateTimeOffset by)
    {
        public DateTimeOffset? Next { get; set; }

        public int Tries { get; set; }

        public DateTimeOffset Bound(DateTimeOffset said) => said < after ? after.ToOffset(said.Offset) : said > by ? by.ToOffset(said.Offset) : said;
    }
}
