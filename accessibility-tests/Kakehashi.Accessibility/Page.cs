using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

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

    private readonly Dictionary<string, List<IElement>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IElement>> byAttribute = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IElement>> ids = new(StringComparer.Ordinal);
    private readonly List<IText> prose = [];
    private readonly List<IElement> headings = [];
    private readonly Dictionary<IElement, string> names = [];
    private ILookup<string, IElement>? labels;

    private Page(string source, IHtmlDocument document)
    {
        Source = source;
        Document = document;
        Walk();
    }

    public string Source { get; }

    public IHtmlDocument Document { get; }

    /// <summary>h1 to h6 in document order.</summary>
    public IReadOnlyList<IElement> Headings => headings;

    /// <summary>Every id with its bearers in document order; more than one where ids are duplicate.</summary>
    public IReadOnlyDictionary<string, List<IElement>> Ids => ids;

    /// <summary>Text that people read as sentences: not blank, not code, not in a drawing; in document order.</summary>
    public IReadOnlyList<IText> Prose => prose;

    public static Page Parse(string html)
    {
        parser ??= new HtmlParser(Options);
        var source = html.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        return new(source, parser.ParseDocument(source));
    }

    /// <summary>Elements with this lower-case tag name, in document order; may be empty.</summary>
    public IReadOnlyList<IElement> Elements(string name) => byName.TryGetValue(name, out var found) ? found : [];

    /// <summary>Elements that bear this lower-case attribute, in document order; may be empty.</summary>
    public IReadOnlyList<IElement> Having(string attribute) => byAttribute.TryGetValue(attribute, out var found) ? found : [];

    /// <summary>Links: <c>a</c> with an address, in document order.</summary>
    public IEnumerable<IElement> Links => Elements("a").Where(link => link.HasAttribute("href"));

    /// <summary>The name under which assistive technology announces the element; empty when it has none.</summary>
    public string NameOf(IElement element) =>
        names.TryGetValue(element, out var name) ? name : names[element] = AccessibleName.Of(element, this);

    /// <summary>Labels that point to this id; may be empty.</summary>
    public IEnumerable<IElement> LabelsFor(string id) =>
        (labels ??= Elements("label").Where(label => label.HasAttribute("for")).ToLookup(label => label.GetAttribute("for")!, StringComparer.Ordinal))[id];

    /// <summary>Line of the source where the fault stands, 1 or more.</summary>
    public int LineOf(Fault fault)
    {
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
        var open = new Stack<(INode Node, Reach Reach)>();
        open.Push((Document.DocumentElement, Reach.Reader));
        while (open.TryPop(out var next))
        {
            var (node, reach) = next;
            if (node is IElement element)
                reach = Enter(element, reach);
            else if (node is IText text && reach == Reach.Reader && !string.IsNullOrWhiteSpace(text.Data))
                prose.Add(text);
            var children = node.ChildNodes;
            for (var i = children.Length - 1; i >= 0; i--)
                open.Push((children[i], reach));
        }
    }

    private Reach Enter(IElement element, Reach reach)
    {
        if (element.Id is { Length: > 0 } id)
            Add(ids, id, element);
        if (reach == Reach.Nobody || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
            return Reach.Nobody;
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
