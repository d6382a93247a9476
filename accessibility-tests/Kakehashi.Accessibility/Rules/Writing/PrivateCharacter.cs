using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Every character is one that all machines know.</summary>
public sealed partial class PrivateCharacter() : ProseRule("private-character", null, Weight.Error, MiChecker.Problem,
    "外字（私用領域の文字）があります。ほかの端末では表示も読み上げもできないので、標準の文字か読みに直してください。")
{
    protected override SearchValues<char> Signs { get; } =
        SearchValues.Create([.. Enumerable.Range(0xE000, 0x1900).Select(code => (char)code)]);

    protected override Regex Pattern => Run();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n\uE001田　太郎</p>", line: 2),
        Example.Good("<p>髙田（たかだ）　太郎、𠮷野（よしの）　花子</p>"),
    ];

    [GeneratedRegex("[\uE000-\uF8FF].{0,9}")]
    private static partial Regex Run();
}
