using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Kakehashi.Content;

/// <summary>A question that an editor adds to an event's application or to a survey (F06, F07).</summary>
/// <param name="Label">What is asked; unique within the list, at most 120 characters.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Required">Without an answer nothing can be sent.</param>
/// <param name="Hint">One sentence before the control; null = none.</param>
public sealed record CustomQuestion(string Label, CustomQuestionKind Kind, bool Required = false, string? Hint = null)
{
    /// <summary>What to choose from, in order, distinct; empty for kinds without a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Name of its answers: stays the same while hint, order and choices change. <c>q-</c> and eight hexadecimal digits.</summary>
    [JsonIgnore]
    public string Name => NameOf(Label);

    /// <summary>Whether it is answered by choosing.</summary>
    [JsonIgnore]
    public bool IsChoice => Kind is CustomQuestionKind.Choice or CustomQuestionKind.Choices;

    /// <inheritdoc cref="Name"/>
    public static string NameOf(string label) => "q-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(label)), 0, 4);
}

/// <summary>How a custom question is answered.</summary>
public enum CustomQuestionKind
{
    [Label("短い文（1行）")] Text,
    [Label("長い文（数行）")] LongText,
    [Label("1つ選ぶ")] Choice,
    [Label("いくつでも選ぶ")] Choices,
    [Label("数")] Number,
    [Label("日付")] Date,
}
