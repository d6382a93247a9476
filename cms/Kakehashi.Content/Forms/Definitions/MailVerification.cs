namespace Kakehashi.Content.Forms.Definitions;

/// <summary>到達確認: shows that the address of a registration or proposal belongs to whom it says (F01).</summary>
public static class MailVerification
{
    public const string Name = "verify";

    public static FormDefinition For(ProgramSettings program) => new(Name, "メールアドレスの確認")
    {
        Lead = ["下のボタンを押すと、メールアドレスの確認が終わり、申込みが事務局に届きます。申込みに心当たりがないときは、このページを閉じてください。"],
        Submit = "メールアドレスを確認する",
        Next = ["メールアドレスの確認が終わりました。", $"{program.Organisation}が内容を確認し、結果をメールでお知らせします。"],
        Access = FormAccess.Ticket,
        AnswerInDays = 7,
    };
}
