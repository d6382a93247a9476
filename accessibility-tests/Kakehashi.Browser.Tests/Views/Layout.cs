using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>How a page fits into its view: nothing scrolls sideways, no text is cut off, no text lies over other text.</summary>
static class Layout
{
    // Of what reaches beyond the edge, the innermost elements are the cause; what scrolls by itself may be wider.
    private const string TooWide = """
        () => {
          const page = document.documentElement;
          if (page.scrollWidth <= page.clientWidth) return [];
          const wide = [...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > page.clientWidth);
          return wide.filter(element => !wide.some(other => other !== element && element.contains(other))).slice(0, 3)
            .map(element => `${element.localName}.${element.getAttribute('class') ?? ''} reaches ${Math.round(element.getBoundingClientRect().right)} px`);
        }
        """;

    // What is for the ear alone is cut away on purpose: by a clip, or to one pixel.
    private const string CutOff = """
        seen => seen().flatMap(({ text, element, boxes }) => {
          for (let frame = element; frame !== document.body; frame = frame.parentElement) {
            const { overflowX, overflowY } = getComputedStyle(frame), edge = frame.getBoundingClientRect();
            const cutX = /hidden|clip/.test(overflowX), cutY = /hidden|clip/.test(overflowY);
            if (boxes.some(box => (cutX && (box.right > edge.right + 1 || box.left < edge.left - 1)) || (cutY && (box.bottom > edge.bottom + box.height / 4 || box.top < edge.top - box.height / 4))))
              return [`「${text}」 is cut off by ${frame.localName}.${frame.className}`];
          }
          return [];
        })
        """;

    // Boxes of text are taller than a narrow line: a third of the height is allowed to touch.
    private const string Overlapping = """
        seen => {
          // What stays in sight while the page scrolls covers what scrolls under it, and lets it out again.
          const stays = element => { for (let at = element; at; at = at.parentElement) if (/sticky|fixed/.test(getComputedStyle(at).position)) return at; return null; };
          const lines = seen().flatMap(({ text, element, block, boxes }) => { const at = stays(element); return boxes.map(box => ({ text, block, box, stays: at })); }).sort((a, b) => a.box.top - b.box.top);
          const faults = new Set();
          for (let i = 0; i < lines.length; i++)
            for (let j = i + 1; j < lines.length && lines[j].box.top < lines[i].box.bottom; j++) {
              const [a, b] = [lines[i], lines[j]];
              const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
              const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
              if (a.block !== b.block && a.stays === b.stays && width > 2 && height > Math.min(a.box.height, b.box.height) / 3) faults.add(`「${a.text}」 and 「${b.text}」 lie over each other`);
            }
          return [...faults];
        }
        """;

    /// <summary>What makes the page scroll sideways; empty when it does not.</summary>
    public static async Task<IEnumerable<string>> TooWideAsync(IPage page) => await page.EvaluateAsync<string[]>(TooWide);

    /// <summary>Everything that keeps text from being read; empty when nothing does.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page) =>
        [.. await TooWideAsync(page), .. await SeenText.EvaluateAsync(page, CutOff), .. await SeenText.EvaluateAsync(page, Overlapping)];
}
