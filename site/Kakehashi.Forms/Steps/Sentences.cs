using Kakehashi.Content.Forms;

namespace Kakehashi.Forms.Steps;

/// <summary>What visitors are told when something is not as they expect. Each says what happened to their input and what to do.</summary>
internal static class Sentences
{
    public const string CheckAgain = "前の確認から時間がたっているため、まだ送信していません。内容をもう一度確かめて、送信してください。";

    public const string TooFast = "まだ送信していません。内容を確かめてから、もう一度送信してください。";

    public const string Busy = "送信が続けて行われたため、まだ受け付けていません。入力した内容はこのページに残っています。1分ほど待ってから、もう一度送信してください。";

    public const string Unavailable = "申し訳ありません。ただいま受け付けることができません。まだ送信していませんが、入力した内容はこのページに残っています。しばらくたってからもう一度送信するか、電話かメールでご連絡ください。";

    public static AnswerMistake Trap { get; } = new(FieldNames.Trap, "空欄のままにしておく欄に文字が入っています。消してから、もう一度進んでください。");

    public static AnswerMistake Gone(Attachment file) =>
        new(AnswerFields.UploadPrefix + file.Question, $"「{file.File.Name}」は、預かる時間（24時間）が過ぎたため消去しました。もう一度選んでください。");
}
