using System.Globalization;
using System.Text;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Site.Planning;

namespace Kakehashi.Site.Outputs;

/// <summary>Events as iCalendar (RFC 5545): instants in UTC, CRLF, lines folded at 75 octets.</summary>
public static class EventCalendar
{
    /// <summary>All public events.</summary>
    public const string Address = "/feeds/events.ics";

    const int MostOctets = 75;

    /// <summary>Calendar file of one event.</summary>
    public static string AddressOf(Event happening) => $"/events/{happening.Slug}/calendar.ics";

    /// <summary>Whole file with the events given, in their order.</summary>
    public static ReadOnlyMemory<byte> Write(PublicSite site, IEnumerable<Event> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Kakehashi//JA");
        Line(text, "X-WR-CALNAME:" + Escape(site.Program.Name));
        foreach (var happening in events) Write(text, site.Program, happening);
        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static void Write(StringBuilder text, ProgramSettings program, Event happening)
    {
        var host = new Uri(program.Url).Host;
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{happening.Aliases.FirstOrDefault(happening.Slug)}@{host}");
        Line(text, "DTSTAMP:" + Utc(happening.UpdatedAt ?? happening.PublishAt!.Value));
        Line(text, "DTSTART:" + Utc(happening.StartsAt));
        Line(text, "DTEND:" + Utc(happening.EndsAt));
        Line(text, "SUMMARY:" + Escape(happening.Title));
        Line(text, "DESCRIPTION:" + Escape(happening.Summary));
        if (Place(happening) is { Length: > 0 } place) Line(text, "LOCATION:" + Escape(place));
        Line(text, "URL:" + StructuredData.Absolute(program, $"/events/{happening.Slug}/"));
        Line(text, "END:VEVENT");
    }

    static string Place(Event happening) => happening.Format == EventFormat.Online
        ? EventFormat.Online.Label()
        : string.Join(' ', new[] { happening.Venue, happening.Address }.Where(part => !string.IsNullOrEmpty(part)));

    static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // RFC 5545 3.3.11
    static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // RFC 5545 3.1; a character is never cut.
    static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
