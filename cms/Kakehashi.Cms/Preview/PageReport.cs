using System.Security.Cryptography;
using System.Text;
using Kakehashi.Accessibility;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Mending;
using Kakehashi.Cms.Reasons;
using Kakehashi.Content;

namespace Kakehashi.Cms.Preview;

/// <summary>What the accessibility rules say about the page of a revision.</summary>
/// <param name="Reached">False when the page could not be rendered: nothing is known about it.</param>
/// <param name="Findings">By line of the page, each place once; warnings and advice only where the item's own text causes them.</param>
public sealed record PageReport(bool Reached, IReadOnlyList<PlacedFinding> Findings)
{
    /// <summary>What keeps the page from being published.</summary>
    public IReadOnlyList<FieldProblem> Errors =>
        [.. Findings.Where(found => found.Finding.Weight == Weight.Error).Select(found => new FieldProblem(found.Field.Name, found.Words))];

    /// <summary>What passes with a reason only.</summary>
    public IEnumerable<PlacedFinding> Warnings => Findings.Where(found => found.Finding.Weight == Weight.Warning);

    /// <summary>Warnings for which nobody gave a reason yet.</summary>
    public IEnumerable<PlacedFinding> Unreasoned => Warnings.Where(found => found.Reason is null);
}

/// <summary>A finding beside the field that its author mends.</summary>
/// <param name="Field">Where the words stand; the main text where they stand nowhere.</param>
/// <param name="Line">Line of a text of several lines, from 1; 0 = not known.</param>
/// <param name="Excerpt">The words themselves, without their mark-up.</param>
/// <param name="Place">The line, or the table, that has the words; the whole text where it has no lines.</param>
public sealed record PlacedFinding(Finding Finding, Field Field, int Line, string Excerpt, string Place)
{
    /// <summary>Japanese: what is wrong, where, and how to mend it.</summary>
    public string Words => $"{Finding.Message}（{Field.Label}{(Line > 0 ? $" {Line}行目" : "")}：「{Excerpt}」）";

    /// <summary>Of rule, field and place: stays while the text around changes, and falls away when the place itself does. 32 lower-case hexadecimal digits.</summary>
    public string Fingerprint { get; init; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Finding.Rule, Field.Name, Excerpt, FindingPlace.Bare(Place)))))[..32];

    /// <summary>How a machine would mend it; null where somebody has to.</summary>
    public TextMend? Mend { get; init; }

    /// <summary>Why the warning may stay; null where nobody has said so.</summary>
    public GivenReason? Reason { get; init; }
}
