using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;

namespace Kakehashi.Site.Sources;

/// <summary>Everything a site is made of at one moment. Immutable; two equal contents give the same pages, whatever their source.</summary>
public sealed class Snapshot
{
    /// <param name="program">Settings.</param>
    /// <param name="items">Items with a date of publication, past or to come; any order; unique by type and slug.</param>
    /// <param name="media">Files by name.</param>
    /// <param name="tests">Accessibility tests; any order; one for each fiscal year.</param>
    /// <param name="evaluations">Published self-evaluations; any order; one for each fiscal year.</param>
    public Snapshot(ProgramSettings program, IEnumerable<Item> items, IReadOnlyDictionary<string, SourceMedia> media, IEnumerable<ConformanceTest> tests,
        IEnumerable<SelfEvaluation> evaluations)
    {
        Program = program;
        Media = media;
        Tests = [.. tests.OrderBy(test => test.FiscalYear)];
        Evaluations = [.. evaluations.OrderBy(evaluation => evaluation.FiscalYear)];
        Items = [.. items.OrderBy(item => item.GetType().Name, StringComparer.Ordinal).ThenBy(item => item.Slug, StringComparer.Ordinal)];
    }

    /// <summary>Settings of the programme.</summary>
    public ProgramSettings Program { get; }

    /// <summary>Items in the order of type and slug, those scheduled or expired included.</summary>
    public IReadOnlyList<Item> Items { get; }

    /// <summary>Media library by name.</summary>
    public IReadOnlyDictionary<string, SourceMedia> Media { get; }

    /// <summary>Accessibility tests by fiscal year; may be empty.</summary>
    public IReadOnlyList<ConformanceTest> Tests { get; }

    /// <summary>取組確認・評価表 by fiscal year; may be empty.</summary>
    public IReadOnlyList<SelfEvaluation> Evaluations { get; }

    /// <summary>The same content with one item added or replaced.</summary>
    public Snapshot With(Item item) =>
        new(Program, Items.Where(other => other.GetType() != item.GetType() || other.Slug != item.Slug).Append(item), Media, Tests, Evaluations);
}

/// <summary>A media file and a way to its bytes.</summary>
/// <param name="File">What pages need to know.</param>
/// <param name="OpenAsync">Opens the bytes; the caller disposes the stream.</param>
public sealed record SourceMedia(MediaFile File, Func<CancellationToken, Task<Stream>> OpenAsync);
