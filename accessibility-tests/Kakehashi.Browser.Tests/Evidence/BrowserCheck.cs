using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>What this project itself looks at in the browser, with the criteria that it proves.</summary>
/// <param name="Name">Japanese, as it stands in the evidence.</param>
/// <param name="Criteria">Numbers of the criteria that a fault breaks.</param>
/// <param name="Find">Faults of a page that was opened just now.</param>
sealed record BrowserCheck(string Name, IReadOnlyList<string> Criteria, Setting Setting, Screen Screen, Func<IPage, Task<IEnumerable<string>>> Find)
{
    private const int RequiredTarget = 24;
    private static readonly Screen Sideways = new(640, 320);

    public static IReadOnlyList<BrowserCheck> All { get; } =
    [
        new("幅320ピクセルでの折り返し", ["1.4.10"], Setting.Normal, Screen.Smallest, Layout.FaultsAsync),
        new("横向きの画面", ["1.3.4"], Setting.Normal, Sideways, Layout.FaultsAsync),
        new("200パーセントの文字", ["1.4.4"], Setting.LargeText, Screen.Desktop, Layout.FaultsAsync),
        new("広げた行間と字間", ["1.4.12"], Setting.TextSpacing, Screen.Desktop, Layout.FaultsAsync),
        new("画面と読み上げの順序", ["1.3.2"], Setting.Normal, Screen.Desktop, ReadingOrder.FaultsAsync),
        new("本文へのリンク", ["2.4.1"], Setting.Normal, Screen.Desktop, SkipLink.FaultsAsync),
        new("Tabキーの往路", ["2.1.1", "2.1.2"], Setting.Normal, Screen.Desktop, page => ReachAsync(page, "Tab")),
        new("Tabキーの復路", ["2.1.1", "2.1.2"], Setting.Normal, Screen.Desktop, page => ReachAsync(page, "Shift+Tab")),
        new("フォーカスの見え方と動き", ["2.4.7", "2.4.11", "3.2.1"], Setting.Normal, Screen.Smallest, page => new Focusing(page).FaultsAsync()),
        new("選んだときの動き", ["3.2.2"], Setting.Normal, Screen.Desktop, Choosing.FaultsAsync),
        new("指すかフォーカスすると出るもの", ["1.4.13"], Setting.Normal, Screen.Desktop, Appearing.FaultsAsync),
        new("押せる範囲", ["2.5.8"], Setting.Normal, Screen.Smallest, async page => await Targets.SmallerThanAsync(page, RequiredTarget)),
    ];

    // What the focus looks like is the matter of another check.
    private static async Task<IEnumerable<string>> ReachAsync(IPage page, string key) =>
        (await Tabbing.FaultsAsync(page, key)).Where(fault => !fault.StartsWith("focus is not to be seen", StringComparison.Ordinal));
}
