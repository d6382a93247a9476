using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>The text that eyes see on a page, piece by piece in the order of the document.</summary>
static class SeenText
{
    // block: the nearest element that is not inline. boxes: one for each line, empty ones left out.
    private const string Seen = """
        () => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const pieces = [], range = document.createRange();
          const forEars = element => { for (let at = element; at !== document.body; at = at.parentElement) {
            const { clipPath, clip, position } = getComputedStyle(at);
            if (clipPath !== 'none' || (clip !== 'auto' && position === 'absolute') || (at.offsetWidth <= 1 && at.offsetHeight <= 1)) return true; } return false; };
          // What a box with its own scroll bar has moved out of sight is not seen.
          const frames = element => { const found = []; for (let at = element; at !== document.body; at = at.parentElement)
            if (/auto|scroll/.test(getComputedStyle(at).overflow)) found.push(at.getBoundingClientRect()); return found; };
          const within = (box, frame) => box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1 && box.left >= frame.left - 1 && box.right <= frame.right + 1;
          while (walker.nextNode()) {
            const node = walker.currentNode, element = node.parentElement;
            if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest('svg, option, script, rt') || forEars(element)) continue;
            range.selectNodeContents(node);
            const scrolled = frames(element);
            const boxes = [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0 && box.bottom + scrollY > 0 && scrolled.every(frame => within(box, frame)));
            let block = element;
            while (getComputedStyle(block).display.startsWith('inline') && block.parentElement) block = block.parentElement;
            if (boxes.length > 0) pieces.push({ text: node.data.trim().slice(0, 20), element, block, boxes });
          }
          return pieces;
        }
        """;

    /// <param name="function">JavaScript: takes the function that gives the pieces, answers with sentences about faults.</param>
    public static Task<string[]> EvaluateAsync(IPage page, string function) => page.EvaluateAsync<string[]>($"() => ({function})({Seen})");
}
