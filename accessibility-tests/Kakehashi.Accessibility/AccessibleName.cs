using AngleSharp.Dom;

namespace Kakehashi.Accessibility;

/// <summary>The name under which assistive technology announces an element.</summary>
/// <remarks>The part of "Accessible Name and Description Computation 1.2" that needs no style sheet. A placeholder is no name here.</remarks>
internal static class AccessibleName
{
    /// <returns>Folded text; empty when the element has no name.</returns>
    public static string Of(IElement element, Page page) =>
        Folded(ReferredText(element, page)) ?? Folded(element.GetAttribute("aria-label")) ?? Folded(Native(element, page)) ?? Folded(element.GetAttribute("title")) ?? "";

    private static string? ReferredText(IElement element, Page page) =>
        element.GetAttribute("aria-labelledby") is { } references
            ? string.Join(' ', References(references).Select(id => page.Ids.TryGetValue(id, out var bearers) ? NameAsText(bearers[0]) : ""))
            : null;

    internal static string[] References(string value) => value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string NameAsText(IElement element) =>
        Folded(element.GetAttribute("aria-label")) ?? Folded(element.GetAttribute("alt")) ?? Words.Of(element);

    private static string? Native(IElement element, Page page) => element.LocalName switch
    {
        "img" or "area" => element.GetAttribute("alt"),
        "input" => NameOfInput(element, page),
        "select" or "textarea" or "meter" or "progress" or "output" => LabelText(element, page),
        "iframe" => null,
        "svg" => element.Children.FirstOrDefault(child => child.LocalName == "title")?.TextContent,
        "table" => ChildText(element, "caption"),
        "fieldset" => ChildText(element, "legend"),
        _ => Words.Of(element),
    };

    private static string? NameOfInput(IElement input, Page page) => input.GetAttribute("type")?.ToLowerInvariant() switch
    {
        "image" => input.GetAttribute("alt"),
        "button" => input.GetAttribute("value"),
        // The browser itself names these two when they carry no value.
        "submit" or "reset" => input.GetAttribute("value") ?? "送信",
        _ => LabelText(input, page),
    };

    private static string LabelText(IElement field, Page page)
    {
        var labels = field.Id is { Length: > 0 } id ? page.LabelsFor(id) : [];
        var around = field.Closest("label");
        return string.Join(' ', (around is null ? labels : labels.Append(around)).Select(Words.Of)).Trim();
    }

    private static string? ChildText(IElement element, string name) =>
        element.Children.FirstOrDefault(child => child.LocalName == name) is { } child ? Words.Of(child) : null;

    // Null when nothing is said.
    private static string? Folded(string? words) => string.IsNullOrWhiteSpace(words) ? null : Words.Fold(words);
}
