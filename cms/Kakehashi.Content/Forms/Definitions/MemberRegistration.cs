namespace Kakehashi.Content.Forms.Definitions;

/// <summary>会員登録 (F01).</summary>
public static class MemberRegistration
{
    public const string Name = "join";

    public static FormDefinition For(ProgramSettings program) => new(Name, "会員登録の申込み")
    {
        Lead =
        [
            "登録料と年会費はかかりません。入力には10分ほどかかります。",
            "送信したあと、1人目の担当者のメールアドレスに確認のメールを送ります。メールの中のリンクを開くと、申込みが事務局に届きます。",
        ],
        Groups =
        [
            MemberQuestions.Organisation(program),
            MemberQuestions.Contacts,
            new("規約と個人情報",
            [
                new("rules", "会員規約に同意します", QuestionKind.Agreement) { Required = true, Link = new Link("会員規約", "/rules/") },
                ContactQuestions.Consent,
                MemberQuestions.Mailing,
            ]),
        ],
        Submit = "会員登録を申し込む",
        Next =
        [
            "1人目の担当者のメールアドレスに、確認のメールを送りました。24時間以内に、メールの中のリンクを開いてください。",
            "リンクを開いていただくと、事務局が内容を確認し、7営業日以内に結果をメールでお知らせします。",
        ],
        Privacy = MemberQuestions.Privacy,
        AnswerInDays = 7,
        ReplyTo = "email",
    };
}
