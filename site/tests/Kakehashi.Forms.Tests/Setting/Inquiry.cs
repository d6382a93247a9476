using Kakehashi.Content.Forms;
using Kakehashi.Forms.Steps;

namespace Kakehashi.Forms.Tests.Setting;

/// <summary>Requests as a check page of お問い合わせ sends them, without the page.</summary>
internal static class Inquiry
{
    public const string Address = "/forms/contact/";

    /// <summary>Fields without a mistake.</summary>
    public static IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        ["a.topic"] = "site",
        ["a.message"] = "このサイトについて質問です。",
        ["a.person.name"] = "山田 花子",
        ["a.email"] = "taro@example.jp",
        ["a.consent"] = "true",
    };

    /// <summary>What the button 送る sends.</summary>
    /// <param name="message">Replaces the text, to tell submissions apart.</param>
    public static HttpRequestMessage Send(PageSignature signature, StepToken token, string? message = null) =>
        Request("send", [.. Fields.Where(field => field.Key != "a.message" || message is null), .. message is null ? Array.Empty<KeyValuePair<string, string>>() : [new("a.message", message)], new(FieldNames.Token, token.Write(signature, Address + " "))]);

    public static HttpRequestMessage Request(string step, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields) body.Add(new StringContent(value), $"\"{name}\"");
        body.Add(new StringContent(step), "\"step\"");
        return new HttpRequestMessage(HttpMethod.Post, Address) { Content = body };
    }
}
