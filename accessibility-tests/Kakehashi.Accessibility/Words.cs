using System.Text;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility;

/// <summary>Text as a reader meets it.</summary>
internal static class Words
{
    /// <summary>Runs of white space (full-width too) become one space; none at the ends.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
                folded.Append(character);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>Text of an element with the alternatives of its pictures; hidden parts are left out.</summary>
    public static string Of(IElement element)
    {
        if (element.ChildNodes is [IText only])
            return Fold(only.Data);
        var spoken = new StringBuilder();
        var open = new Stack<INode>();
        PushChildren(open, element);
        while (open.TryPop(out var node))
        {
            if (node is IText text)
                spoken.Append(text.Data);
            else if (node is IElement child && !IsHidden(child))
            {
                if (Alternative(child) is { } alternative)
                    spoken.Append(' ').Append(alternative).Append(' ');
                else
                    PushChildren(open, child);
            }
        }
        return Fold(spoken.ToString());
    }

    /// <summary>The text with which an element begins, untrimmed; blank text before it is passed over; empty when there is none.</summary>
    public static ReadOnlySpan<char> Beginning(INode node)
    {
        for (var next = node.FirstChild; next is not null; next = next.FirstChild ?? next.NextSibling)
            if (next is IText text && !string.IsNullOrWhiteSpace(text.Data))
                return text.Data;
        return default;
    }

    private static bool IsFolded(string text)
    {
        var isAfterSpace = true;
        foreach (var character in text)
        {
            var isSpace = char.IsWhiteSpace(character);
            if (isSpace && (isAfterSpace || character != ' '))
                return false;
            isAfterSpace = isSpace;
        }
        return text.Length == 0 || !isAfterSpace;
    }

    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || element.LocalName is "script" or "style" or "template";

    private static string? Alternative(IElement element) =>
        element.GetAttribute("aria-label") is { Length: > 0 } label ? label
        : element.LocalName is "img" or "area" ? element.GetAttribute("alt") ?? ""
        : element.LocalName == "br" ? " "
        : null;

    private static void PushChildren(Stack<INode> open, IElement element)
    {
        var children = element.ChildNodes;
        for (var i = children.Length - 1; i >= 0; i--)
            open.Push(children[i]);
    }
}
