using System.Globalization;

namespace Kakehashi.Site.Tests;

/// <summary>Edits such as people make, drawn from a seeded generator and written to the folder.</summary>
sealed class RandomEdits(TestFolder content, Random random)
{
    readonly Dictionary<int, (string Slug, string? Former)> articles = Enumerable.Range(1, 25).ToDictionary(i => i, i => ($"article-{i}", (string?)null));
    int next = 26;

    public DateTimeOffset Now { get; private set; } = SmallProgram.Now;

    /// <summary>Makes one edit and says which.</summary>
    public string Next()
    {
        var i = articles.Keys.Order().ElementAt(random.Next(articles.Count));
        switch (random.Next(14))
        {
            case 0 or 1:
                return Write(i, title: $"改めた題名{random.Next(1000)}");
            case 2:
                return Write(i, tags: random.Next(3) switch { 0 => "AI", 1 => "新しい札, AI, ai", _ => "防災, 福祉" });
            case 3:
                return Write(i, category: "report");
            case 4:
                return Write(i, more: SmallProgram.Published(Now.AddDays(-random.Next(400))));
            case 5:
                return Rename(i);
            case 6:
                return Write(i, more: $"{SmallProgram.Published(Now.AddDays(-30))}\nexpireAt: {Time(Now.AddDays(random.Next(1, 20)))}");
            case 7 when articles.Count > 10:
                content.Without($"articles/{articles[i].Slug}.md");
                articles.Remove(i);
                return $"article {i} withdrawn";
            case 8:
                articles[next] = ($"article-{next}", null);
                return Write(next++, more: SmallProgram.Published(Now.AddDays(random.Next(-3, 5))));
            case 9:
                content.With("program.yaml", SmallProgram.Settings(navigation: $"課題{random.Next(9)}"));
                return "navigation";
            case 10:
                content.With("media/flow.svg", $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {random.Next(1, 99)} 20"/>""");
                return "picture";
            case 11:
                var member = random.Next(1, 4);
                content.With("seeds/seed-1.md", SmallProgram.Items(0).First(item => item.File == "seeds/seed-1.md").Text.Replace("member: member-2", $"member: member-{member}", StringComparison.Ordinal));
                return $"seed 1 now of member {member}";
            case 12:
                var stage = new[] { "open", "selecting", "matched", "trial" }[random.Next(4)];
                content.With("issues/issue-3.md", SmallProgram.Items(0).First(item => item.File == "issues/issue-3.md").Text.Replace("stage: open", $"stage: {stage}", StringComparison.Ordinal));
                return $"issue 3 {stage}";
            default:
                Now += TimeSpan.FromHours(random.Next(1, 100));
                return $"clock moved to {Time(Now)}";
        }
    }

    string Rename(int i)
    {
        content.Without($"articles/{articles[i].Slug}.md");
        articles[i] = ($"moved-{i}-{random.Next(1000)}", articles[i].Slug);
        return "renamed; " + Write(i);
    }

    string Write(int i, string? title = null, string? tags = null, string category = "news", string more = "")
    {
        var (slug, former) = articles[i];
        if (former is not null) more += (more.Length > 0 ? "\n" : "") + $"aliases: [{former}]";
        var text = SmallProgram.Article(i, title, category, tags, more);
        if (more.Contains("publishAt", StringComparison.Ordinal)) text = OnlyFirstPublishAt(text);
        content.With($"articles/{slug}.md", text);
        return $"article {i}: {title} {tags} {category} {more}";
    }

    static string OnlyFirstPublishAt(string text)
    {
        var seen = false;
        return string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("publishAt", StringComparison.Ordinal) || !seen && (seen = true)));
    }

    static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
