using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning;

/// <summary>JSON-LD objects (schema.org), safe to stand inside a script element.</summary>
public static class StructuredData
{
    // This encoder escapes <, > and &, so no value can close the element.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Absolute address of a page or file.</summary>
    public static string Absolute(ProgramSettings program, string address) => program.Url.TrimEnd('/') + address;

    public static string Organization(ProgramSettings program) => Write("Organization", json =>
    {
        json.WriteString("name", program.Organisation);
        json.WriteString("url", program.Url);
    });

    public static string WebSite(ProgramSettings program) => Write("WebSite", json =>
    {
        json.WriteString("name", program.Name);
        json.WriteString("url", program.Url);
        json.WriteString("inLanguage", "ja");
    });

    /// <summary>Home, the way, and the page itself.</summary>
    public static string Breadcrumb(ProgramSettings program, IReadOnlyList<Link> way, PageModel page) => Write("BreadcrumbList", json =>
    {
        json.WriteStartArray("itemListElement");
        var position = 0;
        foreach (var link in (IEnumerable<Link>)[new("ホーム", "/"), .. way, new(page.Title, page.Address)])
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", ++position);
            json.WriteString("name", link.Label);
            json.WriteString("item", Absolute(program, link.Href));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    public static string NewsArticle(ProgramSettings program, Article article, string address, PictureView? picture) => Write("NewsArticle", json =>
    {
        json.WriteString("headline", article.Title);
        json.WriteString("description", article.Summary);
        json.WriteString("datePublished", JapaneseTime.Format(article.PublishAt!.Value));
        if (article.UpdatedAt is { } updated) json.WriteString("dateModified", JapaneseTime.Format(updated));
        json.WriteString("mainEntityOfPage", Absolute(program, address));
        if (picture is not null) json.WriteString("image", Absolute(program, picture.Href));
        Author(json, "author", program);
        Author(json, "publisher", program);
    });

    public static string Event(ProgramSettings program, Event happening, string address) => Write("Event", json =>
    {
        json.WriteString("name", happening.Title);
        json.WriteString("description", happening.Summary);
        json.WriteString("url", Absolute(program, address));
        json.WriteString("startDate", JapaneseTime.Format(happening.StartsAt));
        json.WriteString("endDate", JapaneseTime.Format(happening.EndsAt));
        json.WriteString("eventAttendanceMode", "https://schema.org/" + happening.Format switch
        {
            EventFormat.Venue => "OfflineEventAttendanceMode",
            EventFormat.Online => "OnlineEventAttendanceMode",
            _ => "MixedEventAttendanceMode",
        });
        json.WriteStartObject("location");
        json.WriteString("@type", happening.Format == EventFormat.Online ? "VirtualLocation" : "Place");
        if (happening.Format == EventFormat.Online) json.WriteString("url", Absolute(program, address));
        else json.WriteString("name", happening.Venue ?? happening.Format.Label());
        if (happening is { Format: not EventFormat.Online, Address: { } place }) json.WriteString("address", place);
        json.WriteEndObject();
        Author(json, "organizer", program);
    });

    static void Author(Utf8JsonWriter json, string role, ProgramSettings program)
    {
        json.WriteStartObject(role);
        json.WriteString("@type", "Organization");
        json.WriteString("name", program.Organisation);
        json.WriteString("url", program.Url);
        json.WriteEndObject();
    }

    static string Write(string type, Action<Utf8JsonWriter> properties)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", type);
            properties(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
