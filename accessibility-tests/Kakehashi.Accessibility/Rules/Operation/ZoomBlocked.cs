using System.Globalization;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Operation;

/// <summary>Readers can enlarge the page to 200 % at least.</summary>
public sealed class ZoomBlocked() : PageRule("zoom-blocked", Criteria.ResizeText, Weight.Error, MiChecker.Problem,
    "画面の拡大が止められています。meta viewport から user-scalable=no と maximum-scale を消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad(PageWith("width=device-width, user-scalable=no"), line: 2),
        Example.Bad(PageWith("width=device-width, maximum-scale=1.0"), line: 2),
        Example.Good(PageWith("width=device-width, initial-scale=1, maximum-scale=5")),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("meta").Where(meta => IsViewport(meta) && Blocks(meta.GetAttribute("content") ?? "")).Select(Fault.At);

    private static bool IsViewport(IElement meta) => string.Equals(meta.GetAttribute("name"), "viewport", StringComparison.OrdinalIgnoreCase);

    private static bool Blocks(string content) =>
        content.Split(',', ';').Select(setting => setting.Split('=', 2, StringSplitOptions.TrimEntries)).Any(setting => setting switch
        {
            ["user-scalable", "no" or "0"] => true,
            ["maximum-scale", var scale] => double.TryParse(scale, NumberStyles.Float, CultureInfo.InvariantCulture, out var times) && times is >= 0 and < 2,
            _ => false,
        });

    private static string PageWith(string viewport) =>
        $"<!doctype html>\n<html lang=\"ja\"><head><meta name=\"viewport\" content=\"{viewport}\"><title>見本</title></head><body><main><h1>見本</h1></main></body></html>";
}
