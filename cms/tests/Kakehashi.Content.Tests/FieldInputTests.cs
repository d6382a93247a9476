namespace Kakehashi.Content.Tests;

public sealed class FieldInputTests
{
    static readonly ContentType Section = ContentType.Of<Types.Section>();
    static readonly ContentType Event = ContentType.Of<Types.Event>();

    [Theory]
    [InlineData("telephone", "０２８－０００－００００", "028-000-0000")]
    [InlineData("telephone", "028ー000ー0000", "028-000-0000")]
    [InlineData("email", "ｉｎｆｏ＠dx.example", "info@dx.example")]
    [InlineData("address", "見本市神町1−1", "見本市神町1−1")]
    public void What_people_type_becomes_the_stored_form(string field, string typed, string stored) =>
        Assert.Equal(stored, FieldInput.Parse(Section.Field(field)!, typed).Value!.ToString());

    [Fact]
    public void A_name_with_a_compatibility_ideograph_is_kept_as_typed() =>
        Assert.Equal("\uFA19社市", FieldInput.Parse(Section.Field("title")!, "\uFA19社市").Value!.ToString());

    [Theory]
    [InlineData("startsAt", "2026-12-01T13:30", "2026-12-01T13:30:00+09:00")]
    [InlineData("startsAt", "2026-12-01T04:30:00Z", "2026-12-01T13:30:00+09:00")]
    [InlineData("startsAt", "２０２６-12-01", "2026-12-01T00:00:00+09:00")]
    public void A_date_time_without_offset_is_Japanese_time(string field, string typed, string stored) =>
        Assert.Equal(stored, FieldInput.Parse(Event.Field(field)!, typed).Value!.ToString());

    [Theory]
    [InlineData("fee", "１，０００", 1000)]
    [InlineData("capacity", "100", 100)]
    public void Numbers_may_be_full_width_and_have_separators(string field, string typed, int stored) =>
        Assert.Equal(stored, FieldInput.Parse(Event.Field(field)!, typed).Value!.GetValue<int>());

    [Theory]
    [InlineData("fee", "-1")]
    [InlineData("fee", "99999999999999")]
    [InlineData("startsAt", "あした")]
    [InlineData("startsAt", "2026-02-30T00:00")]
    public void A_mistake_is_a_sentence_that_names_the_field(string field, string typed)
    {
        var (value, problem) = FieldInput.Parse(Event.Field(field)!, typed);

        Assert.Null(value);
        Assert.Contains(Event.Field(field)!.Label, problem!, StringComparison.Ordinal);
        Assert.EndsWith("。", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("website", "javascript:alert(1)")]
    [InlineData("website", "https://")]
    [InlineData("website", "//dx.example/")]
    public void Only_web_addresses_are_addresses(string field, string typed) =>
        Assert.NotNull(FieldInput.Parse(ContentType.Of<Types.Member>().Field(field)!, typed).Problem);
}
