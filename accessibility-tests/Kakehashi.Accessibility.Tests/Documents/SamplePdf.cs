using System.Globalization;
using System.Text;
using Kakehashi.Accessibility.Documents;

namespace Kakehashi.Accessibility.Tests;

/// <summary>Small PDF files, in ASCII alone.</summary>
internal static class SamplePdf
{
    /// <summary>A file of which these are the facts; an encrypted one for <see cref="PdfFacts.Unreadable"/>.</summary>
    public static string Write(PdfFacts facts)
    {
        string[] objects =
        [
            $"<< /Type /Catalog /Pages 2 0 R{(facts.Language is { } language ? $" /Lang ({language})" : "")}{(facts.IsTagged ? " /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R" : "")}{(facts.ShowsTitle ? " /ViewerPreferences << /DisplayDocTitle true >>" : "")} >>",
            "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {(facts.HasText ? "/Font << /F1 5 0 R >>" : "")} >> >>",
            "<< /Length 36 >>\nstream\nBT /F1 24 Tf 72 720 Td (Guide) Tj ET\nendstream",
            facts.HasText ? "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>" : "null",
            "<< /Type /StructTreeRoot >>",
            $"<< {(facts.Title is { } title ? $"/Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}>" : "/Producer (sample)")} >>",
        ];
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (index, value) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{value}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n").Append(string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n")));
        return file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R /Info 7 0 R{(facts.IsReadable ? "" : " /Encrypt << /Filter /Standard /V 1 >>")} >>\nstartxref\n{start}\n%%EOF\n").ToString();
    }

    /// <summary>Japanese: what a reader of the documents needs to know of it.</summary>
    public static string Describe(PdfFacts facts) => !facts.IsReadable ? "暗号あり" : string.Join('、',
        facts.Title is { } title ? $"題名「{title}」" : "題名なし",
        facts.ShowsTitle ? "題名を表示" : "ファイルの名前を表示",
        facts.Language is { } language ? $"言語{language}" : "言語なし",
        facts.IsTagged ? "タグあり" : "タグなし",
        facts.HasText ? "文字あり" : "文字なし");

    /// <summary>Facts from words: <c>title shown ja tags text</c>, each where it is so, or <c>encrypted</c>.</summary>
    public static PdfFacts Parse(string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return all.Contains("encrypted") ? PdfFacts.Unreadable
            : new(true, all.Contains("title") ? "提案募集要項" : null, all.Contains("shown"), all.Contains("ja") ? "ja" : null, all.Contains("tags"), all.Contains("text"));
    }
}
