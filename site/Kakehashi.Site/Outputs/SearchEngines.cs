using System.Globalization;
using System.Text;
using Kakehashi.Content;
using Kakehashi.Site.Planning;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Outputs;

/// <summary>What search engines read: <c>sitemap.xml</c> (sitemaps.org 0.9) and <c>robots.txt</c>.</summary>
public static class SearchEngines
{
    const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    const int MostAddresses = 50_000;

    /// <summary>File name and bytes of each file; more than one sitemap only above the protocol's limit.</summary>
    public static IEnumerable<(string File, ReadOnlyMemory<byte> Bytes)> Write(ProgramSettings program, IEnumerable<PageModel> pages)
    {
        yield return ("robots.txt", Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {StructuredData.Absolute(program, "/sitemap.xml")}\n"));
        var parts = pages.Where(page => page.IsListed).OrderBy(page => page.Address, StringComparer.Ordinal).Chunk(MostAddresses).ToList();
        if (parts.Count == 1)
        {
            yield return ("sitemap.xml", UrlSet(program, parts[0]));
            yield break;
        }
        for (var i = 0; i < parts.Count; i++) yield return (Part(i), UrlSet(program, parts[i]));
        yield return ("sitemap.xml", Index(program, parts.Count));
    }

    static ReadOnlyMemory<byte> UrlSet(ProgramSettings program, IEnumerable<PageModel> pages) => Xml.Write(xml =>
    {
        xml.WriteStartElement("urlset", Namespace);
        foreach (var page in pages)
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, StructuredData.Absolute(program, page.Address));
            if ((page.UpdatedOn ?? page.PublishedOn) is { } date) xml.WriteElementString("lastmod", Namespace, JapaneseTime.Format(date));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    static ReadOnlyMemory<byte> Index(ProgramSettings program, int parts) => Xml.Write(xml =>
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        for (var i = 0; i < parts; i++)
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, StructuredData.Absolute(program, "/" + Part(i)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    static string Part(int i) => string.Create(CultureInfo.InvariantCulture, $"sitemap-{i + 1}.xml");
}
