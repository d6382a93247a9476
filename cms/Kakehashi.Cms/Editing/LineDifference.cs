namespace Kakehashi.Cms.Editing;

/// <summary>What became of one line.</summary>
public enum LineChange
{
    Same,
    Removed,
    Added,
}

/// <summary>A line of a comparison, its changed part apart.</summary>
/// <param name="Before">Part in front that did not change.</param>
/// <param name="Changed">The part that did; empty for unchanged lines.</param>
/// <param name="After">Part behind that did not change.</param>
public sealed record ComparedLine(LineChange Change, string Before, string Changed, string After);

/// <summary>Compares two texts line by line by their longest common subsequence.</summary>
public static class LineDifference
{
    /// <summary>Cells of the table above which two texts are shown whole, one after the other.</summary>
    const long Limit = 4_000_000;

    /// <summary>Lines in reading order; removed lines stand before the added ones in their place.</summary>
    public static IReadOnlyList<ComparedLine> Between(string old, string now)
    {
        var (a, b) = (Lines(old), Lines(now));
        var lengths = (long)a.Length * b.Length <= Limit ? Lengths(a, b) : null;
        List<ComparedLine> result = [];
        List<string> removed = [], added = [];
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (lengths is not null && i < a.Length && j < b.Length && a[i] == b[j])
            {
                Flush();
                result.Add(new(LineChange.Same, a[i], "", ""));
                (i, j) = (i + 1, j + 1);
            }
            else if (i < a.Length && (lengths is null || j == b.Length || lengths[i + 1, j] >= lengths[i, j + 1])) removed.Add(a[i++]);
            else added.Add(b[j++]);
        }
        Flush();
        return result;

        void Flush()
        {
            var pairs = removed.Count == added.Count;
            result.AddRange(removed.Select((line, k) => Mark(LineChange.Removed, line, pairs ? added[k] : null)));
            result.AddRange(added.Select((line, k) => Mark(LineChange.Added, line, pairs ? removed[k] : null)));
            removed.Clear();
            added.Clear();
        }
    }

    static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").Split('\n');

    static int[,] Lengths(string[] a, string[] b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                lengths[i, j] = a[i] == b[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        return lengths;
    }

    static ComparedLine Mark(LineChange change, string line, string? other)
    {
        if (other is null) return new(change, "", line, "");
        var front = line.AsSpan().CommonPrefixLength(other);
        if (front > 0 && char.IsHighSurrogate(line[front - 1])) front--;
        var back = 0;
        while (back < Math.Min(line.Length, other.Length) - front && line[^(back + 1)] == other[^(back + 1)]) back++;
        if (back > 0 && char.IsLowSurrogate(line[^back])) back--;
        return new(change, line[..front], line[front..^back], line[^back..]);
    }
}
