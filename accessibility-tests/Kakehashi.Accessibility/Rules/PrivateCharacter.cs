using System.Buffers;

namespace Kakehashi.Accessibility.Rules;

/// <summary>Every character is one that all machines know.</summary>
public sealed class PrivateCharacter() : PageRule("private-character", null, Weight.Error, MiChecker.Problem,
    "外字（私用領域の文字）があります。ほかの端末では表示も読み上げもできないので、標準の文字か読みに直してください。")
{
    private static readonly SearchValues<char> Private =
        SearchValues.Create([.. Enumerable.Range(0xE000, 0x1900).Select(code => (char)code)]);

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n\uE001田　太郎</p>", line: 2),
        Example.Good("<p>髙田　太郎、𠮷野　花子</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        from text in page.Prose
        let place = text.Data.AsSpan().IndexOfAny(Private)
        where place >= 0
        select new Fault(text.ParentElement!, text.Data[place..Math.Min(place + 10, text.Data.Length)]);
}
