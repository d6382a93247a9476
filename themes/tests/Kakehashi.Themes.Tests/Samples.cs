using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Themes.Tests;

/// <summary>One filled page of every kind; every text goes through <paramref name="text"/>, so that a test may put something hostile everywhere.</summary>
sealed class Samples(Func<string, string> text, Notice? notice = null)
{
    static readonly MediaFile Pdf = new("chirashi.pdf", new string('b', 64), 122_880, "application/pdf", null, null, "", "案内");
    static readonly MediaFile Png = new("figure.png", new string('a', 64), 20_000, "image/png", 800, 450, "橋の写真", null);

    public static IEnumerable<string> Kinds => new Samples(words => words).All().Select(page => page.GetType().Name);

    public static PageModel Of(string kind) => new Samples(words => words).All().Single(page => page.GetType().Name == kind);

    public IEnumerable<PageModel> All() =>
        [Home(), List(), Article(), Issue(), Seed(), Event(), Survey(), Member(), Group(), Measure(), Case(), Specialist(), Content(), AccessibilityPolicy(), AccessibilityResults(), SelfEvaluation(), Sitemap(), NotFound(), Forms().In("errors"), Forms().Closed(), Forms().Menu()];

    public HomePage Home() => new()
    {
        Shell = Shell(), Address = "/", Title = text("架け橋プラットフォーム"), Description = text("説明"),
        OpenIssues = [Card("issue", "/issues/a/"), Card("issue", "/issues/b/")], NextEvents = [Card("event", "/events/a/")],
        NewSeeds = [Card("seed", "/seeds/a/")], News = [Card("article", "/articles/a/"), Card("article", "/articles/b/")],
        Categories = [new(text("お知らせ"), "/articles/category/news/", 12, false)],
        Figures = [new(text("会員"), text("15団体"))], Contact = Section(), StructuredData = [$$"""{"@context":"https://schema.org","name":"{{text("名前").Replace("\"", "", StringComparison.Ordinal)}}"}"""],
    };

    public ListPage List() => new()
    {
        Shell = Shell(), Address = "/issues/", Title = text("課題"), Description = text("説明"), Type = "issue", Lead = text("一覧です。"),
        Filters = [new(text("状態"), [new(text("提案募集中"), "/issues/state/open/", 3, true), new(text("選定中"), "/issues/state/selecting/", 1, false)])],
        Cards = [Card("issue", "/issues/a/")], Pagination = new(2, 9, 170, "/issues/"), Feed = "/feeds/issues.xml",
    };

    public ArticlePage Article() => new()
    {
        Shell = Shell(), Address = "/articles/a/", Title = text("提案の募集を始めました"), Description = text("説明"), Breadcrumb = [new(text("記事"), "/articles/")],
        Contact = Section(), PublishedOn = new(2026, 4, 1), UpdatedOn = new(2026, 4, 3), Picture = new("/media/figure.aaaaaaaaaaaa.png", text("橋の図"), 800, 450),
        Body = Body(), Downloads = [new(text("募集要項"), "/media/chirashi.bbbbbbbbbbbb.pdf", text("PDF形式"), 122_880)],
        Related = [new(text("関連する課題"), [Card("issue", "/issues/a/")])], Previous = new(text("前の記事"), "/articles/p/"), Next = new(text("次の記事"), "/articles/n/"),
        Article = new() { Title = text("題"), Summary = text("要約です。") }, Category = new(text("お知らせ"), "/articles/category/news/"), Tags = [new(text("防災"), "/articles/tag/bousai/")],
    };

    public IssuePage Issue() => new()
    {
        Shell = Shell(), Address = "/issues/a/", Title = text("避難所の混み具合を知らせたい"), Description = text("説明"), Breadcrumb = [new(text("課題"), "/issues/")], Contact = Section(),
        Body = Body(), Issue = new() { Summary = text("要約です。"), Owner = text("見本市 危機管理課"), OpensAt = Noon(2026, 10, 1), Deadline = Noon(2026, 12, 1) },
        Status = new(text("提案募集中"), Tone.Open), DaysLeft = text("あと12日"), Field = new(text("防災"), "/issues/field/disaster/"), Area = new(text("県央"), "/issues/area/central/"),
        Stages = [new(text("募集前"), false), new(text("提案募集中"), true), new(text("選定中"), false)],
        Background = Body(), PresentState = Body(), Direction = Body(), Conditions = Body(), Schedule = Body(), HowToPropose = Body(),
    };

    public SeedPage Seed() => new()
    {
        Shell = Shell(), Address = "/seeds/a/", Title = text("水位を測るセンサー"), Description = text("説明"), Breadcrumb = [new(text("シーズ"), "/seeds/")], Contact = Section(), Body = Body(),
        Seed = new() { Summary = text("要約"), LeadTime = text("約2か月"), Needs = text("電源"), Cost = CostClass.Under2Million }, Member = Card("member", "/members/a/"),
        Field = new(text("防災"), "/seeds/field/disaster/"), Technologies = [new(text("センサー"), "/seeds/technology/sensor/")], Problem = Body(), How = Body(), Record = Body(),
    };

    public EventPage Event() => new()
    {
        Shell = Shell(), Address = "/events/a/", Title = text("説明会"), Description = text("説明"), Breadcrumb = [new(text("イベント"), "/events/")], Contact = Section(), Body = Body(),
        Event = new()
        {
            Summary = text("要約"), StartsAt = Noon(2026, 12, 5), EndsAt = Noon(2026, 12, 5).AddHours(2), Venue = text("見本会館"), Address = text("見本市1-1"), Access = text("駅から歩いて5分です。"),
            Capacity = 1200, Fee = 0, ApplyUntil = Noon(2026, 12, 1), Format = EventFormat.Hybrid,
        },
        Status = new(text("受付中"), Tone.Open), DaysLeft = text("あと3日"), Calendar = "/events/a/event.ics", HowToApply = Body(), Programme = Body(), Speakers = Body(), Report = Body(),
    };

    public SurveyPage Survey() => new()
    {
        Shell = Shell(), Address = "/surveys/a/", Title = text("満足度の調査"), Description = text("説明"), Breadcrumb = [new(text("アンケート"), "/surveys/")], Contact = Section(), Body = Body(),
        Survey = new() { Summary = text("要約"), OpensAt = Noon(2026, 12, 1), ClosesAt = Noon(2026, 12, 20), Anonymous = true, Questions = [new(text("満足度"), CustomQuestionKind.Text)] },
        Status = new(text("受付中"), Tone.Open), DaysLeft = text("あと3日"),
    };

    public MemberPage Member() => new()
    {
        Shell = Shell(), Address = "/members/a/", Title = text("例示システム株式会社"), Description = text("説明"), Breadcrumb = [new(text("会員"), "/members/")], Body = Body(), Area = new(text("県央"), "/members/area/central/"),
        Member = new() { Summary = text("要約"), Kana = text("れいじ"), Laboratory = text("研究室"), Strengths = [text("水位計測")], Website = "https://reiji.example/" }, Contact = Section(),
    };

    public WorkingGroupPage Group() => new()
    {
        Shell = Shell(), Address = "/working-groups/a/", Title = text("防災の集まり"), Description = text("説明"), Breadcrumb = [new(text("ワーキンググループ"), "/working-groups/")], Body = Body(),
        WorkingGroup = new() { Summary = text("要約"), Theme = text("防災"), StartedOn = new(2026, 6, 1), Municipalities = [text("見本市")] },
    };

    public SupportMeasurePage Measure() => new()
    {
        Shell = Shell(), Address = "/support-measures/a/", Title = text("実証の補助金"), Description = text("説明"), Breadcrumb = [new(text("支援制度"), "/support-measures/")], Body = Body(),
        SupportMeasure = new() { Summary = text("要約"), Provider = text("見本財団"), Target = text("会員"), Limit = 2_000_000, Rate = text("2分の1"), AppliesFrom = new(2026, 4, 1), AppliesUntil = new(2026, 9, 30), Website = "https://hojo.example/" },
        Status = new(text("受付終了"), Tone.Closed), DaysLeft = text("本日締切"),
    };

    public CaseStudyPage Case() => new()
    {
        Shell = Shell(), Address = "/cases/a/", Title = text("除雪車の位置を知らせる"), Description = text("説明"), Breadcrumb = [new(text("取組事例"), "/cases/")], Body = Body(),
        CaseStudy = new() { Summary = text("要約"), Owner = text("見本町"), FiscalYear = 2024, Effect = text("問い合わせが半分になりました。") }, Field = new(text("道路"), "/cases/field/infrastructure/"),
    };

    public SpecialistPage Specialist() => new()
    {
        Shell = Shell(), Address = "/specialists/a/", Title = text("データ活用の専門家"), Description = text("説明"), Breadcrumb = [new(text("専門人材"), "/specialists/")], Body = Body(), Record = Body(),
        Specialist = new() { Summary = text("要約"), Number = text("S-001"), Fields = [text("データ活用")], Qualifications = [text("統計調査士")] }, Status = new(text("相談を受け付けています"), Tone.Open),
    };

    public ContentPage Content() => new() { Shell = Shell(), Address = "/about/", Title = text("このサイトについて"), Description = text("説明"), Body = Body(), Contact = Section() };

    public AccessibilityPolicyPage AccessibilityPolicy() => new()
    {
        Shell = Shell(), Address = "/accessibility/", Title = text("アクセシビリティ方針"), Description = text("説明"), Contact = Section(), Body = MarkdownText.Empty,
        PublishedOn = new(2026, 7, 1), UpdatedOn = new(2026, 11, 2), Target = text("規格 適合レベルAA"), AlsoTargets = [text("次の版 レベルAA")], Claim = Claim(), Passed = [new(2026, 3, 31)],
        Policy = new()
        {
            Lead = text("だれもが使えるサイトを目指します。"), Scope = text("すべてのページです。"), Section = "office",
            Deadlines = [new(new(2026, 3, 31), text("試験")), new(new(2027, 3, 31), text("見直し"))], Added = [new(text("本文は7対1以上にします。"), "1.4.6"), new(text("やさしいことばで書きます。"))],
            Exclusions = [new(text("会員の資料"), text("受け取ったまま載せます。"), text("要点を文章で説明します。"), new(2026, 3, 31)), new(text("ほかのサイト"), text("変えられません。"), text("説明します。"))],
            Problems = [new(text("様式の順番がわかりにくい"), text("見直します。"), new(2027, 3, 31)), new(text("地図が読み上げられない"), text("道順を書きます。"))],
            History = [new(new(2026, 7, 1), text("公開しました。")), new(new(2026, 11, 2), text("問題を加えました。"))],
        },
        Results = [new(text("試験結果"), "/accessibility/results/"), new(text("試験結果（次の版）"), "/accessibility/results/wcag22/")],
        Evaluations = [new(text("取組確認・評価表"), "/accessibility/self-evaluation/")],
    };

    public SelfEvaluationPage SelfEvaluation() => new()
    {
        Shell = Shell(), Address = "/accessibility/self-evaluation/", Title = text("取組確認・評価表"), Description = text("説明"), Breadcrumb = [new(text("アクセシビリティ方針"), "/accessibility/")], Contact = Section(),
        Year = text("2026年度"), StatedOn = new(2027, 3, 1), Points = 3, Full = 20,
        Sections =
        [
            new(text("方針と計画"), 2, 4, [new(text("方針"), text("公開していますか。"), text("できている"), Tone.Done, 2, text("公開しています。"), text("記録")), new(text("計画"), text("決めましたか。"), text("できていない"), Tone.Soon, 0, text("決めていません。"), text("事務局"))]),
            new(text("体制と職員"), 1, 2, [new(text("研修"), text("行いましたか。"), text("一部できている"), Tone.Neutral, 1, text("5月に行いました。"), text("事務局"))]),
        ],
        Downloads = [new(text("評価表"), "/accessibility/self-evaluation/self-evaluation.csv", text("CSV形式"), 2048)],
        Others = [new(text("アクセシビリティ方針"), "/accessibility/")],
    };

    public AccessibilityResultsPage AccessibilityResults() => new()
    {
        Shell = Shell(), Address = "/accessibility/results/", Title = text("前回の試験結果"), Description = text("説明"), Breadcrumb = [new(text("アクセシビリティ方針"), "/accessibility/")], Contact = Section(),
        Claim = Claim(), IsPrevious = true, StatedOn = new(2026, 3, 1), Standard = text("規格:2016"), Level = text("まだ示せません。"), Scope = text("すべてのページです。"), Technologies = [text("HTML"), text("CSS")],
        Sample = new(300, text("20261120"),
            [new("https://kakehashi.example/", text("架け橋プラットフォーム"), "/", text("トップページ")), new("https://kakehashi.example/404.html", text("見つかりません"), null, text("ないページ"))],
            [new(text("問い合わせる"), [new("https://kakehashi.example/forms/contact/", text("入力の画面"), "/forms/contact/", text("この画面から始めます。")), new("https://kakehashi.example/forms/contact/#done", text("完了の画面"), null, text("送ると出ます。"))])],
            [new("https://kakehashi.example/issues/a/", text("避難所"), "/issues/a/", ""), new("https://kakehashi.example/gone/", null, null, "")]),
        Checklist =
        [
            new("1.1.1", text("非テキストコンテンツ"), "A", text("あり"), text("適合"), Tone.Done, ["AC", "HC"], ["H37", "G94"], ""),
            new("1.2.1", text("音声だけ"), "A", text("なし"), text("適合"), Tone.Done, ["AC"], [], text("対象になるものがありません。")),
            new("1.4.3", text("コントラスト"), "AA", text("あり"), text("不適合"), Tone.Soon, ["AC"], ["G18"], text("1か所で満たしていません。")),
            new("3.3.1", text("エラーの特定"), "A", text("確認中"), text("未試験"), Tone.Neutral, [], [], text("未試験：2ページ。")),
        ],
        Summary = [new(text("適合"), text("2の達成基準")), new(text("未試験"), text("1の達成基準"))],
        Failures = [new("1.4.3", text("コントラスト"), [new(text("避難所（/issues/a/）"), text("axe 4：color-contrast（1か所）"))], text("色を直します。"), new(2026, 12, 1)), new("2.4.4", text("リンクの目的"), [new(text("サイト全体"), text("直します。"))], null, null)],
        Untested = [new("3.3.1", text("エラーの特定"), text("2ページ"), text("文の意味が分かるか。")), new("1.4.13", text("ホバー"), text("2ページ"), "")],
        StartedOn = new(2025, 11, 20), EndedOn = new(2026, 2, 27), Tools = [new(text("axe"), "4.14.1", 2, 1), new(text("Nu HTML checker"), "26.9.27", 300, 0)],
        AssistiveTechnologies = [text("NVDA 2026.1（Firefox 153、Windows 11）")], Testers = [text("事務局")],
        Downloads = [new(text("チェックリスト"), "/accessibility/results/results.csv", text("CSV形式"), 4096), new(text("ページごとの結果"), "/accessibility/results/results.json", text("JSON形式"), 409_600)],
        Others = [new(text("アクセシビリティ方針"), "/accessibility/"), new(text("試験結果（次の版）"), "/accessibility/results/wcag22/")],
    };

    public SitemapPage Sitemap() => new()
    {
        Shell = Shell(), Address = "/sitemap/", Title = text("サイトマップ"), Description = text("説明"),
        Groups = [new(new(text("課題"), "/issues/"), [new(text("避難所"), "/issues/a/")]), new(new(text("会員"), "/members/"), [])],
    };

    public NotFoundPage NotFound() => new() { Shell = Shell(), Address = "/404.html", Title = text("ページが見つかりません"), Description = text("説明") };

    public FormSamples Forms() => new(Shell(), Section(), text);

    public Shell Shell() => new(new()
    {
        Name = text("架け橋プラットフォーム"), Description = text("説明"), Url = "https://kakehashi.example/", Organisation = text("事務局"), Prefecture = text("見本県"), Disclaimer = text("見本です。"),
        Navigation = [new(text("課題を見る"), "/issues/"), new(text("シーズを探す"), "/seeds/"), new(text("イベント"), "/events/"), new(text("記事"), "/articles/"), new(text("このサイトについて"), "/about/")],
        Utility = [new(text("お問い合わせ"), "/contact/")], Footer = [new(text("個人情報の取扱い"), "/privacy/")],
        Home = new(text("困りごとと技術を結びます。")) { Ways = [new(text("課題を見る"), "/issues/", text("困りごとの一覧です。"))], Steps = [new(text("集める"), text("困りごとを集めます。"))] },
        Sponsors = [new(text("例示金融協会"), "https://kin-yu.example/", text("相談を受けます。"))],
    }, notice ?? new(text("停止のお知らせ"), text("夜間に停止します。"), Noon(2026, 11, 1), "https://other.example/"), Theme.Stylesheet);

    public static DateTimeOffset Noon(int year, int month, int day) => new(year, month, day, 12, 0, 0, JapaneseTime.Offset);

    ClaimView Claim() => new(text("規格に配慮しています。"), text("「配慮」は指針の表記によります。"), [text("試験が終わっていない達成基準があります。")]);

    Section Section() => new()
    {
        Title = text("窓口"), Department = text("総合政策部 見本課"), Telephone = text("000-000-0000"), Fax = text("000-000-0001"), Email = text("madoguchi@mihon.example"),
        Hours = text("平日 午前9時から午後5時まで"), Address = text("見本市1-1"),
    };

    Card Card(string type, string href) => new(type, text("題名の例"), href, text("短い説明です。"), text("防災"), new(text("提案募集中"), Tone.Open), new(text("締切"), new(2026, 12, 1)),
        [new(text("団体"), text("見本市"))], new("/media/figure.aaaaaaaaaaaa.png", text("図"), 800, 450), true);

    MarkdownText Body() => new($"""
        {text("はじめの文です。")}

        ## {text("日程")}

        | 時間 | 内容 |
        | --- | --- |
        | 午後1時 | {text("開会")} |

        ### {text("くわしく")}

        ![{text("橋")}](/media/figure.png) と [{text("案内")}](/media/chirashi.pdf)

        ## {text("申込み")}

        [{text("申込みの案内")}](https://outside.example/) をご覧ください。[^1]

        [^1]: {text("注です。")}
        """, [Pdf, Png]);
}
