namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>A <c>role</c> is one that assistive technology knows.</summary>
public sealed class AriaRole() : PageRule("aria-role", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "role の値が正しくありません。仕様にある値（button、navigation など）にするか、役割に合う要素を使ってください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<div role=\"buton\" tabindex=\"0\">送る</div>", line: 2),
        Example.Bad("<div role=\"content\">本文です。</div>"),
        Example.Good("<div role=\"note\">補足です。</div><ul role=\"doc-toc list\"><li>課題</li></ul>"),
    ];

    // A list of roles falls back to the first that is known; those of DPUB-ARIA begin with doc-.
    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("role").Where(element => AccessibleName.References(element.GetAttribute("role")!) is { Length: > 0 } roles
            && !roles.Any(role => AriaNames.Roles.Contains(role.ToLowerInvariant()) || role.StartsWith("doc-", StringComparison.Ordinal) || role.StartsWith("graphics-", StringComparison.Ordinal))).Select(Fault.At);
}
