using System.Globalization;

namespace Kakehashi.Site.Tests;

/// <summary>A small programme of every content type, as files.</summary>
static class SmallProgram
{
    public static DateTimeOffset Now { get; } = new(2026, 6, 15, 12, 0, 0, TimeSpan.FromHours(9));

    public static string Settings(string name = "みほん県DXひろば", string navigation = "課題を見る", string more = "") => $$"""
        name: {{name}}
        description: みほん県の課題と技術をつなぐ場です。
        url: https://dx.example/
        organisation: みほん県DXひろば事務局
        prefecture: みほん県
        navigation:
          - { label: {{navigation}}, href: /issues/ }
          - { label: シーズを探す, href: /seeds/ }
        categories:
          - { slug: news, name: お知らせ }
          - { slug: report, name: 活動報告 }
        fields:
          - { slug: disaster, name: 防災 }
          - { slug: welfare, name: 福祉 }
        areas:
          - { slug: north, name: 県北 }
          - { slug: south, name: 県南 }
        home:
          lead: 県の課題と会員の技術を結びつけます。
          ways:
            - { label: 課題を見る, href: /issues/, text: 困りごとを公開しています。 }
        {{more}}

        """;

    public static TestFolder Create(int articles = 25)
    {
        var folder = new TestFolder().With("program.yaml", Settings());
        foreach (var (file, text) in Items(articles)) folder.With(file, text);
        folder.With("media/flow.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>""");
        folder.With("media/flow.svg.yaml", "alt: 進め方の図\n");
        folder.With("media/guide.pdf", "%PDF-1.4 sample\n");
        folder.With("media/guide.pdf.yaml", "title: 募集要項\n");
        return folder;
    }

    public static IEnumerable<(string File, string Text)> Items(int articles)
    {
        yield return ("sections/office.md", Front("事務局", section: false, "department: デジタル推進課", "telephone: 028-000-0000", "email: office@dx.example", "hours: 平日 午前9時から午後5時まで"));
        for (var i = 1; i <= articles; i++) yield return ($"articles/article-{i}.md", Article(i));
        for (var i = 1; i <= 3; i++)
            yield return ($"members/member-{i}.md", Front($"会員{i}号", true, $"kana: {"あかん"[i - 1]}いいん", i == 1 ? "kind: company" : "kind: university", i < 3 ? "area: north" : "area: south"));
        for (var i = 1; i <= 5; i++)
            yield return ($"seeds/seed-{i}.md", Front($"技術{i}号", true, $"kana: {"さたなはま"[i - 1]}っくす", $"member: member-{1 + i % 3}", $"fieldOfWork: {Field(i)}",
                $"technologies: [AI, 技術{i % 2}]", "problem: 困りごとを減らします。", "how: センサーで測ります。", "cost: free", "leadTime: 約2か月"));
        for (var i = 1; i <= 4; i++)
            yield return ($"issues/issue-{i}.md", Front($"課題{i}号", true, "stage: open", "owner: みほん市", $"fieldOfWork: {Field(i)}", i % 2 == 0 ? "area: north" : "area: south",
                $"deadline: 2026-{5 + i:00}-20T17:00:00+09:00", "background: 人手が足りません。", "presentState: 電話で受けています。", "direction: 自動にします。", $"seeds: [seed-{i}]"));
        for (var i = 1; i <= 3; i++)
            yield return ($"events/event-{i}.md", Front($"説明会{i}号", true, "kind: seminar", $"startsAt: 2026-{5 + i:00}-10T14:00:00+09:00", $"endsAt: 2026-{5 + i:00}-10T16:00:00+09:00",
                "format: online", $"applyUntil: 2026-{5 + i:00}-05T17:00:00+09:00", $"issues: [issue-{i}]"));
        yield return ("surveys/survey.md", Front("使い勝手の調査", true, "opensAt: 2026-06-01T09:00:00+09:00", "closesAt: 2026-06-30T17:00:00+09:00", "anonymous: true",
            "questions: [{ label: 使いやすさ, kind: choice, required: true, choices: [よい, ふつう, わるい] }]", "event: event-1"));
        yield return ("working-groups/group.md", Front("防災の集まり", true, "theme: 避難所の受付", "startedOn: 2026-04-10", "members: [member-1]", "issues: [issue-1]"));
        yield return ("support-measures/subsidy.md", Front("実証の補助", true, "provider: みほん県", "target: 市や町", "limit: 1000000", "appliesFrom: 2026-05-01", "appliesUntil: 2026-06-30"));
        yield return ("cases/case.md", Front("見守りの実証", true, "owner: みほん町", "fieldOfWork: welfare", "fiscalYear: 2025", "effect: 訪問の回数が減りました。", "issue: issue-2", "seeds: [seed-2]", "members: [member-2]"));
        yield return ("specialists/one.md", Front("業務改善の専門人材", true, "number: S-001", "availability: available", "fields: [業務改善]", "format: online"));
        yield return ("pages/about.md", Front("このサイトについて", true, "order: 10") + "\n![進め方](/media/flow.svg)\n\n[募集要項](/media/guide.pdf)\n");
    }

    public static string Article(int i, string? title = null, string category = "news", string? tags = null, string more = "") =>
        Front(title ?? $"記事{i}号のお知らせ", true,
            $"category: {category}", $"tags: [{tags ?? (i % 2 == 0 ? "AI, 防災" : "防災")}]", i % 5 == 0 ? "issues: [issue-1]" : "events: []", more,
            Published(new DateTimeOffset(2026, 1 + i % 6, 1 + i % 28, 9, 0, 0, TimeSpan.FromHours(9)))) + $"\n## 背景\n\n第{i}号の本文です。\n";

    public static string Published(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"publishAt: {at:yyyy-MM-ddTHH:mm:sszzz}");

    public static string Front(string title, bool section, params string[] lines)
    {
        IEnumerable<string> all = ["---", $"title: {title}", .. section ? new[] { $"summary: {title}の要約です。", "section: office" } : [], .. lines.Where(line => line.Length > 0)];
        if (!lines.Any(line => line.StartsWith("publishAt:", StringComparison.Ordinal))) all = all.Append("publishAt: 2026-02-01T09:00:00+09:00");
        return string.Join('\n', all) + "\n---\n";
    }

    static string Field(int i) => i % 2 == 0 ? "disaster" : "welfare";
}
