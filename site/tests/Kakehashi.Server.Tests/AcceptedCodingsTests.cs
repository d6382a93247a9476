using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Server.Files;

namespace Kakehashi.Server.Tests;

public sealed class AcceptedCodingsTests
{
    [Theory]
    [InlineData(null, "Identity")]
    [InlineData("", "Identity")]
    [InlineData("gzip, deflate, br, zstd", "Brotli Gzip Identity")]
    [InlineData("gzip, deflate", "Gzip Identity")]
    [InlineData("br;q=0.5, gzip", "Gzip Brotli Identity")]
    [InlineData("BR ; Q=0.001", "Brotli Identity")]
    [InlineData("identity, br;q=0.5", "Identity Brotli")]
    [InlineData("identity;q=0", "")]
    [InlineData("*;q=0", "")]
    [InlineData("*;q=0, gzip", "Gzip")]
    [InlineData("*", "Brotli Gzip Identity")]
    [InlineData("*, br;q=0", "Gzip Identity")]
    [InlineData("x-gzip", "Gzip Identity")]
    [InlineData("br;q=2, gzip;q=abc", "Identity")]
    [InlineData(",, ;q=1, deflate", "Identity")]
    public void Codings_are_ranked_as_the_client_asks(string? header, string expected) =>
        Assert.Equal(expected, string.Join(' ', Ranked(header)));

    [Fact]
    public void Ranking_follows_the_rules_of_rfc_9110_for_any_header()
    {
        var members =
            from coding in Gen.Elements("br", "gzip", "identity", "*", "deflate", "zstd")
            from quality in Gen.Choose(0, 1000)
            from isWritten in Gen.Elements(true, false)
            select (coding, Quality: isWritten ? quality : 1000, isWritten);
        var headers = members.ArrayOf().Select(list => list.DistinctBy(member => member.coding).ToArray());
        Prop.ForAll(headers.ToArbitrary(), list =>
        {
            var header = string.Join(", ", list.Select(member => member.isWritten
                ? string.Create(CultureInfo.InvariantCulture, $"{member.coding};q={member.Quality / 1000m:0.000}")
                : member.coding));
            var asked = list.ToDictionary(member => member.coding, member => member.Quality);
            int Wanted(string name, int unmentioned) =>
                asked.TryGetValue(name, out var own) ? own : asked.TryGetValue("*", out var any) ? any : unmentioned;
            // Half a thousandth: unmentioned identity is acceptable, and less wanted than anything mentioned.
            var expected = new[]
            {
                (Coding: ContentCoding.Brotli, Wish: 2 * Wanted("br", 0)),
                (Coding: ContentCoding.Gzip, Wish: 2 * Wanted("gzip", 0)),
                (Coding: ContentCoding.Identity, Wish: asked.ContainsKey("identity") || asked.ContainsKey("*") ? 2 * Wanted("identity", 0) : 1),
            }.Where(item => item.Wish > 0).OrderByDescending(item => item.Wish).Select(item => item.Coding);
            return Ranked(header).SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));
    }

    [Fact]
    public void No_header_whatever_fails_the_parser() =>
        Prop.ForAll<string?>(header => Ranked(header).Length <= 3).QuickCheckThrowOnFailure();

    private static ContentCoding[] Ranked(string? header)
    {
        var ranked = new ContentCoding[3];
        return ranked[..AcceptedCodings.Parse(header).Rank(ranked)];
    }
}
