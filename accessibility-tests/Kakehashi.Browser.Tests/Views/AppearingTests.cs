namespace Kakehashi.Browser.Tests;

/// <summary>The check of WCAG 1.4.13 is checked itself: on pages that keep the criterion and on pages that break it.</summary>
public sealed class AppearingTests(Chromium chromium)
{
    private const string Hidden = "<style>.tip { display: none }</style>";

    public static TheoryData<string, string> Bad => new()
    {
        { "Escで消えません", "<style>.tip { display: none; position: absolute } .term:hover .tip { display: block }</style><p><span class='term'>DX<span class='tip'>デジタル変革</span></span></p>" },
        { "Escで消えません", Hidden + "<style>a:focus + .tip { display: block }</style><p><a href='#x'>課題</a><span class='tip'>困りごと</span></p>" },
        { "動かすと消えます", Hidden + "<style>a:hover + .tip { display: block; position: absolute; top: 300px } </style><p><a href='#x'>課題</a><span class='tip'>困りごと</span></p>" },
        { "描かれていて", "<style>a:hover::after { content: '説明の文' }</style><p><a href='#x'>課題</a></p>" },
        { "Escで消えません", "<p><a href='#x' onmouseenter='document.getElementById(\"t\").hidden = false'>課題</a></p><p id='t' hidden>困りごと</p>" },
    };

    public static TheoryData<string> Good =>
    [
        "<style>a:hover { background: yellow } a:focus { outline: 4px solid }</style><p><a href='#x'>課題</a></p>",
        "<style>.skip { position: absolute; inset-block-start: -100px } .skip:focus { inset-block-start: 0 }</style><a class='skip' href='#main'>本文へ</a>",
        "<details><summary>開く</summary><p>中身</p></details>",
        Hidden + """
            <p><span class="term" onmouseenter="t.style.display = 'inline'" onmouseleave="t.style.display = ''">DX<span class="tip" id="t">デジタル変革</span></span></p>
            <script>addEventListener('keydown', event => { if (event.key === 'Escape') t.style.display = ''; });</script><a class="term" href="#x">x</a>
            """,
    ];

    [Theory, MemberData(nameof(Bad))]
    public async Task What_appears_and_stays_in_the_way_is_found(string expected, string html) =>
        Assert.Contains(await FaultsAsync(html), fault => fault.Contains(expected, StringComparison.Ordinal));

    [Theory, MemberData(nameof(Good))]
    public async Task What_shows_nothing_more_or_can_be_dismissed_is_no_fault(string html) => Assert.Empty(await FaultsAsync(html));

    private async Task<List<string>> FaultsAsync(string html)
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        await page.SetContentAsync($"<!doctype html><html lang='ja'><title>見本</title><body style='padding: 50px'>{html}<p>ほかの文</p></body></html>");
        return [.. await Appearing.FaultsAsync(page)];
    }
}
