namespace Kakehashi.Content.Forms.Definitions;

/// <summary>お問い合わせ (F04).</summary>
public static class Inquiry
{
    public const string Name = "contact";

    public static FormDefinition For(ProgramSettings program) => new(Name, "お問い合わせ")
    {
        Lead = ["3営業日以内に、メールまたは電話で返事をします。お急ぎのときは、電話でご連絡ください。"],
        Groups =
        [
            new("お問い合わせの内容",
            [
                new("topic", "用件", QuestionKind.Choice)
                {
                    Required = true,
                    Choices =
                    [
                        new("membership", "会員の登録や変更"), new("issue", "課題や提案"), new("seed", "シーズ"), new("event", "イベント"),
                        new("site", "このサイト"), new("other", "そのほか"),
                    ],
                },
                new("message", "お問い合わせの文", QuestionKind.LongText) { Required = true, Hint = "課題やシーズについてのときは、その題名も書いてください。" },
                new("files", "添付する資料", QuestionKind.Files) { Max = 3, Hint = "PDF、Word、Excel、PowerPoint、画像を3つまで選べます。1つ20MBまでです。" },
            ]),
            new("返事の送り先",
            [
                ContactQuestions.Person,
                ContactQuestions.Organisation,
                ContactQuestions.Email,
                ContactQuestions.Telephone,
            ]),
            ContactQuestions.ConsentGroup,
        ],
        Submit = "お問い合わせを送る",
        Next = ["受付のお知らせを、入力したメールアドレスに送ります。", "3営業日以内に返事をします。調べるのに時間がかかるときは、いつまでに返事ができるかをお知らせします。"],
        Privacy = new PrivacyNotice(
            "お問い合わせへの返事と、その記録だけに使います。",
            "県のデジタル戦略課と事務局の担当者だけが見ます。返事のために、関係する課に内容を伝えることがあります。",
            new Retention(365, RetentionStart.Closing)),
        AnswerInDays = 3,
        ReplyTo = "email",
    };
}
