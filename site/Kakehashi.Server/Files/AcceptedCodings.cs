using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Kakehashi.Server.Files;

internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>How much a client wants each content coding, in thousandths; 0 refuses it.</summary>
/// <remarks>RFC 9110, 12.5.3. At equal quality Brotli comes before gzip before identity.</remarks>
internal readonly record struct AcceptedCodings(int Brotli, int Gzip, int Identity)
{
    private const int Unlisted = -1;

    public static AcceptedCodings Parse(StringValues header)
    {
        int brotli = Unlisted, gzip = Unlisted, identity = Unlisted, any = Unlisted;
        foreach (var line in header)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var member = line.AsSpan()[range].Trim();
                var semicolon = member.IndexOf(';');
                var coding = semicolon < 0 ? member : member[..semicolon].TrimEnd();
                if (Quality(semicolon < 0 ? "" : member[(semicolon + 1)..]) is not { } quality)
                    continue;
                if (Is(coding, "br"))
                    brotli = quality;
                else if (Is(coding, "gzip") || Is(coding, "x-gzip"))
                    gzip = quality;
                else if (Is(coding, "identity"))
                    identity = quality;
                else if (Is(coding, "*"))
                    any = quality;
            }
        }
        // Identity needs no mention to be acceptable, but anything mentioned is wanted more.
        return new AcceptedCodings(Or(brotli, Or(any, 0)), Or(gzip, Or(any, 0)), Or(identity, Or(any, 1)));
    }

    public bool Allows(ContentCoding coding) => this[coding] > 0;

    /// <summary>Writes the acceptable codings, most wanted first.</summary>
    /// <returns>How many there are; 0 to 3.</returns>
    public int Rank(Span<ContentCoding> ranked)
    {
        var count = 0;
        foreach (var coding in (ReadOnlySpan<ContentCoding>)[ContentCoding.Brotli, ContentCoding.Gzip, ContentCoding.Identity])
        {
            if (!Allows(coding))
                continue;
            var place = count++;
            for (; place > 0 && this[ranked[place - 1]] < this[coding]; place--)
                ranked[place] = ranked[place - 1];
            ranked[place] = coding;
        }
        return count;
    }

    private int this[ContentCoding coding] => coding switch
    {
        ContentCoding.Brotli => Brotli,
        ContentCoding.Gzip => Gzip,
        _ => Identity,
    };

    private static int Or(int quality, int otherwise) => quality == Unlisted ? otherwise : quality;

    private static bool Is(ReadOnlySpan<char> coding, string name) => coding.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <returns>Thousandths; 1000 where there is no weight; null where it is malformed.</returns>
    private static int? Quality(ReadOnlySpan<char> parameter)
    {
        var text = parameter.Trim();
        if (text.IsEmpty)
            return 1000;
        if (text.Length is < 3 or > 7 || text[0] is not ('q' or 'Q') || text[1] != '=')
            return null;
        return decimal.TryParse(text[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight <= 1
            ? (int)(weight * 1000)
            : null;
    }
}
