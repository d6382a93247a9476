using System.Globalization;
using Kakehashi.Content.Types;

namespace Kakehashi.Content.Forms.Definitions;

/// <summary>イベントの申込み (F06): several participants, the event's own questions, a waiting list.</summary>
public static class EventApplication
{
    public const string Name = "event";

    /// <summary>Most participants of one application, unless the event says otherwise.</summary>
    public const int MostParticipants = 5;

    public static FormDefinition For(ProgramSettings program, Event happening, IReadOnlyList<Question> custom) => new(Name, $"「{happening.Title}」の申込み")
    {
        Lead =
        [
            happening.Capacity is { } capacity
                ? string.Create(CultureInfo.InvariantCulture, $"定員は{capacity:N0}人です。定員に達したときはキャンセル待ちとして受け付け、空きが出たら順にメールでお知らせします。")
                : "定員はありません。どなたでも申し込めます。",
        ],
        Groups =
        [
            new("参加する方",
            [
                ContactQuestions.Person with { Label = "参加する方のお名前" },
                ContactQuestions.Organisation,
                new("support", "手話通訳、筆談、車いすなど、当日に必要なこと", QuestionKind.LongText) { Max = 400 },
            ]) { Repeat = new Repetition("participants", "参加者", happening.PeoplePerApplication ?? MostParticipants) },
            .. custom.Count > 0 ? [new QuestionGroup("お尋ねしたいこと", custom)] : Array.Empty<QuestionGroup>(),
            new("連絡先", [ContactQuestions.Email, ContactQuestions.Telephone]),
            ContactQuestions.ConsentGroup,
        ],
        Submit = "申し込む",
        Next = ["参加できるか、キャンセル待ちかを、入力したメールアドレスにお知らせします。", "参加できなくなったときは、そのメールの中のリンクから取り消せます。"],
        Privacy = new PrivacyNotice(
            "イベントの受付、当日の連絡、配慮の準備だけに使います。",
            "県のデジタル戦略課と事務局の担当者だけが見ます。",
            new Retention(90, RetentionStart.Event)),
        ReplyTo = "email",
    };
}
