using Kakehashi.Content.Forms;

namespace Kakehashi.Themes.Forms;

/// <summary>The conditions of a form's groups under numbers that the style sheet knows.</summary>
static class Conditions
{
    /// <summary>Each condition once, numbered from 1 in the order of the groups.</summary>
    public static IEnumerable<(Condition Condition, int Number)> Numbered(FormDefinition form) =>
        form.Groups.Select(group => group.When).OfType<Condition>().Distinct().Select((condition, i) => (condition, i + 1));
}
