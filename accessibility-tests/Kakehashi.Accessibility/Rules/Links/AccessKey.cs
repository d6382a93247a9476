namespace Kakehashi.Accessibility.Rules.Links;

/// <summary>No single keys are taken from the reader's own software.</summary>
public sealed class AccessKey() : PageRule("access-key", Criteria.CharacterKeys, Weight.Advice, MiChecker.NeedsJudgement,
    "accesskey が付いています。読み上げソフトなどの操作と重なることがあるので、消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<a href=\"/\" accesskey=\"1\">最初のページ</a>", line: 2),
        Example.Good("<a href=\"/\">最初のページ</a>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Having("accesskey").Select(Fault.At);
}
