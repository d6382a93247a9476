using System.Text.Json.Serialization;
using Kakehashi.Accessibility;

namespace Kakehashi.Site.Publishing;

/// <summary>What one run did; its JSON is the contract of <c>kakehashi build --json</c>.</summary>
/// <param name="Pages">HTML pages of the site.</param>
/// <param name="Rendered">Pages written in this run.</param>
/// <param name="Unchanged">Pages left as they were.</param>
/// <param name="Removed">Pages removed.</param>
/// <param name="Bytes">Bytes written in this run, all files and their compressed siblings.</param>
/// <param name="ElapsedMs">From the content being read to the last file in place, milliseconds.</param>
/// <param name="Findings">Accessibility errors of the pages held back, by file and line; empty when there are none.</param>
public sealed record BuildResult(int Pages, int Rendered, int Unchanged, int Removed, long Bytes, long ElapsedMs, IReadOnlyList<Finding> Findings)
{
    /// <summary>Nothing was held back.</summary>
    [JsonIgnore]
    public bool Succeeded => Findings.Count == 0;
}
