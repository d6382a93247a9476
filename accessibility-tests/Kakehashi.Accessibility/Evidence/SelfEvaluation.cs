using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kakehashi.Accessibility.Evidence;

/// <summary>取組確認・評価表: what a body says of its own work on accessibility in one fiscal year.</summary>
/// <param name="FiscalYear">Year in which the fiscal year began; one for each.</param>
/// <param name="StatedOn">Day in Japan on which it was published; null while it is not.</param>
/// <param name="Answers">In the order of answering; a later one to the same item replaces an earlier one.</param>
public sealed record SelfEvaluation(
    int FiscalYear, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? StatedOn, IReadOnlyList<ItemAnswer> Answers)
{
    /// <summary>Points by what counts now; 0 to <see cref="EvaluationItem.Full"/>.</summary>
    [JsonIgnore]
    public int Points => EvaluationItem.All.Sum(item => AnswerTo(item)?.Points ?? 0);

    /// <summary>What counts now; null = not answered.</summary>
    public ItemAnswer? AnswerTo(EvaluationItem item) => Answers.LastOrDefault(answer => answer.Item == item.Id);

    /// <exception cref="JsonException">It is no self-evaluation.</exception>
    public static SelfEvaluation Read(string json) => EvidenceJson.Read<SelfEvaluation>(json);

    /// <returns>The same text for the same answers in the same order.</returns>
    public string Write() => EvidenceJson.Write(this);
}

/// <summary>An answer to one item.</summary>
/// <param name="Item"><see cref="EvaluationItem.Id"/>.</param>
/// <param name="Evidence">根拠 in Japanese: where it can be seen; never empty.</param>
/// <param name="By">Part that the one who answered plays, or what record it comes from; never the name of a person.</param>
/// <param name="At">Instant of the answer.</param>
public sealed record ItemAnswer(string Item, Attainment Attainment, string Evidence, string By, DateTimeOffset At)
{
    [JsonIgnore]
    public int Points => (int)Attainment;
}

/// <summary>How far something is done; its number is its points.</summary>
public enum Attainment
{
    /// <summary>できていない</summary>
    None,

    /// <summary>一部できている</summary>
    Partly,

    /// <summary>できている</summary>
    Done,
}

/// <summary>An <see cref="Attainment"/> in Japanese.</summary>
public static class AttainmentWords
{
    public static string Label(this Attainment attainment) => attainment switch { Attainment.Done => "できている", Attainment.Partly => "一部できている", _ => "できていない" };
}
