namespace Kakehashi.Content.Forms.Definitions;

/// <summary>イベントの申込みの取消し (F06).</summary>
public static class EventCancellation
{
    public const string Name = "cancellation";

    public static FormDefinition For(ProgramSettings program) => new(Name, "イベントの申込みの取消し")
    {
        Lead = ["申込みをすべて取り消します。参加する方の一部だけを取り消すときは、電話かメールでご連絡ください。"],
        Submit = "申込みを取り消す",
        Next = ["取り消したことを、申込みのメールアドレスにお知らせします。"],
        Access = FormAccess.Ticket,
    };
}
