using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Walks through a page with the Tab key alone.</summary>
static class Tabbing
{
    // Of radio buttons with one name only one is a stop; what a closed disclosure hides is none.
    private const string Listen = """
        () => {
          const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
            .filter(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
          const groups = new Set();
          window.stops = stops.filter(element => {
            if (element.type !== 'radio') return true;
            const group = [...document.getElementsByName(element.name)].filter(other => other.form === element.form);
            if (group.some(other => other.checked) ? !element.checked : groups.has(element.name)) return false;
            groups.add(element.name);
            return true;
          });
          window.reached = new Set();
          window.unseen = new Set();
          // An outline of 2 px or more shows the focus (WCAG 2.2 2.4.13); a frame shows it inside.
          document.addEventListener('focusin', ({ target }) => {
            const { outlineStyle, outlineWidth } = getComputedStyle(target);
            if (target.localName !== 'iframe' && (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)) window.unseen.add(target);
            window.reached.add(target);
            // Backwards, a group of radio buttons is entered by its last one.
            if (target.type === 'radio') window.stops.filter(stop => stop.type === 'radio' && stop.name === target.name && stop.form === target.form).forEach(stop => window.reached.add(stop));
          });
          return window.stops.length;
        }
        """;

    private const string Report = """
        () => {
          const name = element => `${element.localName}${element.id ? '#' + element.id : ''} 「${(element.innerText || element.name || '').trim().slice(0, 20)}」`;
          return [...window.stops.filter(stop => !window.reached.has(stop)).map(stop => 'Tab does not reach ' + name(stop)),
            ...[...window.unseen].map(element => 'focus is not to be seen on ' + name(element))];
        }
        """;

    public static Task<IEnumerable<string>> FaultsAsync(IPage page) => FaultsAsync(page, "Tab");

    /// <param name="key">Tab, or Shift+Tab for the way back.</param>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page, string key)
    {
        // The walk begins where the focus was and goes round once; what a frame holds takes stops as well.
        var most = await page.EvaluateAsync<int>(Listen) + (await page.Locator("iframe").CountAsync() * 300) + 20;
        for (var i = 0; i < most; i++)
        {
            await page.Keyboard.PressAsync(key);
            if (i % 10 == 9 && await page.EvaluateAsync<bool>("window.stops.every(stop => window.reached.has(stop))"))
                break;
        }
        return await page.EvaluateAsync<string[]>(Report);
    }
}
