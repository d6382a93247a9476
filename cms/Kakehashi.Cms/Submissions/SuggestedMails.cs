using Kakehashi.Cms.Programs;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Submissions;

/// <summary>Text of the mail that goes with a decision, for the office to edit.</summary>
public sealed class SuggestedMails(ProgramStore programs)
{
    /// <summary>The whole text, with a signature.</summary>
    /// <param name="action">What the office is about to do.</param>
    public async Task<string> ForAsync(SubmissionRecord record, SubmissionAction action, CancellationToken ct)
    {
        var program = await programs.CurrentAsync(ct);
        var form = FormCatalogue.Labels.GetValueOrDefault(record.Form, "申込み");
        var addressee = record.Form is MemberRegistration.Name or MemberChange.Name or Withdrawal.Name && record.Headline.Length > 0 ? $"{record.Headline} ご担当者様" : "ご担当者様";
        return $"{addressee}\n\n{program.Name} 事務局です。\n{Sentences(record, action, form)}\n\n受付番号：{Correspondence.Readable(record.Receipt)}\n\n{Signature(program)}";
    }

    /// <summary>Last lines of every mail.</summary>
    public static string Signature(ProgramSettings program) => $"――\n{program.Name}\n{program.Organisation}\n{program.Url}";

    static string Sentences(SubmissionRecord record, SubmissionAction action, string form) => (record.Form, action) switch
    {
        (MemberRegistration.Name, SubmissionAction.Approve) => "会員登録の申込みを承認しました。会員のページは、まもなく公開されます。\n登録内容の変更やシーズの登録は、サイトの「会員の手続き」からお進みください。",
        (MemberChange.Name, SubmissionAction.Approve) => "登録内容の変更を承認しました。公開している項目は、まもなくページに反映されます。",
        (Withdrawal.Name, SubmissionAction.Approve) => "退会の手続きが終わりました。会員のページとシーズのページは、まもなく公開されなくなります。担当者の情報は30日後に消去します。\nこれまでのご協力に感謝します。",
        (SeedRegistration.Name, SubmissionAction.Approve) => $"シーズ「{record.Headline}」を承認しました。ページは、まもなく公開されます。",
        (SolutionProposal.Name, SubmissionAction.Approve) => "ご提案をありがとうございます。内容を確認しました。このあとの進め方は、あらためてご連絡します。",
        (_, SubmissionAction.Approve) => $"「{form}」の内容を確認し、承認しました。",
        (_, SubmissionAction.Return) => $"「{form}」の内容を確認しました。次のところを直して、もう一度お送りください。\n\n・（直していただきたいところを書いてください）\n\n下のリンクを開くと、入力していただいた内容が入っています。",
        (_, SubmissionAction.Refuse) => $"「{form}」の内容を確認しましたが、次の理由により、お受けできませんでした。\n\n・（理由を書いてください）",
        (_, SubmissionAction.Cancel) => $"お申し出により、「{form}」を取り消しました。",
        (Inquiry.Name, _) => "お問い合わせをありがとうございます。\n\n（返事を書いてください）",
        _ => $"「{form}」の手続きが終わりました。",
    };
}
