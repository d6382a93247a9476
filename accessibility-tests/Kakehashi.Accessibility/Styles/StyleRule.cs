using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Styles;

/// <summary>A rule about style sheets, about the <c>style</c> elements of pages and, where it makes sense, their <c>style</c> attributes.</summary>
public abstract class StyleRule(string id, SuccessCriterion? criterion, Weight weight, MiChecker @class, string message)
    : PageRule(id, criterion, weight, @class, message)
{
    /// <summary>The blocks that break the rule, in order.</summary>
    public abstract IEnumerable<StyleBlock> Check(StyleSheet sheet);

    public sealed override IEnumerable<Fault> Check(Page page) =>
        from style in page.Styles
        from block in Check(style.Sheet)
        select block.Selector.Length == 0 ? Fault.At(style.Element) : new Fault(style.Element, block.Selector, LineIn(style.Element, page, block));

    private static int LineIn(IElement element, Page page, StyleBlock block) => page.LineOf(Fault.At(element)) + block.Line - 1;
}
