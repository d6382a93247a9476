using Kakehashi.Accessibility;
using Kakehashi.Content;

namespace Kakehashi.Cms.Preview;

/// <summary>That a revision's page was judged. Its findings are <see cref="RevisionFinding"/>; a page without any has none.</summary>
public sealed class RevisionCheck
{
    public required Guid ItemId { get; init; }

    public required int RevisionNumber { get; init; }

    /// <summary>Rules by which it was judged, see <see cref="RevisionChecks.Rules"/>.</summary>
    public required string Rules { get; set; }

    public required DateTimeOffset JudgedAt { get; set; }

    public List<RevisionFinding> Findings { get; init; } = [];
}

/// <summary>A finding as it was when the revision was judged.</summary>
public sealed class RevisionFinding
{
    public required Guid ItemId { get; init; }

    public required int RevisionNumber { get; init; }

    /// <inheritdoc cref="PlacedFinding.Fingerprint"/>
    public required string Fingerprint { get; init; }

    /// <summary>Id of the rule.</summary>
    public required string Rule { get; init; }

    public required Weight Weight { get; init; }

    /// <summary>Japanese: what is wrong and how to mend it.</summary>
    public required string Message { get; init; }

    /// <summary>Line of the page's HTML, from 1.</summary>
    public required int PageLine { get; init; }

    /// <summary>Name of the field where the words stand.</summary>
    public required string Field { get; init; }

    /// <summary>Line of the field, from 1; 0 = not known.</summary>
    public required int Line { get; init; }

    /// <summary>The words themselves.</summary>
    public required string Excerpt { get; init; }

    /// <summary>As it was placed then; the text around it is not kept.</summary>
    public PlacedFinding ToPlaced(ContentType type) =>
        new(new Finding("", PageLine, Rule, Weight, Message, Excerpt), type.Field(Field) ?? type.Fields[0], Line, Excerpt, "") { Fingerprint = Fingerprint };
}
