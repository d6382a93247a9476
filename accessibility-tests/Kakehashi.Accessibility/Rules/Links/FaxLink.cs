using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Links;

/// <summary>A link calls a telephone, never a fax machine.</summary>
public sealed partial class FaxLink() : PageRule("fax-link", null, Weight.Warning, MiChecker.Problem,
    "ファクスの番号が電話のリンクになっています。押すとファクスにかかるので、リンクを外してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>電話：<a href=\"tel:0280000000\">028-000-0000</a></p>\n<p>ファクス：<a href=\"tel:0280000001\">028-000-0001</a></p>", line: 2),
        Example.Good("<p>電話：<a href=\"tel:0280000000\">028-000-0000</a>　ファクス：028-000-0001</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Links.Where(link => link.GetAttribute("href")!.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) && Fax().IsMatch(link.PreviousSibling?.TextContent ?? "")).Select(Fault.At);

    [GeneratedRegex(@"(FAX|ファクス|ファックス|ＦＡＸ)[^0-9]{0,8}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fax();
}
