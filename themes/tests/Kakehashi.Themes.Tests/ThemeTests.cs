using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Themes.Tests;

public partial class ThemeTests
{
    static readonly byte[] Sheet = Theme.Assets.Single(asset => asset.Address == Theme.Stylesheet).Bytes.ToArray();

    static readonly string Text = Encoding.UTF8.GetString(Sheet);

    public static TheoryData<string> Kinds => [.. Samples.Kinds];

    [Fact]
    public void Addresses_carry_the_hash_of_what_they_serve() => Assert.All(Theme.Assets, asset =>
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(asset.Bytes.Span))[..12], asset.Address, StringComparison.Ordinal));

    [Fact]
    public void Every_value_a_rule_asks_for_is_defined()
    {
        var defined = Definition().Matches(Text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Use().Matches(Text).Select(match => match.Groups[1].Value), name => !defined.Contains(name));
    }

    [Fact]
    public void The_licence_notice_of_the_tokens_is_kept() => Assert.StartsWith("/*! Colours and type: @digital-go-jp/design-tokens", Text, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_fetched_from_the_sheet() => Assert.DoesNotMatch(@"url\(|@import|@font-face", Text);

    [Fact]
    public void Nothing_moves() => Assert.DoesNotMatch("animation|transition|@keyframes|scroll-behavior", Text);

    [Fact]
    public void Type_is_never_below_sixteen_pixels_and_follows_the_readers_size()
    {
        var screen = Text[..Text.IndexOf("@media print", StringComparison.Ordinal)];
        Assert.DoesNotMatch(@"font-size:\s*[0-9.]+px|font-size:\s*0?\.|--font-size-14\)", screen);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_first_view_is_small(string kind)
    {
        var html = Encoding.UTF8.GetBytes(await PageRenderer.RenderAsync(Samples.Of(kind)));
        Assert.InRange(Compressed(html) + Compressed(Sheet), 1, 20_000);
    }

    static long Compressed(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(bytes);
        return target.ToArray().Length;
    }

    [GeneratedRegex(@"(--[a-z0-9-]+)\s*:")]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex Use();
}
