using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Kakehashi.Site.Tests;

public sealed class OutputTests : IAsyncLifetime
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    readonly TestFolder content = SmallProgram.Create();
    readonly TestFolder output = new();

    public async ValueTask InitializeAsync()
    {
        content.With("events/event-9.md", SmallProgram.Front("長い題名の説明会、その\"一\"; 県の北から南まで、市や町の職員と企業や大学の方々が、防災と福祉の困りごとを話し合います", true, "kind: seminar",
            "startsAt: 2026-07-01T14:00:00+09:00", "endsAt: 2026-07-01T16:00:00+09:00", "format: venue", "venue: みほん会館", "address: みほん県みほん市1-2"));
        content.With("articles/moved.md", SmallProgram.Article(7, title: "移った記事 <b>&</b>", more: "aliases: [first-address, second-address]"));
        await Build.PublishAsync(content, output.Path);
    }

    [Fact]
    public void The_feed_is_Atom_with_the_newest_articles_and_ids_that_stay()
    {
        var feed = XDocument.Load(output.Of("feeds/articles.xml")).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(20, entries.Count);
        var updated = entries.Select(entry => (string)entry.Element(Atom + "updated")!).ToList();
        Assert.Equal(updated.OrderDescending(StringComparer.Ordinal), updated);
        Assert.Equal(updated[0], (string)feed.Element(Atom + "updated")!);
        var content = XDocument.Load(output.Of("feeds/articles.xml")).Descendants(Atom + "entry")
            .Where(entry => (string)entry.Element(Atom + "title")! == "移った記事 <b>&</b>").Select(entry => (string)entry.Element(Atom + "id")!);
        Assert.All(content, id => Assert.Equal("https://dx.example/articles/first-address/", id));
        Assert.Equal(entries.Count, entries.Select(entry => (string)entry.Element(Atom + "id")!).Distinct().Count());
    }

    [Fact]
    public void The_calendar_folds_and_escapes_and_gives_instants_in_UTC()
    {
        var bytes = File.ReadAllBytes(output.Of("events/event-9/calendar.ics"));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Equal(text.Count(character => character == '\n'), text.Split("\r\n").Length - 1);
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Contains("DTSTART:20260701T050000Z", lines);
        Assert.Contains("UID:event-9@dx.example", lines);
        Assert.Contains("LOCATION:みほん会館 みほん県みほん市1-2", lines);
        Assert.Contains(lines, line => line.StartsWith("SUMMARY:長い題名の説明会、その\"一\"\\; ", StringComparison.Ordinal) && line.EndsWith("話し合います", StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.Equal(4, File.ReadAllText(output.Of("feeds/events.ics")).Split("BEGIN:VEVENT").Length - 1);
        Assert.False(File.Exists(output.Of("events/event-1/calendar.ics")));
    }

    [Fact]
    public void The_sitemap_lists_every_page_once_and_robots_names_it()
    {
        var listed = XDocument.Load(output.Of("sitemap.xml")).Descendants(Sitemap + "loc").Select(loc => ((string)loc)["https://dx.example".Length..]).ToList();
        var pages = TestFolder.Files(output.Path).Keys.Where(file => file.EndsWith("index.html", StringComparison.Ordinal) && !AsksNotToBeListed(file)).Select(file => "/" + file[..^"index.html".Length]);
        Assert.Equal(pages.Order(StringComparer.Ordinal), listed);
        Assert.Contains("Sitemap: https://dx.example/sitemap.xml", File.ReadAllText(output.Of("robots.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Former_addresses_lead_to_the_new_one() => Assert.Equal(
        "/articles/first-address/ /articles/moved/ 301\n/articles/second-address/ /articles/moved/ 301\n", File.ReadAllText(output.Of("_redirects")));

    [Fact]
    public void Every_link_inside_the_site_leads_to_a_page_or_a_file()
    {
        var files = TestFolder.Files(output.Path);
        var parser = new HtmlParser();
        foreach (var (file, bytes) in files.Where(pair => pair.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var document = parser.ParseDocument(Encoding.UTF8.GetString(bytes));
            foreach (var address in document.QuerySelectorAll("a[href], link[href], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
                .Where(address => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)).Select(address => address.Split('#', '?')[0]))
                Assert.True(files.ContainsKey(Planning.Address.File(address)) || IsOfAnotherPart(address), $"{file} leads to {address}");
        }
    }

    [Fact]
    public void The_second_page_of_a_list_follows_on_from_the_first()
    {
        var first = new HtmlParser().ParseDocument(File.ReadAllText(output.Of("articles/index.html")));
        var second = new HtmlParser().ParseDocument(File.ReadAllText(output.Of("articles/page/2/index.html")));
        Assert.NotEqual(first.Title, second.Title);
        Assert.NotNull(first.QuerySelector("a[href='/articles/page/2/']"));
        Assert.NotNull(second.QuerySelector("a[href='/articles/']"));
        Assert.False(Directory.Exists(output.Of("articles/page/3")));
    }

    bool AsksNotToBeListed(string file) => File.ReadAllText(output.Of(file)).Contains("<meta name=\"robots\" content=\"noindex\">", StringComparison.Ordinal);

    // Forms and search come from other parts of the house.
    static bool IsOfAnotherPart(string address) => address is "/search/" or "/contact/" or "/join/" or "/my/" or "/privacy/" or "/rules/" || address.StartsWith("/forms/", StringComparison.Ordinal);

    public ValueTask DisposeAsync()
    {
        content.Dispose();
        output.Dispose();
        return ValueTask.CompletedTask;
    }
}
