using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Intake;

/// <summary>Texts of the mails that a submission gets at once. Nothing that was answered stands in them: whoever types somebody else's address cannot write to it through us.</summary>
static class Acknowledgements
{
    /// <summary>Received, and what happens next; null for forms that do not answer.</summary>
    public static string? Of(ProgramSettings program, SubmissionRecord record, Submission submission) =>
        submission.Definition.ReplyTo is null && submission.Ticket is null ? null : Text(program, record, "受け付けました。", NextOf(program, record.Form));

    /// <summary>The same with a link.</summary>
    public static string WithLink(ProgramSettings program, SubmissionRecord record, string what, string link) =>
        Text(program, record, what, [link, "お心当たりがないときは、このメールを捨ててください。何も起こりません。"]);

    public static string OfRefusal(ProgramSettings program, SubmissionRecord record, string why) => Text(program, record, why, []);

    /// <summary>Says something about a submission.</summary>
    /// <param name="next">Paragraphs after it; may be empty.</param>
    public static string Text(ProgramSettings program, SubmissionRecord record, string what, IReadOnlyList<string> next) => string.Join("\n\n",
    [
        $"{program.Name}です。\n「{FormCatalogue.Labels.GetValueOrDefault(record.Form, "申込み")}」について、お知らせします。",
        what,
        $"受付番号：{Correspondence.Readable(record.Receipt)}",
        .. next,
        SuggestedMails.Signature(program),
    ]);

    // In our own words, not in those that came with the submission.
    static IReadOnlyList<string> NextOf(ProgramSettings program, string form) =>
        FormCatalogue.For(program).FirstOrDefault(one => one.Name == form) is { Next.Count: > 0 } own
            ? [$"このあとの流れ\n{string.Join('\n', own.Next.Where(line => !line.StartsWith("受付のお知らせ", StringComparison.Ordinal)).Select(line => $"・{line}"))}"]
            : ["事務局が内容を確認し、必要なときはご連絡します。"];
}
