using Kakehashi.Content;
using Kakehashi.Content.Delivery;

namespace Kakehashi.Site.Publishing;

/// <summary>How one run ended.</summary>
/// <param name="Result">What was published; null when the content's mistakes or a fault prevented it.</param>
/// <param name="Problems">Mistakes in the content, in order; empty when there are none. Beside a result: links of the settings that lead nowhere.</param>
/// <param name="Fault">What the operator has to know, in Japanese; null = none.</param>
public sealed record Outcome(BuildResult? Result, IReadOnlyList<Problem> Problems, string? Fault = null)
{
    /// <summary>Everything is published, and nothing has to be mended.</summary>
    public bool Succeeded => Result is { Succeeded: true } && Problems.Count == 0;

    /// <summary>How the site stands after this run.</summary>
    /// <param name="before">How it stood before; null before the first run.</param>
    public SiteReport ToReport(DateTimeOffset at, SiteReport? before) => Result is { } result
        ? new(at, result.Pages, result.Rendered, [.. result.Findings.Select(finding => new HeldPage(AddressOf(finding.Path), finding.Message, finding.Excerpt))], Problems, FirstLine(Fault))
        : new(before?.At, before?.Pages ?? 0, before?.Rendered ?? 0, before?.Held ?? [], Problems, FirstLine(Fault));

    static string AddressOf(string file) => "/" + (file.EndsWith("index.html", StringComparison.Ordinal) ? file[..^"index.html".Length] : file);

    static string? FirstLine(string? text) => text?.Split('\n', 2)[0].TrimEnd();
}
