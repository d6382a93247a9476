using System.Text.Json.Nodes;
using Kakehashi.Content.Types;

namespace Kakehashi.Content.Tests;

public sealed class FieldInputTests
{
    static Field Field<T>(string name) where T : Item => ContentType.Of<T>().Field(name)!;

    [Theory]
    [InlineData("２０２６－０４－０１", "2026-04-01")]
    [InlineData("令和8年4月1日", null)]
    [InlineData("2026-04-01", "2026-04-01")]
    [InlineData(" ２０２６-04-01 ", "2026-04-01")]
    [InlineData("2026-02-30", null)]
    public void Dates_are_read_in_either_width_and_must_exist(string text, string? expected)
    {
        var (value, problem) = FieldInput.Parse(Field<SupportMeasure>("appliesFrom"), text);
        Assert.Equal(expected, (string?)value);
        Assert.Equal(expected is null, problem is not null);
        if (problem is not null) Assert.Contains("2026-04-01 の形", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-30T17:00", "2026-06-30T17:00:00+09:00")]
    [InlineData("2026-06-30T08:00:00Z", "2026-06-30T17:00:00+09:00")]
    [InlineData("2026-06-30", "2026-06-30T00:00:00+09:00")]
    [InlineData("6月30日", null)]
    public void Instants_without_offset_are_japanese_time(string text, string? expected) =>
        Assert.Equal(expected, (string?)FieldInput.Parse(Field<Issue>("deadline"), text).Value);

    [Theory]
    [InlineData("０２８ー６２３ー０００１", "028-623-0001")]
    [InlineData("028−623−0001", "028-623-0001")]
    [InlineData("0286230001", null)]
    [InlineData("028-623-0001 内線1", null)]
    public void Telephone_numbers_become_half_width_with_hyphens(string text, string? expected) =>
        Assert.Equal(expected, (string?)FieldInput.Parse(Field<Section>("telephone"), text).Value);

    [Theory]
    [InlineData("ｏｆｆｉｃｅ＠dx.example", "office@dx.example")]
    [InlineData("office@dx", null)]
    [InlineData("office@dx.example\nBcc: a@b.example", null)]
    [InlineData("<script>@dx.example", null)]
    public void Mail_addresses_are_half_width_and_hold_nothing_else(string text, string? expected) =>
        Assert.Equal(expected, (string?)FieldInput.Parse(Field<Section>("email"), text).Value);

    [Theory]
    [InlineData("https://dx.example/a?b=c", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//dx.example/", false)]
    [InlineData("https://dx.example/ onclick", false)]
    public void Only_web_addresses_are_addresses(string text, bool accepted) =>
        Assert.Equal(accepted, FieldInput.Parse(Field<Member>("website"), text).Problem is null);

    [Theory]
    [InlineData("１，０００", 1000)]
    [InlineData("0", 0)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("1000001", null)]
    public void Amounts_are_whole_and_within_their_limit(string text, int? expected) =>
        Assert.Equal(expected, (int?)FieldInput.Parse(Field<Event>("fee"), text).Value);

    [Fact]
    public void Empty_input_is_no_value_and_no_mistake() =>
        Assert.All(ContentType.All.SelectMany(type => type.Fields), field => Assert.Equal((null, null), FieldInput.Parse(field, " \r\n ")));

    [Fact]
    public void Names_are_kept_as_typed()
    {
        const string name = "髙﨑　葛󠄀城"; // with an ideographic variation selector and a full-width space
        Assert.Equal(name, (string?)FieldInput.Parse(Field<Member>("title"), name).Value);
    }

    [Fact]
    public void Canonical_values_stay_as_they_are_when_taken_again()
    {
        var values = new JsonObject
        {
            ["unknown"] = 1, ["body"] = "a\r\nb \n", ["title"] = " 題名 ", ["tags"] = new JsonArray(" a ", "b"), ["issues"] = new JsonArray(),
            ["image"] = new JsonObject { ["decorative"] = false, ["alt"] = " 図 ", ["file"] = "a.png", ["onload"] = "x" },
        };
        var canonical = CanonicalValues.Of(ContentType.Of<Article>(), values);
        Assert.Equal("""{"title":"題名","body":"a\nb","image":{"file":"a.png","alt":"図"},"tags":["a","b"]}""", canonical.ToJsonString(ContentJson.Options));
        Assert.True(JsonNode.DeepEquals(canonical, CanonicalValues.Of(ContentType.Of<Article>(), canonical)));
    }
}
