using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>A field that must be filled says so in words.</summary>
public sealed class RequiredMark() : PageRule("required-mark", Criteria.LabelsOrInstructions, Weight.Error, MiChecker.LikelyProblem,
    "必ず入力する欄（required）に「必須」の言葉がありません。ラベルに「必須」と書いてください。記号や色だけでは伝わりません。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<form action=\"/x/\"><p>※は必ず入力します。</p>\n<label>氏名※ <input name=\"n\" required></label><label>電話 <input name=\"t\"></label><button>送る</button></form>", line: 2),
        Example.Good("<form action=\"/x/\"><label>氏名（必須） <input name=\"n\" required></label><label>電話 <input name=\"t\"></label><button>送る</button></form>"),
        Example.Good("<form action=\"/x/\"><p>すべて入力してください。</p><label>氏名 <input name=\"n\" required></label><label>電話（任意） <input name=\"t\"></label><button>送る</button></form>"),
        Example.Good("<form action=\"/x/\"><label>受付番号 <input name=\"n\" required></label><button>送る</button></form>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("required").Where(field => field.GetAttribute("type")?.ToLowerInvariant() is not ("radio" or "checkbox")
            && !Says(page.NameOf(field)) && !Says(InvalidMessage.Messages(field, page)) && !FormSays(field)).Select(Fault.At);

    private static bool Says(string words) => words.Contains("必須", StringComparison.Ordinal) || words.Contains("必ず", StringComparison.Ordinal);

    // Either the form says it for all, or marks those that may stay empty, or has one field alone.
    private static bool FormSays(IElement field) =>
        field.Closest("form") is not { } form
        || form.TextContent.Contains("任意", StringComparison.Ordinal) || form.TextContent.Contains("すべて必須", StringComparison.Ordinal) || form.TextContent.Contains("すべて入力", StringComparison.Ordinal)
        || form.QuerySelectorAll("input:not([type=hidden]):not([type=submit]):not([type=image]), select, textarea").Length == 1;
}
