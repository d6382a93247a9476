using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Chooses everything that can be chosen: only a button may send (WCAG 3.2.2).</summary>
static class Choosing
{
    private const string Choose = """
        () => {
          const before = location.href;
          let sent = false;
          document.addEventListener('submit', event => { sent = true; event.preventDefault(); }, true);
          for (const field of document.querySelectorAll('select, input:is([type=checkbox], [type=radio])')) {
            if (field.localName === 'select') field.selectedIndex = field.options.length - 1; else field.checked = true;
            for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
          }
          return sent || location.href !== before ? ['a choice sends the form or leads away'] : [];
        }
        """;

    public static async Task<IEnumerable<string>> FaultsAsync(IPage page) => await page.EvaluateAsync<string[]>(Choose);
}
