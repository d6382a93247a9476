using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Language;

/// <summary>Every <c>lang</c> is a language tag that software knows.</summary>
/// <remarks>BCP 47 in its common form: language, then subtags. Country codes often taken for languages are refused by name.</remarks>
public sealed partial class LanguageTag() : PageRule("language-tag", Criteria.LanguageOfParts, Weight.Error, MiChecker.Problem,
    "lang属性の値が言語の符号ではありません。日本語は ja、英語は en、中国語は zh、韓国語は ko と書いてください。")
{
    private static readonly string[] Countries = ["jp", "cn", "us", "gb"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>案内</p>\n<p lang=\"jp\">日本語の案内</p>", line: 2),
        Example.Bad("<p lang=\"english\">Guide</p>"),
        Example.Bad("<p lang=\"ja_JP\">案内</p>"),
        Example.Good("<p lang=\"en\">Guide</p><p lang=\"zh-Hant\">指南</p><p lang=\"pt-BR\">Guia</p><p lang=\"\">xyz</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("lang").Where(element => element.GetAttribute("lang") is { Length: > 0 } tag && !IsTag(tag.Trim())).Select(Fault.At);

    private static bool IsTag(string tag) =>
        tag.Length == 0 || (Form().IsMatch(tag) && !Countries.Contains(tag.Split('-')[0], StringComparer.OrdinalIgnoreCase));

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Form();
}
