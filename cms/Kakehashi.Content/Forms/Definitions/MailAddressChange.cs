namespace Kakehashi.Content.Forms.Definitions;

/// <summary>担当者のメールアドレスの変更: confirmed at the new address and at the old one (F02).</summary>
public static class MailAddressChange
{
    public const string Name = "contact-address";

    public static FormDefinition For(ProgramSettings program) => new(Name, "担当者のメールアドレスの変更")
    {
        Lead = ["担当者のメールアドレスの変更が申し込まれました。下のボタンを押すと、このアドレスでの確認が終わります。心当たりがないときは、このページを閉じて、事務局にお知らせください。"],
        Submit = "変更を確認する",
        Next = ["このアドレスでの確認が終わりました。新しいアドレスと今までのアドレスの両方で確認が終わると、変更されます。"],
        Access = FormAccess.Ticket,
    };
}
