using Kakehashi.Cms.Editing;

namespace Kakehashi.Cms.Media;

/// <summary>What became of a change to the media library: one of the cases below.</summary>
public abstract record MediaOutcome
{
    MediaOutcome()
    {
    }

    /// <summary>It was done.</summary>
    public sealed record Done(MediaRecord File) : MediaOutcome;

    /// <summary>Something is wrong; nothing was written.</summary>
    /// <param name="Problems">About <c>file</c>, <c>alt</c> or <c>title</c>; never empty.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : MediaOutcome;

    /// <summary>The actor may not do that.</summary>
    /// <param name="Message">Japanese sentence.</param>
    public sealed record Forbidden(string Message) : MediaOutcome;

    /// <summary>There is no such file.</summary>
    public sealed record NotFound : MediaOutcome;
}

/// <summary>What an editor says about a file.</summary>
/// <param name="Alt">Of a picture: what it tells.</param>
/// <param name="Decorative">Of a picture: it tells nothing that the text does not. Excludes <paramref name="Alt"/>.</param>
/// <param name="Title">Of a document: link text.</param>
public sealed record MediaText(string Alt = "", bool Decorative = false, string Title = "")
{
    internal IEnumerable<FieldProblem> Problems(bool picture)
    {
        if (picture && Decorative == Alt.Trim().Length > 0)
            yield return new("alt", "画像が伝える内容を代替テキストに書くか、装飾の画像であることを選んでください（どちらか一方）。");
        if (picture && Alt.Trim().Length > 200) yield return new("alt", "代替テキストは200字以内にしてください。");
        if (!picture && Title.Trim().Length is 0 or > 80) yield return new("title", "資料の題名を80字以内で入力してください。リンクの文字になります。");
        if ((Alt + Title).Any(char.IsControl)) yield return new(picture ? "alt" : "title", "改行などの文字は使えません。消してください。");
    }
}

/// <summary>Where a file is used.</summary>
/// <param name="Live">In what visitors see; otherwise only in the newest revision.</param>
public sealed record MediaUse(Guid ItemId, string Type, string Title, bool Live);
