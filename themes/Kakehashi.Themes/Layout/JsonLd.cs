using Microsoft.AspNetCore.Components;

namespace Kakehashi.Themes.Layout;

/// <summary>Structured data as a data block, which browsers do not run.</summary>
static class JsonLd
{
    /// <param name="json">One JSON object.</param>
    /// <returns>Safe markup: inside JSON strings <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are written as escapes, so that the block cannot be left.</returns>
    public static MarkupString Script(string json) => new(
        "<script type=\"application/ld+json\">"
        + json.Replace("<", "\\u003c", StringComparison.Ordinal).Replace(">", "\\u003e", StringComparison.Ordinal).Replace("&", "\\u0026", StringComparison.Ordinal)
        + "</script>");
}
