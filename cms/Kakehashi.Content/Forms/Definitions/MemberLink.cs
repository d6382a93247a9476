namespace Kakehashi.Content.Forms.Definitions;

/// <summary>会員の手続き: "send me a link" (F02). What it answers never tells whether an address is known.</summary>
public static class MemberLink
{
    public const string Name = "my";

    public static FormDefinition For(ProgramSettings program) => new(Name, "会員の手続きを始める")
    {
        Lead =
        [
            "登録内容の変更、シーズの登録と修正、退会の手続きができます。パスワードは要りません。",
            "担当者として登録したメールアドレスを入力してください。手続きのページを開くリンクをメールで送ります。",
        ],
        Groups = [new("メールアドレス", [ContactQuestions.Email with { Hint = "担当者として登録したアドレスを入力してください。" }])],
        Submit = "リンクを送る",
        Next =
        [
            "入力したアドレスが担当者として登録されていれば、手続きのリンクをメールで送ります。10分たっても届かないときは、アドレスの間違いと、迷惑メールのフォルダーを確かめてください。",
            "リンクは24時間使えます。1つのリンクで、1つの手続きができます。",
        ],
        Privacy = new PrivacyNotice("手続きのリンクを送るためだけに使います。", "事務局の担当者だけが見ます。", new Retention(7, RetentionStart.Closing)),
        ReplyTo = null,
    };
}
