using System.Text;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Content.Tests.Sealing;

/// <summary>The examples of the RFCs, as far as they speak of our algorithms.</summary>
public sealed class RfcVectorTests
{
    const string Alice = """{"kty":"EC","crv":"P-256","x":"gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0","y":"SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps","d":"0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo"}""";
    const string Bob = """{"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck","d":"VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"}""";

    static readonly byte[] Z =
    [
        158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163, 218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
    ];

    [Fact]
    public void Key_agreement_gives_the_secret_of_RFC_7518_appendix_C_from_both_sides()
    {
        var (alice, bob) = (PrivateSealingKey.FromJwk(Alice), PrivateSealingKey.FromJwk(Bob));
        Assert.Equal(Z, alice.Agree(bob.Public));
        Assert.Equal(Z, bob.Agree(alice.Public));
    }

    [Fact]
    public void The_derived_key_is_that_of_RFC_7518_appendix_C() =>
        Assert.Equal("VqqN6vgjbSBcIijNcacQGg", Base64.Encode(ConcatKdf.Derive(Z, "A128GCM", "Alice"u8, "Bob"u8, 128)));

    [Fact]
    public void Content_of_RFC_7516_appendix_A_1_decrypts()
    {
        byte[] key = [177, 161, 244, 128, 84, 143, 225, 115, 63, 180, 3, 255, 107, 154, 212, 246, 138, 7, 110, 91, 112, 46, 34, 105, 47, 130, 203, 46, 122, 234, 64, 252];
        var content = Envelope.Decrypt(
            key, "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ", Base64.Decode("48V1_ALb6US04U3b"),
            Base64.Decode("5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A"), Base64.Decode("XFBoMYUZodetZdvTiFvSkQ"));
        Assert.Equal("The true sign of intelligence is not knowledge but imagination.", Encoding.ASCII.GetString(content));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "Zg")]
    [InlineData("fo", "Zm8")]
    [InlineData("foo", "Zm9v")]
    [InlineData("foob", "Zm9vYg")]
    public void Base64_is_that_of_RFC_4648_without_padding(string text, string encoded)
    {
        Assert.Equal(encoded, Base64.Encode(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Base64.Decode(encoded)));
    }

    [Theory]
    [InlineData("Zg==")]
    [InlineData("Zh")]
    [InlineData("Z")]
    [InlineData("Zm+v")]
    [InlineData("Zm 9v")]
    [InlineData("Zm9v\n")]
    public void Any_other_text_for_the_same_bytes_is_refused(string text) => Assert.Throws<BrokenSealException>(() => Base64.Decode(text));
}
