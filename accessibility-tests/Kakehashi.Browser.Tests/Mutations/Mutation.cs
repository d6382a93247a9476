using System.Text.RegularExpressions;

namespace Kakehashi.Browser.Tests;

/// <summary>A mistake that somebody could make in the theme or in a text.</summary>
/// <param name="Name">What is broken.</param>
/// <param name="Pattern">What is replaced, in every page and style sheet.</param>
/// <param name="Replacement">What comes in its place, as <see cref="Regex.Replace(string, string)"/> has it.</param>
public sealed record Mutation(string Name, string Pattern, string Replacement)
{
    public static Mutation FocusOutline { get; } = new("focus outline removed", @"outline: 0\.25rem solid[^;}]*", "outline: none");

    public static Mutation PaleGrey { get; } = new("a pale grey", @"--text:[^;}]*", "--text: #aaa");

    public static Mutation Heading { get; } = new("a heading skipped", @"<(/?)h2\b", "<$1h4");

    public static Mutation Label { get; } = new("a label taken away", @"<label\b[^>]*>.*?</label>", "");

    public static Mutation LinkWords { get; } = new("a link renamed", @"(<main\b.*?<a [^>]*>).*?(</a>)", "$1こちら$2");

    public static Mutation TableHeaders { get; } = new("table headers removed", @"<(/?)th\b[^>]*>", "<$1td>");

    public string Apply(string text) => Regex.Replace(text, Pattern, Replacement, RegexOptions.Singleline, TimeSpan.FromSeconds(5));

    public override string ToString() => Name;
}
