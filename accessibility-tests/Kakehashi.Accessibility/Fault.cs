using AngleSharp.Dom;

namespace Kakehashi.Accessibility;

/// <summary>A place where a rule is broken.</summary>
/// <param name="Element">The element to mend, or the one that holds the text to mend.</param>
/// <param name="Text">The words to mend, as they stand in the element; null when the element itself is wrong.</param>
/// <param name="Line">Line of the source where it is known better than from the element, 1 or more.</param>
public readonly record struct Fault(IElement Element, string? Text = null, int? Line = null)
{
    public static Fault At(IElement element) => new(element);
}
