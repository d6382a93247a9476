using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>What appears only while something is pointed at or has the focus can be dismissed with Escape, and pointed at itself (WCAG 1.4.13).</summary>
/// <remarks>What is looked at: the elements around whatever a style sheet shows on hover or focus, and on pages with scripts everything that takes the focus.</remarks>
static class Appearing
{
    // Marks what may make something appear; an element that changes itself shows nothing more.
    private const string Mark = """
        () => {
          const scripted = [...document.scripts].some(script => !/json/.test(script.type)) || [...document.querySelectorAll('*')].some(element => element.getAttributeNames().some(name => /^on/.test(name)));
          const triggers = new Set(scripted ? document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [aria-describedby], [aria-haspopup]') : []);
          const rules = [...document.styleSheets].flatMap(sheet => { try { return [...sheet.cssRules]; } catch { return []; } });
          for (let rule; (rule = rules.pop());) {
            if (rule.cssRules) rules.push(...rule.cssRules);
            if (!/:(hover|focus)/.test(rule.selectorText ?? '')) continue;
            let shown = [];
            try { shown = document.querySelectorAll(rule.selectorText.replace(/:(hover|focus-visible|focus-within|focus)\b|::?(before|after)/g, '')); } catch { }
            for (const element of shown) if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || /::?(before|after)/.test(rule.selectorText))
              for (const near of [element, element.parentElement, element.previousElementSibling]) if (near && near !== document.body && near !== document.documentElement) triggers.add(near);
          }
          window.appearing = {
            triggers: [...triggers].filter(element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })),
            seen: () => new Set([...document.body.querySelectorAll('*')].filter(element => {
              const { width, height, right, bottom } = element.getBoundingClientRect();
              return width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
            })),
            drawn: element => ['::before', '::after'].map(part => getComputedStyle(element, part)).filter(style => style.display !== 'none' && style.visibility !== 'hidden' && style.opacity !== '0' && /^"[^"]*\S[^"]*"/.test(style.content)).length,
            name: element => `${element.localName}${element.id ? '#' + element.id : ''} 「${(element.innerText || element.getAttribute('aria-label') || '').trim().slice(0, 30)}」`,
          };
          return appearing.triggers.length;
        }
        """;

    private const string Before = "i => { appearing.before = appearing.seen(); appearing.parts = appearing.drawn(appearing.triggers[i]); }";

    private const string Place = """
        i => {
          appearing.triggers[i].scrollIntoView({ block: 'center', behavior: 'instant' });
          const { x, y, width, height } = appearing.triggers[i].getBoundingClientRect();
          return [x + width / 2, y + height / 2];
        }
        """;

    // Ancestors only grow around what they hold.
    private const string New = """
        i => {
          const trigger = appearing.triggers[i];
          appearing.shown = [...appearing.seen()].filter(element => !appearing.before.has(element) && !element.contains(trigger) && element !== trigger);
          return appearing.shown.length > 0 ? 'more' : appearing.drawn(trigger) > appearing.parts ? 'drawn' : '';
        }
        """;

    private const string StillThere = "() => { const seen = appearing.seen(); return appearing.shown.some(element => seen.has(element)); }";

    private const string PlaceOfNew = "() => { const { x, y, width, height } = appearing.shown[0].getBoundingClientRect(); return [x + width / 2, y + height / 2]; }";

    public static async Task<IEnumerable<string>> FaultsAsync(IPage page)
    {
        var faults = new List<string>();
        var count = await page.EvaluateAsync<int>(Mark);
        for (var i = 0; i < count; i++)
        {
            await page.Mouse.MoveAsync(0, 0);
            var trigger = await page.EvaluateAsync<double[]>(Place, i);
            await page.EvaluateAsync(Before, i);
            await page.Mouse.MoveAsync((float)trigger[0], (float)trigger[1]);
            await AddAsync(i, "指すと", async () => await page.Mouse.MoveAsync((float)trigger[0], (float)trigger[1]));
            await page.Mouse.MoveAsync(0, 0);
            await page.EvaluateAsync("() => document.activeElement?.blur()");
            await page.EvaluateAsync(Before, i);
            await page.EvaluateAsync("i => appearing.triggers[i].focus()", i);
            await AddAsync(i, "フォーカスすると", null);
            await page.EvaluateAsync("() => document.activeElement?.blur()");
        }
        return faults;

        async Task AddAsync(int i, string when, Func<Task>? pointAgain)
        {
            var kind = await page.EvaluateAsync<string>(New, i);
            if (kind.Length == 0)
                return;
            var name = await page.EvaluateAsync<string>("i => appearing.name(appearing.triggers[i])", i);
            if (kind == "drawn")
            {
                faults.Add($"{name}: {when}出るものが、見た目の指定だけで描かれていて、Escで消せません");
                return;
            }
            if (pointAgain is not null)
            {
                var there = await page.EvaluateAsync<double[]>(PlaceOfNew);
                await page.Mouse.MoveAsync((float)there[0], (float)there[1]);
                if (!await page.EvaluateAsync<bool>(StillThere))
                    faults.Add($"{name}: {when}出るものの上に、ポインターを動かすと消えます");
                await pointAgain();
            }
            await page.Keyboard.PressAsync("Escape");
            if (await page.EvaluateAsync<bool>(StillThere))
                faults.Add($"{name}: {when}出るものが、Escで消えません");
        }
    }
}
