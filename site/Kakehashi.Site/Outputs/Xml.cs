using System.Text;
using System.Xml;

namespace Kakehashi.Site.Outputs;

/// <summary>Writes XML in the same bytes everywhere: UTF-8 without a mark, LF, two spaces.</summary>
static class Xml
{
    static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    public static ReadOnlyMemory<byte> Write(Action<XmlWriter> content)
    {
        var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings)) content(xml);
        return stream.ToArray();
    }
}
