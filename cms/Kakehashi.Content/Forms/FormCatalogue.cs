using Kakehashi.Content.Forms.Definitions;

namespace Kakehashi.Content.Forms;

/// <summary>Every form of a programme that is about nothing in particular. Forms about an issue, event or survey come from their own files in <see cref="Definitions"/>.</summary>
public static class FormCatalogue
{
    /// <summary>In the order of the site map; names unique. All of them exist in every programme; which ones visitors find is a matter of links.</summary>
    public static IReadOnlyList<FormDefinition> For(ProgramSettings program) =>
    [
        MemberRegistration.For(program), MemberLink.For(program), MailVerification.For(program), MemberChange.For(program), MailAddressChange.For(program),
        Withdrawal.For(program), SeedRegistration.For(program), Inquiry.For(program), IssueSubmission.For(program), EventCancellation.For(program),
    ];

    /// <summary>Who may open a form, whatever a definition that came from elsewhere says.</summary>
    public static FormAccess AccessOf(ProgramSettings program, string name) => For(program).FirstOrDefault(form => form.Name == name)?.Access ?? FormAccess.Everybody;

    /// <summary>Japanese names of all forms by their names in addresses, in the order of queues and filters.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [MemberRegistration.Name] = "会員登録",
        [MemberChange.Name] = "登録内容の変更",
        [Withdrawal.Name] = "退会",
        [SeedRegistration.Name] = "シーズ",
        [Inquiry.Name] = "お問い合わせ",
        [SolutionProposal.Name] = "課題への提案",
        [IssueSubmission.Name] = "課題の提出",
        [EventApplication.Name] = "イベントの申込み",
        [SurveyAnswer.Name] = "アンケート",
        [MemberLink.Name] = "手続きのリンク",
        [MailVerification.Name] = "メールの到達確認",
        [MailAddressChange.Name] = "メールアドレスの変更",
        [EventCancellation.Name] = "申込みの取消し",
    };
}
