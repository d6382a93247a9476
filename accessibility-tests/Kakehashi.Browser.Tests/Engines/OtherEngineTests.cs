namespace Kakehashi.Browser.Tests;

/// <summary>The road that most visitors take, in the engines of the other browsers: home, list, one issue, and its form.</summary>
public sealed class OtherEngineTests(SampleSite site, CheckerReport report)
{
    private static readonly string[] Road = ["main a[href='/issues/']", "main .card-title a", "main a[href^='/forms/']"];

    [Theory]
    [InlineData(nameof(Firefox), Firefox.Program)]
    [InlineData(nameof(WebKit), WebKit.Program)]
    public async Task Visitor_goes_from_home_to_a_form_on_desktop_and_phone(string name, string program)
    {
        if (!File.Exists(program))
        {
            report.Say($"{name}：動かしていません（{program}がありません。tools/test --fullで入れて動かします）");
            Assert.Skip($"{program} is not installed");
        }
        var faults = new PageFaults();
        foreach (var screen in new[] { Screen.Desktop, Screen.Phone })
        {
            await using var engine = name == nameof(Firefox) ? await Firefox.StartAsync() : await WebKit.StartAsync();
            await engine.SizeAsync(screen);
            await engine.GoAsync(site.At("/"));
            faults.Add($"/ {screen}", await FaultsAsync(engine));
            foreach (var step in Road)
            {
                await engine.FollowAsync(step);
                faults.Add($"{await engine.ReadAsync("location.pathname")} {screen}", await FaultsAsync(engine));
            }
            report.Say($"{engine.Name}：トップから一覧、課題、フォームまで（幅{await engine.ReadAsync("String(innerWidth)")}px）");
        }
        faults.AssertNone();
    }

    private static async Task<IEnumerable<string>> FaultsAsync(IEngine engine)
    {
        var faults = new List<string>();
        if (await engine.ReadAsync("(document.title && document.querySelector('h1')?.checkVisibility() && document.querySelector('h1').innerText.trim()) || ''") == "")
            faults.Add("title or heading is missing");
        if (await engine.ReadAsync("getComputedStyle(document.body).fontFamily + document.styleSheets[0].cssRules.length") is var style && style.EndsWith('0'))
            faults.Add($"the style sheet is not in force: {style}");
        if (await engine.ReadAsync("String(document.documentElement.scrollWidth - document.documentElement.clientWidth)") is not "0" and var wider)
            faults.Add($"{wider} px too wide");
        await engine.PressTabAsync();
        if (await engine.ReadAsync("document.activeElement.className + ' ' + getComputedStyle(document.activeElement).outlineStyle") is var focus && focus != "skip-link solid")
            faults.Add($"the first Tab shows {focus}");
        return faults;
    }
}
