namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>The value of an <c>aria-</c> attribute is one that it can take.</summary>
public sealed class AriaValue() : PageRule("aria-value", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "aria属性の値が正しくありません。true か false など、仕様にある値にしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<button aria-expanded=\"open\">メニュー</button>", line: 2),
        Example.Bad("<a href=\"/x/\" aria-current=\"yes\">課題</a>"),
        Example.Good("<button aria-expanded=\"false\">メニュー</button><a href=\"/x/\" aria-current=\"page\">課題</a><p aria-live=\"polite\"></p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        AriaNames.Values.SelectMany(allowed => page.Having(allowed.Key).Where(element => element.GetAttribute(allowed.Key) is { Length: > 0 } value && !allowed.Value.Contains(value.ToLowerInvariant()))).Select(Fault.At);
}
