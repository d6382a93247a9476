using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Submissions;

/// <summary>Something that the office does about a submission on a page of its own, with a mail to read through first.</summary>
/// <param name="Name">Last step of the page's address.</param>
/// <param name="Action">Step of the workflow; null = only a mail.</param>
/// <param name="Words">Words of the link and the button.</param>
/// <param name="Effect">What happens, one or two sentences.</param>
/// <param name="NoteLabel">What has to be written beside the mail; null for nothing.</param>
public sealed record DecisionKind(string Name, SubmissionAction? Action, string Words, string Effect, string? NoteLabel = null)
{
    /// <summary>A decision against what was asked for.</summary>
    public bool IsHarsh => Action is SubmissionAction.Return or SubmissionAction.Refuse or SubmissionAction.Cancel;

    /// <summary>Nothing happens without a mail.</summary>
    public bool NeedsMail => Action is null or SubmissionAction.Return;

    static readonly DecisionKind Approve = new("approve", SubmissionAction.Approve, "承認する", "");

    static readonly DecisionKind[] All =
    [
        Approve,
        new("reply", null, "返事を送る", "メールを送ります。状態は変わりません。"),
        new("close", SubmissionAction.Close, "完了にする", "手続きを終えます。メールの文を消すと、メールは送りません。"),
        new("return", SubmissionAction.Return, "差し戻す", "直すためのリンク（24時間有効）を付けたメールを送ります。リンクを開くと、下に書くことと前の回答が入ったフォームが出ます。", "直していただくこと"),
        new("refuse", SubmissionAction.Refuse, "却下する", "申込みを受けずに手続きを終えます。メールの文を消すと、メールは送りません。", "却下の理由"),
        new("cancel", SubmissionAction.Cancel, "取り消す", "電話などで申し出があったときに使います。メールの文を消すと、メールは送りません。"),
    ];

    /// <summary>What can be done about a submission now, the usual first; empty when it has come to its end.</summary>
    public static IReadOnlyList<DecisionKind> For(SubmissionRecord record) =>
        [.. All.Where(kind => Fits(record, kind)).Select(kind => kind == Approve ? kind with { Effect = EffectOf(record) } : kind)];

    /// <summary>The one of that name, or null where it cannot be done now.</summary>
    public static DecisionKind? Find(SubmissionRecord record, string name) => For(record).FirstOrDefault(kind => kind.Name == name);

    static bool Fits(SubmissionRecord record, DecisionKind kind) => kind.Action switch
    {
        null => record.Content is not null && record.State is not (SubmissionState.Unverified or SubmissionState.Lapsed),
        SubmissionAction.Approve => IsJudged(record.Form) && MemberSubmission.Next(record.State, SubmissionAction.Approve) is not null,
        SubmissionAction.Close => !IsMembers(record.Form) && MemberSubmission.Next(record.State, SubmissionAction.Close) is not null,
        SubmissionAction.Return => record.Form is not (Inquiry.Name or Withdrawal.Name) && MemberSubmission.Next(record.State, SubmissionAction.Return) is not null,
        SubmissionAction.Refuse => record.Form is not Inquiry.Name && MemberSubmission.Next(record.State, SubmissionAction.Refuse) is not null,
        // What an approval made stays; only a place at an event can be given back afterwards.
        { } action => MemberSubmission.Next(record.State, action) is not null && (record.State != SubmissionState.Approved || record.Form == EventApplication.Name),
    };

    static bool IsMembers(string form) => form is MemberRegistration.Name or MemberChange.Name or Withdrawal.Name or SeedRegistration.Name;

    static bool IsJudged(string form) => IsMembers(form) || form is SolutionProposal.Name or IssueSubmission.Name;

    static string EffectOf(SubmissionRecord record) => record.Form switch
    {
        MemberRegistration.Name => "会員になり、会員のページがすぐに公開されます。",
        MemberChange.Name => "登録内容が変わり、公開している項目はすぐにページに反映されます。",
        SeedRegistration.Name => "シーズのページがすぐに公開されます。",
        Withdrawal.Name => "退会の手続きをします。会員とシーズのページは公開されなくなります。",
        SolutionProposal.Name => "提案を受け付けます。会員登録をいっしょに申し込んだ方は、会員になります。",
        _ => "内容を確認したことにします。",
    } + "メールの文を消すと、メールは送りません。";
}
