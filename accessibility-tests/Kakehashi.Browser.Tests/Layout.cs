using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>How a page fits into its view.</summary>
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

    /// <summary>What makes the page scroll sideways; empty when it does not.</summary>
    public static async Task<IEnumerable<string>> TooWideAsync(IPage page) => await page.EvaluateAsync<string[]>(TooWide);
}
