using Kakehashi.Cms.Members;

namespace Kakehashi.Cms.Tests.Members;

public sealed class OrganisationNameTests
{
    [Theory]
    [InlineData("株式会社ミホン", "みほん　（株）")]
    [InlineData("ﾐﾎﾝ㈱", "株式会社みほん")]
    [InlineData("ＮＰＯ法人見本", "特定非営利活動法人 見本")]
    [InlineData("ABC-Works合同会社", "ａｂｃ・ｗｏｒｋｓ")]
    public void One_organisation_written_in_two_ways_is_one(string one, string other) =>
        Assert.Equal(OrganisationName.Fold(one), OrganisationName.Fold(other));

    [Theory]
    [InlineData("見本工業", "見本工務")]
    [InlineData("株式会社", "有限会社")]
    public void Different_names_stay_different(string one, string other) =>
        Assert.NotEqual(OrganisationName.Fold(one), OrganisationName.Fold(other));

    [Theory]
    [InlineData("https://WWW.Mihon.example/path", "mihon.example")]
    [InlineData("https://lab.mihon.example", "lab.mihon.example")]
    [InlineData("mihon", null)]
    [InlineData(null, null)]
    public void A_website_tells_its_domain(string? website, string? domain) => Assert.Equal(domain, OrganisationName.DomainOf(website));
}
