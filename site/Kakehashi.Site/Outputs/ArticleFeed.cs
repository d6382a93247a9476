using System.Xml;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Site.Planning;

namespace Kakehashi.Site.Outputs;

/// <summary>Newest articles as Atom (RFC 4287).</summary>
public static class ArticleFeed
{
    /// <summary>Where it stands.</summary>
    public const string Address = "/feeds/articles.xml";

    const string Atom = "http://www.w3.org/2005/Atom";
    const int Most = 20;

    /// <summary>Whole file.</summary>
    public static ReadOnlyMemory<byte> Write(PublicSite site) => Xml.Write(xml =>
    {
        var articles = site.Items.Articles.Take(Most).ToList();
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, "ja");
        Text(xml, "title", $"{site.Program.Name}の記事");
        Text(xml, "id", site.Program.Url);
        Text(xml, "updated", JapaneseTime.Format(articles.Select(Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
        Link(xml, "self", StructuredData.Absolute(site.Program, Address));
        Link(xml, "alternate", StructuredData.Absolute(site.Program, "/articles/"));
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", site.Program.Organisation);
        xml.WriteEndElement();
        foreach (var article in articles) Entry(xml, site.Program, article);
        xml.WriteEndElement();
    });

    static void Entry(XmlWriter xml, ProgramSettings program, Article article)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "title", article.Title);
        // The first address is the id for ever, also after the article moved.
        Text(xml, "id", StructuredData.Absolute(program, $"/articles/{article.Aliases.FirstOrDefault(article.Slug)}/"));
        Link(xml, "alternate", StructuredData.Absolute(program, $"/articles/{article.Slug}/"));
        Text(xml, "published", JapaneseTime.Format(article.PublishAt!.Value));
        Text(xml, "updated", JapaneseTime.Format(Updated(article)));
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", article.Category);
        xml.WriteAttributeString("label", program.Categories.NameOf(article.Category));
        xml.WriteEndElement();
        Text(xml, "summary", article.Summary);
        xml.WriteEndElement();
    }

    static DateTimeOffset Updated(Article article) => article.UpdatedAt ?? article.PublishAt!.Value;

    static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Atom, value);

    static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
