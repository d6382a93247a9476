using Kakehashi.Content.Types;

namespace Kakehashi.Content.Forms.Definitions;

/// <summary>What a member tells about itself: the same questions when it registers, changes and proposes (F01, F02, F05).</summary>
static class MemberQuestions
{
    /// <summary>組織: what the public page shows, and what only the office knows.</summary>
    public static QuestionGroup Organisation(ProgramSettings program) => new("組織について",
    [
        new("organisation", "名称", QuestionKind.Text) { Required = true, Max = 80, Public = true, Autocomplete = "organization", Example = "架橋システム株式会社" },
        new("organisation-kana", "名称のふりがな", QuestionKind.Kana) { Required = true, Max = 120, Public = true, Hint = "五十音の一覧に使います。「かぶしきがいしゃ」などは省いてください。", Example = "かけはししすてむ" },
        new("kind", "種別", QuestionKind.Choice) { Required = true, Public = true, Choices = ContentType.Of<Member>().Field("kind")!.FixedChoices },
        new("corporate-number", "法人番号", QuestionKind.CorporateNumber) { Hint = "13桁の番号です。個人事業主や研究室など、番号がないときは空欄のままにしてください。" },
        new("laboratory", "研究室・部署", QuestionKind.Text) { Max = 80, Public = true, Hint = "大学・高専は、研究室ごとに登録してください。", Example = "工学部 地域情報研究室" },
        new("postal-code", "郵便番号", QuestionKind.PostalCode) { Required = true, Example = "320-0000" },
        new("address", "所在地", QuestionKind.Address) { Required = true, Max = 200, Example = "栃木県架橋市見本町1番1号" },
        new("area", "所在する地域", QuestionKind.Choice) { Required = true, Public = true, Choices = Terms(program.Areas) },
        new("website", "ウェブサイト", QuestionKind.Url) { Public = true, Example = "https://www.example.jp/" },
        new("summary", "事業や研究の紹介", QuestionKind.LongText) { Required = true, Max = 200, Public = true, Hint = "会員の一覧に出る文です。120字くらいで書いてください。" },
        new("strengths", "得意な技術や取組", QuestionKind.Tags) { Max = 6, Public = true, Hint = "短いことばを「、」で区切って、6個まで書けます。", Example = "センサー、地理情報、AI" },
        new("interests", "関心のある分野", QuestionKind.Choices) { Hint = "課題の募集をお知らせするときに使います。いくつでも選べます。", Choices = Terms(program.Fields) },
    ]) { Hint = "「公開」とある項目は、承認のあと会員のページに載せます。" };

    /// <summary>担当者: never public; several per member.</summary>
    public static QuestionGroup Contacts { get; } = new("担当者",
    [
        new("person", "担当者のお名前", QuestionKind.PersonName) { Required = true },
        new("department", "部署・役職", QuestionKind.Text) { Max = 80, Autocomplete = "organization-title", Example = "営業部 主任" },
        ContactQuestions.Email,
        ContactQuestions.Telephone with { Required = true },
    ])
    {
        Hint = "公開しません。手続きのリンクは、ここに入力したメールアドレスに送ります。",
        Repeat = new Repetition("contacts", "担当者", 5),
    };

    /// <summary>お知らせ: opt-in, never ticked beforehand.</summary>
    public static Question Mailing { get; } = new("mailing", "課題の募集やイベントのお知らせをメールで受け取ります", QuestionKind.Agreement)
    {
        Hint = "月に2回ほど送ります。いつでもやめられます。",
    };

    public static PrivacyNotice Privacy { get; } = new(
        "会員の登録の確認、事務局からの連絡と、希望された方へのお知らせのメールだけに使います。",
        "県のデジタル戦略課と事務局の担当者だけが見ます。提案をされたときは、その課題を出した担当課にもお伝えします。",
        new Retention(30, RetentionStart.Withdrawal));

    static IReadOnlyList<Choice> Terms(IReadOnlyList<Term> terms) => [.. terms.Select(term => new Choice(term.Slug, term.Name))];
}
