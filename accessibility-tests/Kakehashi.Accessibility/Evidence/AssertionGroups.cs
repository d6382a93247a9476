using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kakehashi.Accessibility.Evidence;

/// <summary>Assertions as a file holds them: the same finding on many pages stands once, with the list of its pages.</summary>
sealed class AssertionGroups : JsonConverter<IReadOnlyList<Assertion>>
{
    public override IReadOnlyList<Assertion> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
    [
        .. from found in Groups(ref reader, options)
           from page in found.Pages
           select new Assertion(page, found.Criterion, found.Mode, found.Outcome, found.By, found.On, found.Note),
    ];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Assertion> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Order(Assertion.ByCriterion)
            .GroupBy(found => found with { Page = null })
            .Select(same => new Group(same.Key.Criterion, same.Key.Mode, same.Key.Outcome, same.Key.By, same.Key.On, [.. same.Select(found => found.Page)], same.Key.Note)), options);

    // A list may hold null whatever its type says.
    private static List<Group> Groups(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<List<Group>>(ref reader, options) is { } found && !found.Contains(null!) ? found : throw new JsonException("No assertion.");

    /// <param name="Pages">Root-relative addresses, ordinal; null = the whole site.</param>
    sealed record Group(string Criterion, TestMode Mode, Outcome Outcome, string By, DateOnly On, IReadOnlyList<string?> Pages, string? Note = null);
}
