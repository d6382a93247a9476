using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Media;

/// <summary>Words that say that a recording can be read.</summary>
internal static partial class Transcript
{
    /// <summary>Whether the part of the page around the recording offers its words as text.</summary>
    public static bool IsOfferedNear(IElement media) => Offer().IsMatch(Surroundings(media));

    /// <summary>Text of the nearest part of the page that holds the recording.</summary>
    public static string Surroundings(IElement media) => (media.Closest("figure, section, article, li, main") ?? media.ParentElement ?? media).TextContent;

    [GeneratedRegex("書き起こし|書き起し|書きおこし|文字起こし|文字おこし|全文|テキスト版|読み上げ原稿|原稿|議事録|内容の文章|音声の内容|動画の内容")]
    private static partial Regex Offer();
}
