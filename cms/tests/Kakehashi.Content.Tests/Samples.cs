using Kakehashi.Content.Folder;

namespace Kakehashi.Content.Tests;

/// <summary>A small programme and the front matter of a complete article.</summary>
static class Samples
{
    public static ProgramSettings Program { get; } = new()
    {
        Name = "見本県DX推進プラットフォーム",
        Description = "見本です。",
        Url = "https://dx.example/",
        Organisation = "見本県",
        Prefecture = "見本県",
        Categories = [new("news", "お知らせ"), new("report", "活動報告")],
        Fields = [new("disaster", "防災")],
        Areas = [new("north", "県北")],
    };

    public const string Article = """
        ---
        title: 断水のお知らせ
        summary: 断水します。
        section: office
        category: news
        publishAt: 2026-04-01T09:00:00+09:00
        ---

        本文です。

        """;

    public static FrontMatter Read(string text, string type = "article", string slug = "water") =>
        FrontMatter.Read($"{ContentType.Find(type)!.Folder}/{slug}.md", ContentType.Find(type)!, slug, text);

    public static ItemDocument Document(string type, string slug, string values = "{}", params string[] aliases) => new()
    {
        Type = type,
        Slug = slug,
        Aliases = aliases,
        Values = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(values)!,
    };
}
