using System.Text.Json;
using Kakehashi.Content;

namespace Kakehashi.Site.Planning;

/// <summary>Values of facets from what the content types and the programme fix.</summary>
static class Choices
{
    /// <summary>A member of an enum: its name in kebab case and its Japanese label.</summary>
    public static Choice Of<T>(T value) where T : struct, Enum => new(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), value.Label());

    /// <summary>All members in order.</summary>
    public static IReadOnlyList<Choice> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The terms of a programme's list in order.</summary>
    public static IReadOnlyList<Choice> Of(IReadOnlyList<Term> terms) => [.. terms.Select(term => new Choice(term.Slug, term.Name))];

    /// <summary>One term of a list.</summary>
    public static Choice Of(IReadOnlyList<Term> terms, string slug) => new(slug, terms.NameOf(slug));
}
