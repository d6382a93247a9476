using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>What happens where the focus comes to: it is seen, nothing lies over it, and nothing else happens.</summary>
/// <param name="page">Any number of pages, one after another.</param>
sealed class Focusing(IPage page)
{
    private const int Margin = 12;

    // window.stops is what Tab stops at; after one Tab key the browser shows the focus that a script sets.
    private const string Covered = """
        () => {
          const address = location.href, dialogs = document.querySelectorAll('dialog[open], [role=dialog]').length;
          return window.stops.flatMap(stop => {
            stop.focus();
            const faults = [], name = `${stop.localName}.${stop.className} 「${(stop.innerText || stop.name || '').trim().slice(0, 20)}」`;
            if (location.href !== address || document.querySelectorAll('dialog[open], [role=dialog]').length !== dialogs) faults.push(`focus changes something: ${name}`);
            const covering = [...stop.getClientRects()].filter(box => box.width > 2 && box.height > 2).flatMap(({ left, top, right, bottom }) =>
              [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2]]
                .map(([x, y]) => document.elementFromPoint(Math.min(x, innerWidth - 1), Math.min(y, innerHeight - 1)))
                .filter(element => element === null || !(stop.contains(element) || element.contains(stop) || [...(stop.labels ?? [])].some(label => label.contains(element)))));
            if (covering.length > 0) faults.push(`${covering[0]?.localName ?? 'the edge'}.${covering[0]?.className ?? ''} covers the focus on ${name}`);
            return faults;
          });
        }
        """;

    // One stop of every look: the same element, in the same part of the page, with the same classes.
    private const string Looks = """
        () => [...Map.groupBy(window.stops, stop => [stop.localName, stop.type, stop.className, stop.parentElement.localName, stop.parentElement.className, stop.closest('header, nav, main, footer')?.className].join(' '))]
            .map(([look, [first]]) => [look, window.stops.indexOf(first).toString()])
        """;

    // A frame begins after the change, the next one shows it.
    private const string Painted = "await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Looks at the page that is open now. Stops that look like one seen before are not pictured again.</summary>
    public async Task<IEnumerable<string>> FaultsAsync()
    {
        var faults = new List<string>(await Tabbing.FaultsAsync(page));
        faults.AddRange(await page.EvaluateAsync<string[]>(Covered));
        foreach (var look in await page.EvaluateAsync<string[][]>(Looks))
            if (seen.Add(look[0]) && !await ShowsAsync(look[1]))
                faults.Add($"no pixel shows the focus on {look[0]}");
        return faults;
    }

    /// <summary>Whether the picture of a stop changes when the focus leaves it.</summary>
    private async Task<bool> ShowsAsync(string stop)
    {
        var box = await page.EvaluateAsync<float[]>($"async () => {{ const stop = window.stops[{stop}]; stop.focus(); {Painted}; const {{ x, y, width, height }} = stop.getBoundingClientRect(); return [x, y, width, height]; }}");
        var with = await PictureAsync(box);
        await page.EvaluateAsync($"async () => {{ document.activeElement.blur(); {Painted} }}");
        var without = await PictureAsync(box);
        return !with.AsSpan().SequenceEqual(without);
    }

    private Task<byte[]> PictureAsync(float[] box) => page.ScreenshotAsync(new()
    {
        Caret = ScreenshotCaret.Hide,
        Clip = new() { X = Math.Max(0, box[0] - Margin), Y = Math.Max(0, box[1] - Margin), Width = box[2] + (2 * Margin), Height = box[3] + (2 * Margin) },
    });
}
