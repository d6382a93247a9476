using Kakehashi.Cms.Store;

namespace Kakehashi.Cms.Editing;

/// <summary>What became of a request to the <see cref="EditorialDesk"/>: one of the cases below.</summary>
public abstract record Outcome
{
    Outcome()
    {
    }

    /// <summary>It was done.</summary>
    /// <param name="Item">As it is now; detached.</param>
    public sealed record Done(ItemRecord Item) : Outcome;

    /// <summary>Something typed is wrong; nothing was written (422).</summary>
    /// <param name="Problems">In field order, never empty.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : Outcome;

    /// <summary>Somebody saved in between; nothing was written (409).</summary>
    /// <param name="Newest">The revision that is newest now.</param>
    public sealed record Conflict(RevisionRecord Newest) : Outcome;

    /// <summary>The actor may not do that (403).</summary>
    /// <param name="Message">Japanese sentences.</param>
    public sealed record Forbidden(string Message) : Outcome;

    /// <summary>Nobody may do that in the item's present state (409).</summary>
    /// <param name="Message">Japanese sentences that say what to do.</param>
    public sealed record NotLegal(string Message) : Outcome;

    /// <summary>The page cannot be judged now, and nothing passes unjudged; nothing was written (503).</summary>
    /// <param name="Message">Japanese sentences that say what is kept and what to do.</param>
    public sealed record Unjudged(string Message) : Outcome;

    /// <summary>There is no such item (404).</summary>
    public sealed record NotFound : Outcome;
}

/// <summary>One mistake beside one field.</summary>
/// <param name="Field">Field name, or <c>slug</c>, <c>publishAt</c>, <c>expireAt</c>, <c>comment</c>.</param>
/// <param name="Message">Japanese sentences: what is wrong and what to do.</param>
public sealed record FieldProblem(string Field, string Message);

/// <summary>What an editor wants saved.</summary>
/// <param name="Slug">Empty = keep the present one, or make one.</param>
/// <param name="Values">By field name.</param>
/// <param name="PublishAt">Null = as soon as approved.</param>
/// <param name="ExpireAt">Null = open-ended.</param>
public sealed record Draft(string Slug, System.Text.Json.Nodes.JsonObject Values, DateTimeOffset? PublishAt, DateTimeOffset? ExpireAt);
