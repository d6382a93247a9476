using Kakehashi.Cms.Editing;

namespace Kakehashi.Cms.Submissions;

/// <summary>What became of a request to the <see cref="SubmissionDesk"/>: one of the cases below.</summary>
public abstract record Decision
{
    Decision()
    {
    }

    /// <summary>It was done, whole.</summary>
    /// <param name="Submission">As it is now; detached.</param>
    public sealed record Done(SubmissionRecord Submission) : Decision;

    /// <summary>Something typed, or something that the sender answered, does not allow it; nothing was written (422).</summary>
    /// <param name="Problems">Never empty. Field: <c>mail</c>, <c>text</c>, <c>owner</c>, <c>due</c>, or a question.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : Decision;

    /// <summary>The actor may not do that (403).</summary>
    /// <param name="Message">Japanese sentences.</param>
    public sealed record Forbidden(string Message) : Decision;

    /// <summary>Nobody may do that now (409).</summary>
    /// <param name="Message">Japanese sentences that say what to do.</param>
    public sealed record NotLegal(string Message) : Decision;

    /// <summary>There is no such submission (404).</summary>
    public sealed record NotFound : Decision;
}
