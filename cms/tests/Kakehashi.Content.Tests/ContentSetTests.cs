using System.Text.Json.Nodes;

namespace Kakehashi.Content.Tests;

public sealed class ContentSetTests
{
    static ItemDocument Document(string type, string slug, JsonObject? values = null, params string[] aliases) =>
        new() { Type = type, Slug = slug, Values = values ?? [], Aliases = aliases };

    static List<string> Check(params ItemDocument[] documents) =>
        [.. new ContentSet(documents, new HashSet<string> { "a.png" }).Check(document => $"{document.Type}/{document.Slug}", (_, _) => 0).Select(problem => problem.ToString())];

    [Fact]
    public void An_address_claimed_twice_is_told_to_both_naming_the_other()
    {
        var problems = Check(Document("article", "a"), Document("article", "b", null, "a"), Document("seed", "a"));
        Assert.Equal(2, problems.Count);
        Assert.Contains("/articles/a/ を article/b も", problems[0], StringComparison.Ordinal);
        Assert.Contains("/articles/a/ を article/a も", problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_and_folders_do_not_meet()
    {
        Assert.Contains("決まったページ", Assert.Single(Check(Document("page", "articles"))), StringComparison.Ordinal);
        Assert.Empty(Check(Document("page", "about"), Document("article", "about")));
    }

    [Fact]
    public void References_lead_to_items_of_the_right_type_by_any_of_their_names()
    {
        var issue = Document("issue", "level", new() { ["seeds"] = new JsonArray("sensor", "former-sensor", "nothing"), ["section"] = "sensor" });
        var problems = Check(issue, Document("seed", "sensor", null, "former-sensor"));
        Assert.Equal(2, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("「合いそうなシーズ」が指すシーズ「nothing」がありません", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("「担当」が指す担当「sensor」がありません", StringComparison.Ordinal));
    }

    [Fact]
    public void Media_in_pictures_attachments_and_markdown_must_be_in_the_library()
    {
        var document = Document("article", "a", new()
        {
            ["image"] = new JsonObject { ["file"] = "b.png" },
            ["files"] = new JsonArray(new JsonObject { ["file"] = "c.pdf" }),
            ["body"] = "![図](/media/a.png) ![図](/media/d.png \"題\") [外](https://dx.example/media/e.png)",
        });
        Assert.Equal(["b.png", "c.pdf", "a.png", "d.png"], ContentSet.MediaIn(document).OrderBy(name => name is "a.png" or "d.png"));
        Assert.Equal(3, Check(document).Count);
        Assert.Equal(["f.png", "g.png"], ContentSet.MediaIn(Document("article", "a", new() { ["body"] = "![図][f] ![図](</media/g.png>)\n\n[f]: /media/f.png \"題\"\n" })).Order(StringComparer.Ordinal));
    }
}
