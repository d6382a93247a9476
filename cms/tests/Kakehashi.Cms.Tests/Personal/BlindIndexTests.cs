using Kakehashi.Cms.Personal;

namespace Kakehashi.Cms.Tests.Personal;

public sealed class BlindIndexTests : IDisposable
{
    readonly string data = Directory.CreateTempSubdirectory("kakehashi-keys-").FullName;

    BlindIndex Index => new(new KeyRing(new CmsOptions { ConnectionString = "", DataDirectory = data }));

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Theory]
    [InlineData("hanako@maker.example", " Ｈanako@MAKER.example")]
    public void An_address_is_found_however_it_is_typed(string one, string other) => Assert.Equal(Index.OfEmail(one), Index.OfEmail(other));

    [Theory]
    [InlineData("ミホン ハナコ", "みほん　はなこ")]
    [InlineData("ガブ パール", "ｶﾞﾌﾞﾊﾟｰﾙ")]
    [InlineData("ヴァン", "ｳﾞｧﾝ")]
    [InlineData("株式会社 ABC", "株式会社ａｂｃ")]
    public void A_name_is_found_however_it_is_typed(string one, string other) => Assert.Equal(Index.OfName(one), Index.OfName(other));

    [Fact]
    public void Different_people_and_different_installations_have_different_entries()
    {
        Assert.NotEqual(Index.OfName("見本 花子"), Index.OfName("見本 華子"));
        Assert.NotEqual(Index.OfName("a@b.example"), Index.OfEmail("a@b.example"));
        var before = Index.OfEmail("a@b.example");
        Directory.Delete(Path.Combine(data, "keys"), recursive: true);
        Assert.NotEqual(before, Index.OfEmail("a@b.example"));
    }
}
