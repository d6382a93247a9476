using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Whether eyes meet the text in the order in which it is read out.</summary>
static class ReadingOrder
{
    // After one block the next lies below it, to its right, or at the top of a column to the right.
    private const string Backwards = """
        seen => {
          const blocks = new Map();
          for (const { text, block, boxes } of seen()) {
            const box = blocks.get(block)?.box ?? { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
            for (const { left, top, right, bottom } of boxes)
              Object.assign(box, { left: Math.min(box.left, left), top: Math.min(box.top, top), right: Math.max(box.right, right), bottom: Math.max(box.bottom, bottom) });
            blocks.set(block, { text: blocks.get(block)?.text ?? text, box });
          }
          const order = [...blocks.values()];
          return order.slice(1).flatMap((next, i) => {
            const [a, b] = [order[i].box, next.box];
            const above = b.bottom <= a.top + 1 && b.left < a.right - 1;
            const before = b.right <= a.left + 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.bottom - a.top, b.bottom - b.top) / 2;
            return above || before ? [`「${next.text}」 is read after 「${order[i].text}」 and stands ${above ? 'above' : 'left of'} it`] : [];
          });
        }
        """;

    public static async Task<IEnumerable<string>> FaultsAsync(IPage page) => await SeenText.EvaluateAsync(page, Backwards);
}
