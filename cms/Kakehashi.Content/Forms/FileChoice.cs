namespace Kakehashi.Content.Forms;

/// <summary>Which files a question takes.</summary>
public enum FileChoice
{
    Any,

    /// <summary>Of office programs, and PDF.</summary>
    Documents,

    Pictures,

    Pdf,
}

/// <summary>What each choice means.</summary>
public static class FileChoices
{
    const string DocumentWords = "PDF、Word（docx）、Excel（xlsx）、PowerPoint（pptx）";
    const string PictureWords = "画像（PNG・JPEG・WebP）";

    static readonly string[] Documents = [".pdf", ".docx", ".xlsx", ".pptx"];
    static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".webp"];

    /// <summary>Lower-case extensions with the dot, by which browsers offer files (HTML attribute <c>accept</c>).</summary>
    public static IReadOnlyList<string> Extensions(this FileChoice choice) => choice switch
    {
        FileChoice.Documents => Documents,
        FileChoice.Pictures => Pictures,
        FileChoice.Pdf => [".pdf"],
        _ => [.. Documents, .. Pictures],
    };

    /// <summary>Japanese; 「を選んでください」 follows.</summary>
    public static string Kinds(this FileChoice choice) => choice switch
    {
        FileChoice.Documents => DocumentWords,
        FileChoice.Pictures => PictureWords,
        FileChoice.Pdf => "PDF",
        _ => $"{DocumentWords}、{PictureWords}",
    };

    /// <summary>Whether a file whose bytes are of that kind is taken.</summary>
    public static bool Takes(this FileChoice choice, MediaKind kind) => choice.Extensions().Contains(kind.Extension, StringComparer.Ordinal);
}
