using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kakehashi.Content;

namespace Kakehashi.Site.Planning;

/// <summary>Addresses of what is not an item: keywords, index rows, output files.</summary>
public static class Address
{
    /// <summary>File of a page below the output folder: <c>/faq/</c> stands in <c>faq/index.html</c>, <c>/404.html</c> in itself.</summary>
    public static string File(string address) => address.EndsWith('/') ? address[1..] + "index.html" : address[1..];

    /// <summary>Step of a keyword in an address: the keyword itself where it is a slug, otherwise its ASCII letters and a hash.</summary>
    /// <remarks>
    /// Depends on the keyword alone, so an address stays when other keywords come and go; <c>AI</c> and <c>ai</c> never meet,
    /// also where file names ignore case.
    /// </remarks>
    public static string Tag(string keyword)
    {
        if (Slug.IsValid(keyword)) return keyword;
        var letters = new StringBuilder();
        foreach (var character in keyword)
            if (char.IsAsciiLetterOrDigit(character)) letters.Append(char.ToLowerInvariant(character));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keyword)).AsSpan(0, 5));
        return letters.Length is 0 or > 40 ? $"t-{hash}" : $"{letters}-{hash}";
    }

    /// <summary>Step of a fiscal year.</summary>
    public static string Year(int fiscalYear) => fiscalYear.ToString("0000", CultureInfo.InvariantCulture);
}
