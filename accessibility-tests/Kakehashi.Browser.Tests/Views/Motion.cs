using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>What moves by itself, or on the way from one state to another.</summary>
static class Motion
{
    private const string Moving = """
        () => [...document.querySelectorAll('*')].filter(element => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          return animationName !== 'none' || transitionDuration.split(', ').some(time => parseFloat(time) > 0) || scrollBehavior === 'smooth' || element.matches('marquee, blink, video[autoplay]');
        }).map(element => `${element.localName}.${element.className} moves`)
        """;

    public static async Task<IEnumerable<string>> FaultsAsync(IPage page) => await page.EvaluateAsync<string[]>(Moving);
}
