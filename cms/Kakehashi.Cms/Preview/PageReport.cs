using Kakehashi.Accessibility;
using Kakehashi.Cms.Editing;
using Kakehashi.Content;

namespace Kakehashi.Cms.Preview;

/// <summary>What the accessibility rules say about the page of a revision.</summary>
/// <param name="Reached">False when the page could not be rendered: nothing is known about it.</param>
/// <param name="Findings">By line of the page; warnings and advice only where the item's own text causes them.</param>
public sealed record PageReport(bool Reached, IReadOnlyList<PlacedFinding> Findings)
{
    /// <summary>What keeps the page from being published.</summary>
    public IReadOnlyList<FieldProblem> Errors =>
        [.. Findings.Where(found => found.Finding.Weight == Weight.Error).Select(found => new FieldProblem(found.Field.Name, found.Words))];
}

/// <summary>A finding beside the field that its author mends.</summary>
/// <param name="Field">Where the words stand; the main text where they stand nowhere.</param>
/// <param name="Line">Line of a text of several lines, from 1; 0 = not known.</param>
/// <param name="Excerpt">The words themselves, without their mark-up.</param>
public sealed record PlacedFinding(Finding Finding, Field Field, int Line, string Excerpt)
{
    /// <summary>Japanese: what is wrong, where, and how to mend it.</summary>
    public string Words => $"{Finding.Message}（{Field.Label}{(Line > 0 ? $" {Line}行目" : "")}：「{Excerpt}」）";
}
