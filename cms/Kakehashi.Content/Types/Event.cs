using System.Text.Json.Serialization;

namespace Kakehashi.Content.Types;

/// <summary>イベント: anything with a date to come to or apply for (W11).</summary>
[ContentType("event", "イベント", "events")]
public sealed record Event : Item
{
    /// <inheritdoc cref="ItemDocument.PlacesLeft"/>
    [JsonIgnore]
    public int? PlacesLeft { get; init; }

    [Field(FieldKind.Choice, "種類", Required = true, ListColumn = true)]
    public EventKind Kind { get; init; }

    [Field(FieldKind.DateTime, "開始", Required = true, ListColumn = true)]
    public DateTimeOffset StartsAt { get; init; }

    [Field(FieldKind.DateTime, "終了", Required = true)]
    public DateTimeOffset EndsAt { get; init; }

    [Field(FieldKind.Choice, "開催方法", Required = true)]
    public EventFormat Format { get; init; }

    [Field(FieldKind.Text, "会場", Max = 80, Group = "会場")]
    public string? Venue { get; init; }

    [Field(FieldKind.Address, "会場の住所", Max = 120, Group = "会場")]
    public string? Address { get; init; }

    [Field(FieldKind.LongText, "会場への行き方", Max = 600, Group = "会場", Hint = "地図を見なくても分かるように文章で書いてください。")]
    public string Access { get; init; } = "";

    [Field(FieldKind.Number, "定員（人）", Max = 100_000, Group = "申込み")]
    public int? Capacity { get; init; }

    [Field(FieldKind.Money, "参加費（円）", Max = 1_000_000, Group = "申込み", Hint = "無料のときは0と入力してください。")]
    public int? Fee { get; init; }

    [Field(FieldKind.DateTime, "申込みの開始", Group = "申込み", Hint = "空のままにすると、公開したときから申し込めます。")]
    public DateTimeOffset? ApplyFrom { get; init; }

    [Field(FieldKind.DateTime, "申込みの締切", Group = "申込み")]
    public DateTimeOffset? ApplyUntil { get; init; }

    [Field(FieldKind.Boolean, "申込みフォームを使う", Group = "申込み", Hint = "使うと、ページに「申し込む」のボタンが出ます。電話とメールの案内は、申込みの方法に書いてください。")]
    public bool ApplyByForm { get; init; }

    [Field(FieldKind.Number, "1回に申し込める人数", Max = 20, Group = "申込み", Hint = "空のままにすると5人までです。全員のお名前を尋ねます。")]
    public int? PeoplePerApplication { get; init; }

    [Field(FieldKind.Questions, "申込みで尋ねること", Group = "申込み", Hint = "お名前、団体の名称、当日に必要な配慮、メールアドレス、電話番号は、いつも尋ねます。ほかに要るものだけを加えてください。")]
    public IReadOnlyList<CustomQuestion> Questions { get; init; } = [];

    [Field(FieldKind.Markdown, "申込みの方法", Max = 4_000, Group = "申込み")]
    public string HowToApply { get; init; } = "";

    [Field(FieldKind.Markdown, "プログラム", Max = 8_000, Group = "内容")]
    public string Programme { get; init; } = "";

    [Field(FieldKind.Markdown, "登壇者", Max = 8_000, Group = "内容")]
    public string Speakers { get; init; } = "";

    [Field(FieldKind.Markdown, "開催報告", Max = 20_000, Group = "開催後")]
    public string Report { get; init; } = "";

    [Field(FieldKind.References, "関連する課題", To = typeof(Issue), Group = "関連")]
    public IReadOnlyList<string> Issues { get; init; } = [];
}

public enum EventKind
{
    [Label("キックオフ")] KickOff,
    [Label("セミナー")] Seminar,
    [Label("勉強会")] StudySession,
    [Label("展示会")] Exhibition,
    [Label("ピッチ")] Pitch,
    [Label("交流会")] Exchange,
    [Label("ワークショップ")] Workshop,
    [Label("報告会")] ReportMeeting,
}

public enum EventFormat
{
    [Label("会場")] Venue,
    [Label("オンライン")] Online,
    [Label("会場とオンライン")] Hybrid,
}
