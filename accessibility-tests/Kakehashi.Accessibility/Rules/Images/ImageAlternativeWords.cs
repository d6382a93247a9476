using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Images;

/// <summary>An alternative text tells what the picture tells: not a file name, not「画像」alone.</summary>
public sealed partial class ImageAlternativeWords() : PageRule("image-alternative-words", Criteria.NonTextContent, Weight.Error, MiChecker.Problem,
    "代替テキストが画像の内容を伝えていません。ファイル名や「画像」「写真」だけでなく、何が写り、何を伝えるかを書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>図1</p>\n<img src=\"a.jpg\" alt=\"IMG_0001.jpg\">", line: 2),
        Example.Bad("<img src=\"a.jpg\" alt=\"DSC00123\">"),
        Example.Bad("<img src=\"a.jpg\" alt=\"画像\">"),
        Example.Bad("<img src=\"a.jpg\" alt=\"写真1\">"),
        Example.Bad("<img src=\"a.jpg\" alt=\"サムネイル画像\">"),
        Example.Good("<img src=\"a.jpg\" alt=\"用水路に置いた水位センサーの写真\"><img src=\"b.png\" alt=\"架け橋のロゴ\"><img src=\"c.svg\" alt=\"写真を撮る職員\">"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("alt").Where(image => image.GetAttribute("alt") is { Length: > 0 } words && SaysNothing().IsMatch(words.Trim())).Select(Fault.At);

    [GeneratedRegex("""
        ^( [^\s]+ \. (jpe?g|png|gif|svg|webp|avif|bmp|tiff?)
         | (img|dsc[fn]?|image|photo|pict|screenshot)[-_ ]?[0-9]+
         | (画像|写真|図|図表|イメージ|イラスト|アイコン|バナー|ロゴ|サムネ|サムネイル|アイキャッチ|メイン|トップ|image|photo|picture|icon|logo|banner)
           (画像|写真|イメージ)? [\s_-]* [0-9０-９]* (です)?
         )$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysNothing();
}
