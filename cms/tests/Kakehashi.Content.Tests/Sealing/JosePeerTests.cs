using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Content.Tests.Sealing;

/// <summary>Envelopes pass between us and the npm package jose; <c>tools/test</c> installs it.</summary>
public sealed class JosePeerTests
{
    const string Text = "会員登録の申込み 山田商会（架空）\n〒320-0000";

    static readonly PrivateSealingKey Key = PrivateSealingKey.Create();

    [Fact]
    public async Task Another_implementation_opens_our_envelope() =>
        Assert.Equal(Text, await PeerAsync(new() { ["task"] = "open", ["jwk"] = JsonNode.Parse(Key.ToJwk()), ["envelope"] = Envelope.Seal(Encoding.UTF8.GetBytes(Text), Key.Public) }));

    [Fact]
    public async Task We_open_the_envelope_of_another_implementation()
    {
        var publicKey = JsonNode.Parse(new KeySet(Key.Public).ToJson())!["keys"]![0]!.DeepClone();
        var envelope = await PeerAsync(new() { ["task"] = "seal", ["jwk"] = publicKey, ["content"] = Text });
        Assert.Equal(Text, Encoding.UTF8.GetString(Envelope.Open(envelope, new PrivateKeys(Key))));
    }

    static async Task<string> PeerAsync(JsonObject input)
    {
        var start = new ProcessStartInfo("node", [Path.Join(SourceFolder(), "jose", "peer.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var peer = Process.Start(start)!;
        await peer.StandardInput.WriteAsync(input.ToJsonString());
        peer.StandardInput.Close();
        var output = await peer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var faults = await peer.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await peer.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(peer.ExitCode == 0, faults);
        return output;
    }

    static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
