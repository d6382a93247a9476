using System.Security.Cryptography;
using System.Text;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Content.Tests.Sealing;

public sealed class KeySetTests
{
    [Fact]
    public void A_set_is_read_back_in_its_order_and_the_first_key_is_the_current_one()
    {
        PublicSealingKey[] keys = [PrivateSealingKey.Create().Public, PrivateSealingKey.Create().Public];
        var read = KeySet.Parse(new KeySet(keys).ToJson());
        Assert.Equal(keys, read.Keys);
        Assert.Equal(keys[0], read.Current);
        Assert.Equal(new KeySet(keys).ToJson(), read.ToJson());
    }

    [Fact]
    public void A_private_key_is_kept_as_PKCS8_and_as_JWK()
    {
        var key = PrivateSealingKey.Create();
        var envelope = Envelope.Seal("内容"u8, key.Public);
        foreach (var kept in (PrivateSealingKey[])[PrivateSealingKey.FromPkcs8(key.ToPkcs8()), PrivateSealingKey.FromJwk(key.ToJwk())])
            Assert.Equal("内容", Encoding.UTF8.GetString(Envelope.Open(envelope, new PrivateKeys(kept))));
    }

    [Fact]
    public void A_public_set_never_holds_a_private_key()
    {
        var key = PrivateSealingKey.Create();
        Assert.DoesNotContain("\"d\"", Encoding.UTF8.GetString(new KeySet(key.Public).ToJson()), StringComparison.Ordinal);
        Assert.Throws<BrokenSealException>(() => KeySet.Parse(Encoding.UTF8.GetBytes($$"""{"keys":[{{key.ToJwk()}}]}""")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"keys":null}""")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[null]}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA","kid":"a"}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","x":null,"y":"AA","kid":"a"}]}""")]
    public void Anything_else_is_refused(string json) => Assert.Throws<BrokenSealException>(() => KeySet.Parse(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("\"use\":\"enc\"", "\"use\":\"sig\"")]
    [InlineData("\"alg\":\"ECDH-ES\"", "\"alg\":\"ES256\"")]
    [InlineData("\"kid\":\"", "\"kid\":\"x")]
    public void A_key_for_another_use_or_under_another_id_is_refused(string ours, string theirs)
    {
        var json = Encoding.UTF8.GetString(new KeySet(PrivateSealingKey.Create().Public).ToJson());
        Assert.Throws<BrokenSealException>(() => KeySet.Parse(Encoding.UTF8.GetBytes(json.Replace(ours, theirs, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_private_key_on_another_curve_is_refused()
    {
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<BrokenSealException>(() => PrivateSealingKey.FromPkcs8(other.ExportPkcs8PrivateKey()));
        Assert.Throws<BrokenSealException>(() => PrivateSealingKey.FromPkcs8("no key"u8));
        Assert.Throws<BrokenSealException>(() => PrivateSealingKey.FromJwk("{}"));
        Assert.Throws<BrokenSealException>(() => PrivateSealingKey.FromJwk("null"));
    }
}
