using Kakehashi.Content.Forms;
using Kakehashi.Themes.Models;

namespace Kakehashi.Themes.Forms;

/// <summary>One control of a form: which question, under which key, with what was typed and what is wrong with it.</summary>
/// <param name="Key">Name of the control, and its id: <c>a.contacts.1.email</c>.</param>
/// <param name="Label">Visible label.</param>
/// <param name="IsOwn">The answer is about the visitor: the browser may fill it in (WCAG 2.2 1.3.5).</param>
public sealed record AnswerField(FormPage Page, Question Question, string Key, string Label, bool IsOwn)
{
    public string Value => Page.Fields.One(Key);

    public IReadOnlyList<string> Values => Page.Fields[Key];

    /// <summary>Japanese sentence; null = nothing to mend.</summary>
    public string? Mistake => Page.Mistakes.FirstOrDefault(mistake => mistake.Field == Key)?.Message;

    public string? Invalid => Mistake is null ? null : "true";

    /// <summary>Before the control; null = nothing.</summary>
    public string? Hint { get; init; } = Question.Hint;

    public string? Example { get; init; } = Question.Example;

    public bool HasHint => Hint is not null || Example is not null;

    public string HintId => Key + ":hint";

    public string MistakeId => Key + ":mistake";

    /// <summary>Ids of the texts about the control: the mistake first.</summary>
    public string? Described => (Mistake, HasHint) switch
    {
        (null, false) => null,
        (null, true) => HintId,
        (_, false) => MistakeId,
        _ => $"{MistakeId} {HintId}",
    };

    public string? Autocomplete => Question.AutocompleteToken is { } token ? IsOwn ? token : "off" : null;
}
