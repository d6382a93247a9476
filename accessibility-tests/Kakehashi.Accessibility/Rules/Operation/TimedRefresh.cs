using System.Globalization;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Operation;

/// <summary>The page stays until the reader leaves it.</summary>
public sealed class TimedRefresh() : PageRule("timed-refresh", Criteria.TimingAdjustable, Weight.Error, MiChecker.Problem,
    "時間がたつとページが切り替わります。meta refresh を消し、移動先へのリンクを置いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad(PageWith("5; url=/new/"), line: 2),
        Example.Bad(PageWith("300"), line: 2),
        Example.Good(PageWith("0; url=/new/")),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("meta").Where(meta => IsRefresh(meta) && Seconds(meta) > 0).Select(Fault.At);

    private static bool IsRefresh(IElement meta) => string.Equals(meta.GetAttribute("http-equiv"), "refresh", StringComparison.OrdinalIgnoreCase);

    private static double Seconds(IElement meta) =>
        double.TryParse((meta.GetAttribute("content") ?? "").Split(';', ',')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    private static string PageWith(string refresh) =>
        $"<!doctype html>\n<html lang=\"ja\"><head><meta http-equiv=\"refresh\" content=\"{refresh}\"><title>見本</title></head><body><main><h1>見本</h1></main></body></html>";
}
