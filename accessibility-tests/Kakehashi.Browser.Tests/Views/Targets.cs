using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Room for fingers: how large is what can be pressed.</summary>
static class Targets
{
    /// <summary>What nobody misses, in CSS pixels (WCAG 2.5.5; 2.5.8 asks for 24).</summary>
    public const int Comfortable = 44;

    // A link within a sentence is as high as its line; what labels a box can be pressed as well, and a card's link covers the card.
    private const string Small = """
        least => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].flatMap(target => {
          if (!target.checkVisibility({ visibilityProperty: true }) || target.tabIndex < 0 || target.matches('.skip-link')) return [];
          const beside = node => node && (node.nodeType === Node.TEXT_NODE ? node.data.trim() !== '' : node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display === 'inline' && node.innerText.trim() !== '');
          if (getComputedStyle(target).display === 'inline' && (beside(target.previousSibling) || beside(target.nextSibling))) return [];
          const stretched = getComputedStyle(target, '::after').position === 'absolute' ? [target.closest('.card')].filter(Boolean) : [];
          const boxes = [target, ...(target.labels ?? []), ...stretched].map(element => element.getBoundingClientRect());
          const width = Math.max(...boxes.map(box => box.width)), height = Math.max(...boxes.map(box => box.height));
          return Math.min(width, height) < least - 0.5 ? [`${target.localName}.${target.className} in ${target.parentElement.localName}.${target.parentElement.className}: ${Math.round(width)} × ${Math.round(height)} px`] : [];
        })
        """;

    /// <summary>Targets with a side shorter than this many CSS pixels; empty when there are none.</summary>
    public static Task<string[]> SmallerThanAsync(IPage page, int least) => page.EvaluateAsync<string[]>(Small, least);
}
