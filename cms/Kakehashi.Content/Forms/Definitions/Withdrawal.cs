namespace Kakehashi.Content.Forms.Definitions;

/// <summary>退会 (F02): no reason is asked for.</summary>
public static class Withdrawal
{
    public const string Name = "withdrawal";

    public static FormDefinition For(ProgramSettings program) => new(Name, "退会の手続き")
    {
        Lead =
        [
            "退会すると、会員のページと、登録したシーズのページが公開されなくなります。担当者の情報は、退会の日から30日で消去します。",
            "理由を書く必要はありません。",
        ],
        Groups =
        [
            new("退会の確認",
            [
                new("confirmed", "公開しているページがなくなることを確かめ、退会します", QuestionKind.Agreement) { Required = true },
                new("message", "事務局への連絡", QuestionKind.LongText) { Max = 1_000, Hint = "お知らせいただくことがあれば書いてください。" },
            ]),
        ],
        Submit = "退会する",
        Next = ["退会の手続きが終わると、担当者のメールアドレスにお知らせします。ページは、まもなく公開されなくなります。"],
        Privacy = MemberQuestions.Privacy,
        Access = FormAccess.Ticket,
        AnswerInDays = 3,
    };
}
