using System.Text.Json.Nodes;
using Kakehashi.Cms.Submissions;

namespace Kakehashi.Cms.Members;

/// <summary>What the form of seeds asks, as fields of the public page, and back.</summary>
public static class SeedAnswers
{
    /// <summary>Question for the picture.</summary>
    public const string Image = "image";

    /// <summary>Question for what the picture tells.</summary>
    public const string ImageText = "image-alt";

    /// <summary>Question for the documents.</summary>
    public const string Documents = "documents";

    // Questions that have the name of their field.
    static readonly string[] Same = ["title", "kana", "summary", "fieldOfWork", "technologies", "problem", "how", "record", "cost", "leadTime", "needs"];

    /// <summary>Fields of the page but for files and the member; null where the question was left empty.</summary>
    public static JsonObject PageOf(JsonObject answers)
    {
        var page = new JsonObject();
        foreach (var field in Same) page[field] = answers[field]?.DeepClone();
        return page;
    }

    /// <summary>Answers that would say what is public now.</summary>
    public static JsonObject Of(JsonObject page)
    {
        var answers = new JsonObject();
        foreach (var field in Same)
            if (page[field] is { } value) answers[field] = value.DeepClone();
        if ((page["image"] as JsonObject)?.TextOrNull("alt") is { } alt) answers[ImageText] = alt;
        return answers;
    }

    /// <summary>Files that a page uses, by the question that asks for them.</summary>
    public static IEnumerable<(string Question, string Name, string Title)> FilesOf(JsonObject page)
    {
        if (page["image"] is JsonObject image && image.Text("file") is { Length: > 0 } picture) yield return (Image, picture, picture);
        foreach (var file in (page["files"] as JsonArray ?? []).OfType<JsonObject>())
            if (file.Text("file") is { Length: > 0 } name) yield return (Documents, name, file.TextOrNull("title") ?? name);
    }
}
