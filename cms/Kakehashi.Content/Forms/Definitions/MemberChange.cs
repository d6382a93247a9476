namespace Kakehashi.Content.Forms.Definitions;

/// <summary>登録内容の変更: the registration once more, prefilled (F02).</summary>
public static class MemberChange
{
    public const string Name = "member-change";

    public static FormDefinition For(ProgramSettings program) => new(Name, "登録内容の変更")
    {
        Lead =
        [
            "今の登録内容が入っています。変わったところだけ直してください。",
            "公開している項目の変更は、事務局の確認のあとでページに反映します。担当者のメールアドレスを変えると、新しいアドレスと今のアドレスの両方に確認のメールを送ります。",
        ],
        Groups =
        [
            MemberQuestions.Organisation(program),
            MemberQuestions.Contacts,
            new("お知らせと個人情報", [MemberQuestions.Mailing, ContactQuestions.Consent]),
        ],
        Submit = "変更を申し込む",
        Next = ["事務局が内容を確認し、3営業日以内に結果をメールでお知らせします。それまでは、今の内容を公開します。"],
        Privacy = MemberQuestions.Privacy,
        Access = FormAccess.Ticket,
        AnswerInDays = 3,
        ReplyTo = "email",
    };
}
