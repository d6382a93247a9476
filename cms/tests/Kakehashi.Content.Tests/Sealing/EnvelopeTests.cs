using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Content.Tests.Sealing;

public sealed class EnvelopeTests
{
    static readonly PrivateSealingKey Key = PrivateSealingKey.Create();
    static readonly PrivateKeys Keys = new(Key);

    [Fact]
    public void Whatever_is_sealed_opens_unchanged() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), content =>
        Envelope.Open(Envelope.Seal(content, Key.Public), Keys).AsSpan().SequenceEqual(content)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_largest_content_opens_and_a_larger_one_is_refused()
    {
        var content = new byte[Envelope.MaxContentBytes];
        Assert.Equal(content.Length, Envelope.Open(Envelope.Seal(content, Key.Public), Keys).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Envelope.Seal(new byte[Envelope.MaxContentBytes + 1], Key.Public));
        Assert.Throws<BrokenSealException>(() => Envelope.Open(new string('A', 6 * 1024 * 1024), Keys));
    }

    [Fact]
    public void Sealing_twice_gives_nothing_to_compare()
    {
        var (one, other) = (Envelope.Seal("同じ"u8, Key.Public).Split('.'), Envelope.Seal("同じ"u8, Key.Public).Split('.'));
        Assert.All((int[])[0, 2, 3, 4], part => Assert.NotEqual(one[part], other[part]));
    }

    [Fact]
    public void Any_changed_character_is_noticed()
    {
        var envelope = Envelope.Seal("受付番号"u8, Key.Public);
        for (var at = 0; at < envelope.Length; at++)
            foreach (var other in "A_.é\0".Where(c => c != envelope[at]))
            {
                var changed = $"{envelope[..at]}{other}{envelope[(at + 1)..]}";
                var error = Record.Exception(() => Envelope.Open(changed, Keys));
                Assert.True(error is BrokenSealException or UnknownSealingKeyException, $"'{other}' at {at}: {error?.GetType().Name ?? "opened"}");
            }
    }

    [Fact]
    public void Any_flipped_bit_of_nonce_content_or_tag_is_noticed()
    {
        var parts = Envelope.Seal("受付番号"u8, Key.Public).Split('.');
        foreach (var part in (int[])[2, 3, 4])
        {
            var bytes = Base64.Decode(parts[part]);
            for (var bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << bit % 8);
                string[] changed = [.. parts];
                changed[part] = Base64.Encode(bytes);
                Assert.Throws<BrokenSealException>(() => Envelope.Open(string.Join('.', changed), Keys));
                bytes[bit / 8] ^= (byte)(1 << bit % 8);
            }
        }
    }

    [Fact]
    public void Cut_anywhere_it_does_not_open()
    {
        var envelope = Envelope.Seal("短い"u8, Key.Public);
        for (var length = 0; length < envelope.Length; length++)
            Assert.Throws<BrokenSealException>(() => Envelope.Open(envelope.AsSpan(0, length), Keys));
    }

    [Fact]
    public void A_missing_key_is_another_error_than_a_broken_envelope()
    {
        var lost = PrivateSealingKey.Create();
        var error = Assert.Throws<UnknownSealingKeyException>(() => Envelope.Open(Envelope.Seal("鍵"u8, lost.Public), Keys));
        Assert.Equal(lost.Public.Id, error.KeyId);
    }

    [Fact]
    public void After_a_rotation_old_and_new_envelopes_open()
    {
        var next = PrivateSealingKey.Create();
        var both = new PrivateKeys(next, Key);
        Assert.Equal("旧"u8.ToArray(), Envelope.Open(Envelope.Seal("旧"u8, Key.Public), both));
        Assert.Equal("新"u8.ToArray(), Envelope.Open(Envelope.Seal("新"u8, next.Public), both));
    }

    [Theory]
    [InlineData("\"alg\":\"ECDH-ES\"", "\"alg\":\"ECDH-ES+A256KW\"")]
    [InlineData("\"alg\":\"ECDH-ES\"", "\"alg\":\"dir\"")]
    [InlineData("\"enc\":\"A256GCM\"", "\"enc\":\"A128GCM\"")]
    [InlineData("\"enc\":\"A256GCM\"", "\"enc\":\"A256GCM\",\"zip\":\"DEF\"")]
    [InlineData("\"enc\":\"A256GCM\"", "\"enc\":\"A256GCM\",\"crit\":[\"exp\"]")]
    [InlineData("\"enc\":\"A256GCM\"", "\"enc\":\"A256GCM\",\"apu\":\"QQ\"")]
    [InlineData("\"enc\":\"A256GCM\"", "\"enc\":\"A256GCM\",\"enc\":\"A256GCM\"")]
    [InlineData("\"crv\":\"P-256\"", "\"crv\":\"P-384\"")]
    [InlineData("\"crv\":\"P-256\"", "\"crv\":\"P-256\",\"d\":\"AA\"")]
    [InlineData("\"alg\"", "\"Alg\"")]
    [InlineData("{", "[{")]
    public void Any_other_header_is_refused(string ours, string theirs)
    {
        var parts = Envelope.Seal("x"u8, Key.Public).Split('.');
        var header = Encoding.UTF8.GetString(Base64.Decode(parts[0]));
        var changed = header.Replace(ours, theirs, StringComparison.Ordinal);
        Assert.NotEqual(header, changed);
        parts[0] = Base64.Encode(Encoding.UTF8.GetBytes(changed));
        Assert.Throws<BrokenSealException>(() => Envelope.Open(string.Join('.', parts), Keys));
    }

    // An invalid curve attack sends points of weak curves to learn the private key.
    [Fact]
    public void A_point_off_the_curve_is_refused()
    {
        var parts = Envelope.Seal("x"u8, Key.Public).Split('.');
        var header = Encoding.UTF8.GetString(Base64.Decode(parts[0]));
        var y = header.Split("\"y\":\"")[1][..43];
        parts[0] = Base64.Encode(Encoding.UTF8.GetBytes(header.Replace(y, Base64.Encode(new byte[32]), StringComparison.Ordinal)));
        var error = Assert.Throws<BrokenSealException>(() => Envelope.Open(string.Join('.', parts), Keys));
        Assert.Contains("not on P-256", error.Message, StringComparison.Ordinal);
    }
}
