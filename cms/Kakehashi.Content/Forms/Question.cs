namespace Kakehashi.Content.Forms;

/// <summary>One question of a form.</summary>
/// <param name="Name">Key of its answer: ASCII letters, digits and hyphens; unique within its group's answers.</param>
/// <param name="Label">Japanese name, shown beside the control and wherever the answer is shown.</param>
/// <param name="Kind"><inheritdoc cref="QuestionKind" path="/summary"/></param>
public sealed record Question(string Name, string Label, QuestionKind Kind)
{
    /// <summary>The form is not accepted without it.</summary>
    public bool Required { get; init; }

    /// <summary>One Japanese sentence before the control; null = none.</summary>
    public string? Hint { get; init; }

    /// <summary>An answer as it could look; null = none.</summary>
    public string? Example { get; init; }

    /// <summary>Most characters (UTF-16 units), entries or files; the highest number.</summary>
    public int Max { get; init; } = Kind switch
    {
        QuestionKind.LongText => 4_000,
        QuestionKind.Number => 1_000_000,
        QuestionKind.Tags => 6,
        QuestionKind.Files => 5,
        QuestionKind.PersonName or QuestionKind.Kana => 80,
        QuestionKind.Url => 2_000,
        _ => 120,
    };

    /// <summary>Which files are taken; says nothing for other kinds.</summary>
    public FileChoice Files { get; init; }

    /// <summary>What can be chosen, in order; empty for kinds other than choices.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Token of the HTML attribute <c>autocomplete</c> (WCAG 1.3.5); null = the kind's own, see <see cref="AutocompleteToken"/>.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Shown on the public site after approval.</summary>
    public bool Public { get; init; }

    /// <summary>What an agreement is about, to be read first; null = none.</summary>
    public Link? Link { get; init; }

    /// <summary>The token in force; null where the answer is nobody's own datum.</summary>
    public string? AutocompleteToken => Autocomplete switch
    {
        "off" => null,
        { } token => token,
        null => Kind switch
        {
            QuestionKind.PersonName => "name",
            QuestionKind.Email => "email",
            QuestionKind.Telephone => "tel",
            QuestionKind.PostalCode => "postal-code",
            // One line: street-address belongs to fields of several lines (HTML, autofill).
            QuestionKind.Address => "address-line1",
            _ => null,
        },
    };
}

/// <summary>Questions under one heading.</summary>
/// <param name="Legend">Japanese heading.</param>
/// <param name="Questions">In order; never empty.</param>
public sealed record QuestionGroup(string Legend, IReadOnlyList<Question> Questions)
{
    /// <summary>One Japanese sentence after the heading; null = none.</summary>
    public string? Hint { get; init; }

    /// <summary>The group may be answered several times; null = once, its answers then stand at the top level.</summary>
    public Repetition? Repeat { get; init; }

    /// <summary>Only visitors with that answer fill in this group; null = everybody.</summary>
    public Condition? When { get; init; }
}

/// <summary>A group that may be answered several times: an array of objects among the answers.</summary>
/// <param name="Name">Key of the array.</param>
/// <param name="Label">One entry: 参加者.</param>
/// <param name="Max">Most entries; at least one is asked for.</param>
public sealed record Repetition(string Name, string Label, int Max);

/// <summary>An answer on which a group depends.</summary>
/// <param name="Question">A question of an earlier group that is answered once.</param>
/// <param name="Value">The choice that makes the group apply.</param>
/// <param name="Words">Who fills it in: 会員でない方.</param>
public sealed record Condition(string Question, string Value, string Words);
