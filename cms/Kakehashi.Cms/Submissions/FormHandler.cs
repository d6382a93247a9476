using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Submissions;

/// <summary>What a form's submissions lead to: when they arrive, and when the office approves them. A form without a handler of its own only waits for an answer.</summary>
public abstract class FormHandler
{
    /// <summary>Name of the form.</summary>
    public abstract string Form { get; }

    /// <summary>What lists show of it: organisation, title or topic; never a person's name.</summary>
    public virtual string Headline(Submission submission) => "";

    /// <summary>Whether nobody reviews it before somebody opened a link that was mailed to its address (F01).</summary>
    public virtual bool ConfirmsAddress(Submission submission) => false;

    /// <summary>Called once, in the transaction that files the submission, before it is saved; the row may be changed, mails and rows added.</summary>
    /// <returns>Null, or why it cannot be accepted: a Japanese sentence for the sender. The row is then filed as refused.</returns>
    public virtual Task<string?> FileAsync(Filing filing, CancellationToken ct) => Task.FromResult<string?>(null);

    /// <summary>Called in the transaction of a cancellation by the office or the sender.</summary>
    public virtual Task CancelAsync(Approval cancellation, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Called in the transaction of an approval, after the row's new state was set.</summary>
    /// <returns>Null, or why it is not possible; everything is then rolled back.</returns>
    public virtual Task<Decision?> ApproveAsync(Approval approval, CancellationToken ct) => Task.FromResult<Decision?>(null);
}

/// <summary>One approval that is under way.</summary>
/// <param name="Db">In a transaction.</param>
/// <param name="Record">Locked.</param>
/// <param name="Submission">What was sent, as mended.</param>
public sealed record Approval(CmsDb Db, SubmissionRecord Record, Submission Submission, ProgramSettings Program, Actor Actor, DateTimeOffset Now)
{
    /// <summary>What else happened, for the audit log: written last, because from then on everybody waits for this transaction.</summary>
    public List<(string Action, string Subject, JsonObject Detail)> Steps { get; } = [];
}
