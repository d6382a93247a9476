namespace Kakehashi.Accessibility;

/// <summary>One barrier on one page.</summary>
/// <param name="Path">The page as the caller named it; a page of a site: relative to its root, with forward slashes.</param>
/// <param name="Line">Line of the HTML source, 1 or more.</param>
/// <param name="Rule">Id of the broken rule.</param>
/// <param name="Weight">What the finding means for publication.</param>
/// <param name="Message">Japanese: what is wrong and how to mend it.</param>
/// <param name="Excerpt">The place itself, at most 100 characters on one line.</param>
public sealed record Finding(string Path, int Line, string Rule, Weight Weight, string Message, string Excerpt);
