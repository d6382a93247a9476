using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using Kakehashi.Accessibility.Characters;
using Kakehashi.Accessibility.Rules.Writing;
using Kakehashi.Accessibility.Styles;

namespace Kakehashi.Accessibility;

/// <summary>A parsed page with everything that rules look up, collected in one walk over the document.</summary>
/// <remarks>
/// Elements inside <c>hidden</c> or <c>aria-hidden="true"</c> do not reach the reader and are left out, except from <see cref="Ids"/>;
/// so is what stands inside an <c>svg</c>. Drop the page after use: it holds the whole document.
/// </remarks>
public sealed class Page
{
    private static readonly HtmlParserOptions Options = new() { IsKeepingSourceReferences = true };

    [ThreadStatic]
    private static HtmlParser? parser;

    [ThreadStatic]
    private static List<ParseError>? errors;

    private readonly Dictionary<string, List<IElement>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IElement>> byAttribute = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IElement>> ids = new(StringComparer.Ordinal);
    private readonly List<IText> prose = [];
    private readonly List<IElement> headings = [];
    private readonly List<IElement> concealed = [];
    private readonly List<IElement> withinControls = [];
    private readonly List<int> proseStarts = [];
    private readonly Dictionary<IElement, string> names = [];
    private ILookup<string, IElement>? labels;
    private List<(IElement Element, StyleSheet Sheet)>? styles;
    private List<IElement>? links;
    private List<(int Index, Rune Character)>? outsideJis;
    private List<WrittenDate>? dates;

    private Page(string source, IHtmlDocument document, IReadOnlyList<ParseError> parseErrors, DateOnly? today)
    {
        Today = today;
        Source = source;
        Document = document;
        ParseErrors = parseErrors;
        Walk();
    }

    public string Source { get; }

    /// <summary>The day on which it is judged, in the time zone of its readers; null = rules about what has passed are silent.</summary>
    public DateOnly? Today { get; }

    public IHtmlDocument Document { get; }

    /// <summary>Where the source is not what the grammar of HTML allows; in order.</summary>
    public IReadOnlyList<ParseError> ParseErrors { get; }

    /// <summary>The content: <c>main</c> where there is one, otherwise the body.</summary>
    public IElement Main => Elements("main") is [var main, ..] ? main : Document.Body ?? Document.DocumentElement;

    /// <summary>Elements that say of themselves that assistive technology shall pass them over (<c>aria-hidden="true"</c>).</summary>
    public IReadOnlyList<IElement> Concealed => concealed;

    /// <summary>What <c>style</c> elements and <c>style</c> attributes say.</summary>
    public IReadOnlyList<(IElement Element, StyleSheet Sheet)> Styles => styles ??=
    [
        .. Elements("style").Select(style => (style, StyleSheet.Parse(style.TextContent))),
        .. Having("style").Select(element => (element, StyleSheet.OfAttribute(element.GetAttribute("style")!))),
    ];

    /// <summary>h1 to h6 in document order.</summary>
    public IReadOnlyList<IElement> Headings => headings;

    /// <summary>Every id with its bearers in document order; more than one where ids are duplicate.</summary>
    public IReadOnlyDictionary<string, List<IElement>> Ids => ids;

    /// <summary>Text that people read as sentences: not blank, not code, not in a drawing; in document order.</summary>
    public IReadOnlyList<IText> Prose => prose;

    /// <summary><see cref="Prose"/> one after the other, a line feed after each: one string to search instead of hundreds.</summary>
    public string ProseText { get; private set; } = "";

    /// <summary>Places of <see cref="ProseText"/> with kanji and signs that JIS X 0213:2004 does not have, in order; mostly none.</summary>
    internal IReadOnlyList<(int Index, Rune Character)> OutsideJis => outsideJis ??= Jis0213.Outside(ProseText);

    /// <summary>Dates with a year in <see cref="ProseText"/>, in order.</summary>
    internal IReadOnlyList<WrittenDate> Dates => dates ??= WrittenDate.In(ProseText);

    /// <summary>The text in which this place of <see cref="ProseText"/> lies.</summary>
    public IText ProseAt(int index)
    {
        var found = proseStarts.BinarySearch(index);
        return prose[found >= 0 ? found : ~found - 1];
    }

    /// <param name="html">The whole page.</param>
    /// <param name="today">As <see cref="Today"/>.</param>
    public static Page Parse(string html, DateOnly? today = null)
    {
        parser ??= CreateParser();
        errors = [];
        var source = html.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        return new(source, parser.ParseDocument(source), errors, today);
    }

    // A parser serves one thread, and so do the errors of the page it reads.
    private static HtmlParser CreateParser()
    {
        var created = new HtmlParser(Options);
        created.Error += (_, raised) =>
        {
            if (raised is HtmlErrorEvent error)
                errors!.Add(new((HtmlParseError)error.Code, error.Position.Line));
        };
        return created;
    }

    /// <summary>Elements with this lower-case tag name, in document order; may be empty.</summary>
    public IReadOnlyList<IElement> Elements(string name) => byName.TryGetValue(name, out var found) ? found : [];

    /// <summary>Elements that bear this lower-case attribute, in document order; may be empty.</summary>
    public IReadOnlyList<IElement> Having(string attribute) => byAttribute.TryGetValue(attribute, out var found) ? found : [];

    /// <summary>Lower-case names of all attributes on the page, each once.</summary>
    public IEnumerable<string> AttributeNames => byAttribute.Keys;

    /// <summary>Links: <c>a</c> with an address, in document order.</summary>
    public IReadOnlyList<IElement> Links => links ??= [.. Elements("a").Where(link => link.HasAttribute("href"))];

    /// <summary>Controls that stand within another link or button, in document order.</summary>
    public IReadOnlyList<IElement> WithinControls => withinControls;

    /// <summary>The name under which assistive technology announces the element; empty when it has none.</summary>
    public string NameOf(IElement element) =>
        names.TryGetValue(element, out var name) ? name : names[element] = AccessibleName.Of(element, this);

    /// <summary>Labels that point to this id; may be empty.</summary>
    public IEnumerable<IElement> LabelsFor(string id) =>
        (labels ??= Elements("label").Where(label => label.HasAttribute("for")).ToLookup(label => label.GetAttribute("for")!, StringComparer.Ordinal))[id];

    /// <summary>Line of the source where the fault stands, 1 or more.</summary>
    public int LineOf(Fault fault)
    {
        if (fault.Line is { } line)
            return line;
        var start = IndexOf(fault.Element);
        var place = fault.Text is null ? start : Math.Max(start, Source.IndexOf(fault.Text, start, StringComparison.Ordinal));
        return 1 + Source.AsSpan(0, place).Count('\n');
    }

    // The parser knows no position of elements that the source leaves out, nor of svg: those are looked for after what comes before them.
    private int IndexOf(IElement element)
    {
        if (element.SourceReference is { } reference)
            return Math.Clamp(reference.Position.Index, 0, Source.Length);
        var before = (element.PreviousElementSibling ?? element.ParentElement) is { } neighbour ? IndexOf(neighbour) : -1;
        return Math.Max(0, Math.Max(before, Source.IndexOf("<" + element.LocalName, before + 1, StringComparison.OrdinalIgnoreCase)));
    }

    // A stack instead of recursion: depth of nesting is in the hands of whoever wrote the page.
    private void Walk()
    {
        var open = new Stack<(INode Node, Reach Reach, bool IsWithinControl)>();
        open.Push((Document.DocumentElement, Reach.Reader, false));
        var text = new StringBuilder();
        while (open.TryPop(out var next))
        {
            var (node, reach, isWithinControl) = next;
            if (node is IElement element)
            {
                reach = Enter(element, reach);
                if (reach != Reach.Nobody)
                    isWithinControl = Control(element, isWithinControl);
            }
            else if (node is IText words && reach == Reach.Reader && !string.IsNullOrWhiteSpace(words.Data))
            {
                prose.Add(words);
                proseStarts.Add(text.Length);
                text.Append(words.Data).Append('\n');
            }
            var children = node.ChildNodes;
            for (var i = children.Length - 1; i >= 0; i--)
                open.Push((children[i], reach, isWithinControl));
        }
        ProseText = text.ToString();
    }

    private bool Control(IElement element, bool isWithinControl)
    {
        var isControl = element.LocalName switch
        {
            "a" => element.HasAttribute("href"),
            "button" or "select" or "textarea" => true,
            "input" => element.GetAttribute("type") != "hidden",
            _ => false,
        };
        if (isControl && isWithinControl)
            withinControls.Add(element);
        return isWithinControl || (isControl && element.LocalName is "a" or "button") || (element.Attributes.Length > 0 && element.GetAttribute("role") is "button" or "link");
    }

    private Reach Enter(IElement element, Reach reach)
    {
        if (element.Id is { Length: > 0 } id)
            Add(ids, id, element);
        if (reach == Reach.Nobody || element.HasAttribute("hidden"))
            return Reach.Nobody;
        if (element.GetAttribute("aria-hidden") == "true")
        {
            concealed.Add(element);
            return Reach.Nobody;
        }
        var name = element.LocalName;
        Add(byName, name, element);
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
            Add(byAttribute, attributes[i]!.Name, element);
        if (name is ['h', >= '1' and <= '6'])
            headings.Add(element);
        return name switch
        {
            "svg" or "math" or "template" => Reach.Nobody,
            "script" or "style" or "pre" or "code" or "kbd" or "samp" or "textarea" or "title" => Reach.Code,
            _ => reach,
        };
    }

    private static void Add(Dictionary<string, List<IElement>> index, string key, IElement element)
    {
        if (index.TryGetValue(key, out var list))
            list.Add(element);
        else
            index.Add(key, [element]);
    }

    private enum Reach
    {
        Reader,
        Code,
        Nobody,
    }
}

/// <summary>A place where the source breaks the grammar of HTML.</summary>
/// <param name="Line">Of the source, 1 or more.</param>
public readonly record struct ParseError(HtmlParseError Kind, int Line);
