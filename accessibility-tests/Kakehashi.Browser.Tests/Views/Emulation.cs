using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>A visitor's setting put on a page that is open already; disposing takes it off.</summary>
sealed class Emulation : IAsyncDisposable
{
    // A constructed sheet is no inline style: the content policy lets it in.
    private const string Put = "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet); }";
    private const string Take = "() => document.adoptedStyleSheets.pop()";

    /// <summary>Spaces as WCAG 1.4.12 has them.</summary>
    public const string Spacing =
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

    private readonly IPage page;
    private readonly Setting setting;

    private Emulation(IPage page, Setting setting) => (this.page, this.setting) = (page, setting);

    /// <exception cref="ArgumentOutOfRangeException">The setting needs a browser of its own.</exception>
    public static async Task<Emulation> PutOnAsync(IPage page, Setting setting)
    {
        if (setting == Setting.NoScript)
            throw new ArgumentOutOfRangeException(nameof(setting), setting, "Scripts are on or off from the beginning.");
        await page.EmulateMediaAsync(MediaOf(setting));
        if (setting == Setting.TextSpacing)
            await page.EvaluateAsync(Put, Spacing);
        if (setting == Setting.LargeText)
            await SetFontSizeAsync(page, 32);
        return new(page, setting);
    }

    /// <summary>What a browser of that setting says of itself to style sheets.</summary>
    public static PageEmulateMediaOptions MediaOf(Setting setting) => new()
    {
        Media = setting == Setting.Print ? Media.Print : Media.Screen,
        ForcedColors = setting == Setting.ForcedColours ? ForcedColors.Active : ForcedColors.None,
        ReducedMotion = setting == Setting.ReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
    };

    public async ValueTask DisposeAsync()
    {
        if (setting == Setting.TextSpacing)
            await page.EvaluateAsync(Take);
        if (setting == Setting.LargeText)
            await SetFontSizeAsync(page, 16);
        await page.EmulateMediaAsync(MediaOf(Setting.Normal));
    }

    // The browser's own setting: what asks for the width in em follows as well.
    private static async Task SetFontSizeAsync(IPage page, int pixels)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Page.setFontSizes", new Dictionary<string, object> { ["fontSizes"] = new { standard = pixels, @fixed = pixels * 13 / 16 } });
        await session.DetachAsync();
    }
}
