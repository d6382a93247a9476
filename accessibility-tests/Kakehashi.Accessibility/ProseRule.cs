using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility;

/// <summary>A rule about the words of running text.</summary>
public abstract class ProseRule(string id, SuccessCriterion? criterion, Weight weight, MiChecker @class, string message)
    : PageRule(id, criterion, weight, @class, message)
{
    /// <summary>Prose without any of these cannot break the rule.</summary>
    protected abstract SearchValues<char> Signs { get; }

    protected abstract Regex Pattern { get; }

    /// <summary>Whether what the pattern found breaks the rule indeed.</summary>
    protected virtual bool IsFault(Match match) => true;

    /// <summary>The words to show.</summary>
    /// <param name="prose">All prose of the page, in which the match was found.</param>
    protected virtual string Excerpt(Match match, string prose) => match.Value;

    /// <summary>The text with each fault of the rule replaced, also those that only appear once another is gone.</summary>
    /// <param name="mend">Given the match and the text in which it was found.</param>
    protected string Replace(string text, Func<Match, string, string> mend)
    {
        for (var before = ""; before != text;)
        {
            before = text;
            text = Pattern.Replace(before, match => IsFault(match) ? mend(match, before) : match.Value);
        }
        return text;
    }

    public sealed override IEnumerable<Fault> Check(Page page)
    {
        if (!page.ProseText.AsSpan().ContainsAny(Signs))
            yield break;
        foreach (var match in Pattern.Matches(page.ProseText).Where(IsFault))
            yield return new(page.ProseAt(match.Index).ParentElement!, Excerpt(match, page.ProseText));
    }
}
