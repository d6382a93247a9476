using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kakehashi.Content;
using Kakehashi.Themes;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning;

/// <summary>Fingerprints: whatever stands in a model counts, so a page is never older than its model.</summary>
/// <remarks>Parts that many pages share (items, cards, the shell) are hashed once per instance, which is what keeps planning cheap.</remarks>
public static class Fingerprint
{
    static readonly JsonSerializerOptions Parts = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    static readonly JsonSerializerOptions Whole = new(Parts) { Converters = { new SharedPart() } };
    static readonly ConditionalWeakTable<object, string> Known = [];

    /// <summary>The theme, the content types and this generator: a new one of any renders every page anew.</summary>
    static readonly byte[] Software = Encoding.UTF8.GetBytes(string.Join(' ', Theme.Version,
        typeof(Item).Module.ModuleVersionId, typeof(Fingerprint).Module.ModuleVersionId));

    /// <summary>Of a page.</summary>
    public static string Of(PageModel model)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Software);
        hash.AppendData(Encoding.UTF8.GetBytes(model.GetType().Name));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(model, model.GetType(), Whole));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>Of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static string OfPart(object part) => Known.GetValue(part, static value => Of(value is Item item
        ? JsonSerializer.SerializeToUtf8Bytes(new WholeItem(item.Slug, item.PublishAt, item.UpdatedAt, item.ExpireAt, item.Aliases, item), Parts)
        : JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Parts)));

    // The metadata of an item is not among its JSON values.
    sealed record WholeItem(string Slug, DateTimeOffset? PublishAt, DateTimeOffset? UpdatedAt, DateTimeOffset? ExpireAt, IReadOnlyList<string> Aliases, object Values);

    sealed class SharedPart : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsAssignableTo(typeof(Item)) || typeToConvert == typeof(Card) || typeToConvert == typeof(Shell)
            || typeToConvert == typeof(MarkdownText) || typeToConvert == typeof(FilterGroup);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(PartConverter<>).MakeGenericType(typeToConvert))!;
    }

    sealed class PartConverter<T> : JsonConverter<T> where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(OfPart(value));
    }
}
