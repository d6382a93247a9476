namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Paragraphs are indented by style, not by a space.</summary>
public sealed class LeadingSpace() : PageRule("leading-space", null, Weight.Advice, MiChecker.NeedsJudgement,
    "段落の先頭に全角の空白があります。ウェブでは字下げをしないか、スタイルで行います。空白を消してください。"), IMendText
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p>　本文です。</p>", line: 2),
        Example.Good("<p>本文です。</p><p><strong>要点</strong>　本文です。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("p").Where(paragraph => Begins(Words.Beginning(paragraph).TrimStart(Blank))).Select(Fault.At);

    public string Mend(string text) => Begins(text.AsSpan().TrimStart(Blank)) ? text.Remove(text.IndexOf('\u3000', StringComparison.Ordinal), 1) : text;

    private const string Blank = " \r\n\t";

    private static bool Begins(ReadOnlySpan<char> words) => words is ['\u3000', not '\u3000', ..];
}
