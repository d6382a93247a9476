using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Links;

/// <summary>A link to mail shows the address, for those who write with another programme.</summary>
public sealed class MailAddress() : PageRule("mail-address", null, Weight.Advice, MiChecker.NeedsJudgement,
    "メールのリンクにアドレスが書かれていません。ほかのソフトでも送れるように、アドレスを文字で書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>問い合わせ</p>\n<a href=\"mailto:office@pref.example\">事務局へメールを送る</a>", line: 2),
        Example.Good("<a href=\"mailto:office@pref.example?subject=a\">office@pref.example</a><p>事務局（office@pref.example）へ<a href=\"mailto:office@pref.example\">メールを送る</a></p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Links.Where(link => link.GetAttribute("href")!.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            && !(link.ParentElement ?? link).TextContent.Contains(Address(link), StringComparison.OrdinalIgnoreCase)).Select(Fault.At);

    private static string Address(IElement link) => Uri.UnescapeDataString(link.GetAttribute("href")!["mailto:".Length..].Split('?')[0]);
}
