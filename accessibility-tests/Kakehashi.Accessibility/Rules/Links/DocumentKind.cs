using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Links;

/// <summary>A link to a document tells its kind and size.</summary>
public sealed partial class DocumentKind() : PageRule("document-kind", null, Weight.Warning, MiChecker.NeedsJudgement,
    "資料へのリンクに形式と容量がありません。「募集要項（PDF形式：120KB）」のように書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<a href=\"/media/guide.pdf\">募集要項</a><a href=\"/guide/\">手引き</a>", line: 2),
        Example.Bad("<a href=\"/media/form.xlsx?v=2\">申込書（Excel）</a><a href=\"/guide/\">手引き</a>"),
        Example.Good("<a href=\"/media/guide.pdf\">募集要項（PDF形式：120KB）</a><a href=\"/media/form.docx\">申込書（Word：1.2MB）</a><a href=\"/guide/\">手引き</a>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Links.Where(link => link.GetAttribute("href")!.Contains('.', StringComparison.Ordinal) && Document().IsMatch(link.GetAttribute("href")!) && !KindAndSize().IsMatch(page.NameOf(link))).Select(Fault.At);

    [GeneratedRegex(@"\.(pdf|docx?|xlsx?|pptx?|csv|zip)([?#]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Document();

    [GeneratedRegex(@"(PDF|Word|Excel|PowerPoint|CSV|ZIP|ワード|エクセル).*[0-9０-９]\s*(KB|MB|バイト|キロバイト|メガバイト)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KindAndSize();
}
