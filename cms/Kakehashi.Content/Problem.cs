using System.Globalization;

namespace Kakehashi.Content;

/// <summary>One mistake in content, told to the person who can mend it.</summary>
/// <param name="Path">File as the author knows it, or an item's name; relative, with forward slashes.</param>
/// <param name="Line">Line from 1; 0 where there is none.</param>
/// <param name="Message">Japanese sentences: what is wrong and what to do.</param>
/// <param name="FieldName">Field that it is about, or null.</param>
public sealed record Problem(string Path, int Line, string Message, string? FieldName = null)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line} {Message}")
        : $"{Path} {Message}";
}
