using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Kakehashi.Accessibility.Documents;

namespace Kakehashi.Accessibility.Tests.Documents;

public sealed class PdfFactsTests
{
    private static readonly PdfFacts Sound = new(true, "募集要項", true, "ja", true, true);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Published => new(Directory.GetFiles(Path.Join(Repository(), "content/programs/tochigi-platform/media"), "*.pdf").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Published))]
    public void Documents_of_the_sample_programme_break_no_rule(string file)
    {
        var facts = PdfFacts.Read(File.ReadAllBytes(Path.Join(Repository(), "content/programs/tochigi-platform/media", file)));

        Assert.DoesNotContain(RuleSet.OfDocuments, rule => rule.IsBrokenBy(facts));
        Assert.StartsWith("ja", facts.Language, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_read()
    {
        PdfFacts[] all = [Sound, Sound with { Title = null }, Sound with { ShowsTitle = false }, Sound with { Language = null }, Sound with { IsTagged = false }, Sound with { HasText = false }, PdfFacts.Unreadable];

        Assert.Equal(all, all.Select(facts => Read(SamplePdf.Write(facts))));
    }

    [Fact]
    public void Objects_packed_into_a_stream_are_found()
    {
        string[] packed = ["<</Type/Catalog/Lang(ja-JP)/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R/ViewerPreferences 3 0 R>>", "<</Type/Font>>", "<</DisplayDocTitle true>>", "(Annual \\(2026\\) report)"];
        var offsets = packed.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1} {packed.Take(index).Sum(text => text.Length + 1)}"));
        var header = string.Join(' ', offsets) + " ";
        var stream = Deflate(header + string.Join(' ', packed));
        byte[] file =
        [
            .. Ascii($"%PDF-1.7\n9 0 obj\n<</Type/ObjStm/N 4/First {header.Length}/Filter/FlateDecode/Length {stream.Length}>>stream\r\n"), .. stream,
            .. Ascii("\r\nendstream endobj\n8 0 obj <</Title 4 0 R>> endobj\n10 0 obj <</Type/XRef/Root 1 0 R/Info 8 0 R/Length 0>>stream\nendstream endobj\n%%EOF"),
        ];

        Assert.Equal(new(true, "Annual (2026) report", true, "ja-JP", true, true), PdfFacts.Read(file));
    }

    [Fact]
    public void Title_may_stand_in_the_metadata_packet()
    {
        var packet = "<x:xmpmeta><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">要綱 &amp; 様式</rdf:li></rdf:Alt></dc:title></x:xmpmeta>";
        var file = $"%PDF-1.7\n1 0 obj <</Type /Catalog /Metadata 2 0 R>> endobj 2 0 obj <</Type /Metadata /Length 1>> stream\n{packet}\nendstream endobj trailer <</Root 1 0 R>>";

        Assert.Equal("要綱 & 様式", Read(file).Title);
    }

    [Fact]
    public void Newer_version_of_an_object_counts()
    {
        var file = SamplePdf.Write(Sound) + "1 0 obj << /Type /Catalog /Lang (en) >> endobj\ntrailer << /Root 1 0 R /Info 7 0 R >>\n%%EOF\n";

        Assert.Equal(new(true, "募集要項", false, "en", false, true), Read(file));
    }

    [Theory]
    [InlineData("Microsoft Word - 募集要項.docx")]
    [InlineData("guide_v2.pdf")]
    [InlineData("無題")]
    [InlineData("Untitled-1")]
    [InlineData("Book1")]
    [InlineData("20260401")]
    [InlineData("  ")]
    public void Names_of_files_and_programmes_are_no_titles(string title) => Assert.Null(Read(SamplePdf.Write(Sound with { Title = title })).Title);

    [Theory]
    [InlineData("令和8年度提案募集要項")]
    [InlineData("Book guide for children")]
    [InlineData("2026年度の報告")]
    public void Names_of_documents_are_titles(string title) => Assert.Equal(title, Read(SamplePdf.Write(Sound with { Title = title })).Title);

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("<html>PDF</html>")]
    [InlineData("%PDF-1.7\ntrailer << /Root 1 0 R >>")]
    [InlineData("%PDF-1.7\n1 0 obj << /Type /Catalog")]
    [InlineData("%PDF-1.7\n1 0 obj 1 0 R endobj trailer << /Root 1 0 R >>")]
    public void Any_bytes_can_be_read(string file) => Assert.False(Read(file) is { HasText: true });

    [Fact]
    public void Broken_files_neither_throw_nor_hang()
    {
        var sound = Ascii(SamplePdf.Write(Sound));
        var random = new Random(213);
        var since = Stopwatch.GetTimestamp();
        for (var round = 0; round < 5_000; round++)
        {
            var broken = sound.ToArray();
            for (var hits = random.Next(1, 20); hits > 0; hits--)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            PdfFacts.Read(broken.AsMemory(0, random.Next(broken.Length)));
        }
        Assert.True(Stopwatch.GetElapsedTime(since) < Patience);
    }

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "lists in lists", [.. Ascii("%PDF-1.7\n1 0 obj "), .. Fill("[", 8_000_000)] },
        { "dictionaries in dictionaries", [.. Ascii("%PDF-1.7\n1 0 obj "), .. Fill("<</A", 8_000_000)] },
        { "parentheses in parentheses", [.. Ascii("%PDF-1.7\n1 0 obj "), .. Fill("(", 8_000_000)] },
        { "streams without an end", [.. Ascii("%PDF-1.7\n"), .. Fill("1 0 obj<</Type/ObjStm/N 9/First 9>>stream\n", 8_000_000)] },
        { "objects without an end", [.. Ascii("%PDF-1.7\n"), .. Fill("1 0 obj ", 8_000_000)] },
        { "very many objects", [.. Ascii("%PDF-1.7\n"), .. Ascii(string.Concat(Enumerable.Range(0, 400_000).Select(number => $"{number} 0 obj true\n")))] },
        { "a bomb", [.. Ascii("%PDF-1.7\n1 0 obj<</Type/ObjStm/N 9/First 9/Filter/FlateDecode>>stream\n"), .. Deflate(new string(' ', 200_000_000)), .. Ascii("\nendstream trailer<</Root 2 0 R>>")] },
        { "a circle", Ascii("%PDF-1.7\n1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj trailer<</Root 1 0 R/Info 2 0 R>>") },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Hostile_files_are_given_up_soon(string kind, byte[] file)
    {
        var (since, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

        Assert.Equal(PdfFacts.Unreadable, PdfFacts.Read(file));

        Assert.True(Stopwatch.GetElapsedTime(since) < Patience, kind);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2_000_000_000, kind);
    }

    private static PdfFacts Read(string file) => PdfFacts.Read(Encoding.UTF8.GetBytes(file));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Fill(string part, int length) => Ascii(string.Concat(Enumerable.Repeat(part, length / part.Length)));

    private static byte[] Deflate(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest))
            stream.Write(Ascii(text));
        return packed.ToArray();
    }

    private static string Repository([CallerFilePath] string path = "") => Path.GetFullPath(Path.Join(Path.GetDirectoryName(path), "../../.."));
}
