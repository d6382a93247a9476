using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Frame;

namespace Kakehashi.Cms.Media;

/// <summary>What one does in the media library.</summary>
public sealed class MediaFlow(MediaLibrary library, PdfAdvice pdf, EditFlow edit, Viewer viewer, Status status, IHttpContextAccessor accessor)
{
    const int PageSize = 48;

    public async Task<IResult> ListAsync(LibraryQuery query, CancellationToken ct) => await ListAsync(query, new MediaText(), [], ct);

    public async Task<IResult> AddAsync(IFormCollection form, CancellationToken ct)
    {
        var target = EditAddress.Parse(form["for"]);
        var query = new LibraryQuery("", form["kind"].ToString() switch { "picture" => true, "document" => false, _ => null }, 1, target, form["field"].ToString());
        var text = Text(form);
        if (form.Files.GetFile("file") is not { } file)
            return await ListAsync(query, text, [new Mistake("file", "ファイルを選んでください。")], ct);
        await using var content = file.OpenReadStream();
        switch (await library.AddAsync(file.FileName, content, text, viewer.Actor, ct))
        {
            case MediaOutcome.Done done when target is not null:
                return await edit.InsertAsync(target, query.Field, done.File.ToMediaFile(), done.File.Decorative, await pdf.SentenceAsync(done.File, ct), ct);
            case MediaOutcome.Done done when await pdf.SentenceAsync(done.File, ct) is { Length: > 0 } advice:
                status.Say(accessor.HttpContext!, $"「{done.File.Name}」を登録しました。{advice}");
                return Results.Redirect($"/media/{done.File.Name}/about");
            case MediaOutcome.Done done:
                status.Say(accessor.HttpContext!, $"「{done.File.Name}」を登録しました。");
                return Results.Redirect("/media");
            case MediaOutcome.Invalid invalid:
                return await ListAsync(query, text, Mistakes(invalid), ct);
            case var other:
                return Refusal(other);
        }
    }

    /// <summary>Puts a file that is already there into the form that asked for one.</summary>
    public async Task<IResult> ChooseAsync(string name, IFormCollection form, CancellationToken ct) =>
        EditAddress.Parse(form["for"]) is { } target && await library.FindAsync(name, ct) is { } file
            ? await edit.InsertAsync(target, form["field"].ToString(), file.ToMediaFile(), file.Decorative, "", ct)
            : Pages.Failure(StatusCodes.Status404NotFound);

    public async Task<IResult> ShowAsync(string name, IReadOnlyList<Mistake> mistakes, CancellationToken ct) =>
        await library.FindAsync(name, ct) is { } file
            ? Pages.Show<FileScreen>(new { File = file, Uses = await library.UsesAsync(name, ct), Pdf = await pdf.OfAsync(file, ct), Mistakes = mistakes },
                mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Pages.Failure(StatusCodes.Status404NotFound);

    public async Task<IResult> DescribeAsync(string name, IFormCollection form, CancellationToken ct) =>
        await AfterAsync(name, await library.DescribeAsync(name, Text(form), viewer.Actor, ct), "説明を変えました。", $"/media/{name}/about", ct);

    public async Task<IResult> RemoveAsync(string name, CancellationToken ct) =>
        await AfterAsync(name, await library.RemoveAsync(name, viewer.Actor, ct), $"「{name}」を消しました。", "/media", ct);

    async Task<IResult> AfterAsync(string name, MediaOutcome outcome, string sentence, string next, CancellationToken ct)
    {
        if (outcome is MediaOutcome.Invalid invalid) return await ShowAsync(name, Mistakes(invalid), ct);
        if (outcome is not MediaOutcome.Done) return Refusal(outcome);
        status.Say(accessor.HttpContext!, sentence);
        return Results.Redirect(next);
    }

    async Task<IResult> ListAsync(LibraryQuery query, MediaText text, IReadOnlyList<Mistake> mistakes, CancellationToken ct)
    {
        var all = (await library.ListAsync(query.Text, ct)).Where(file => query.Pictures is null || file.ToMediaFile().IsPicture == query.Pictures)
            .OrderByDescending(LibraryScreen.LacksAlt).ToList();
        return Pages.Show<LibraryScreen>(
            new
            {
                Query = query,
                Files = all.Skip((query.Page - 1) * PageSize).Take(PageSize).ToList(),
                Total = all.Count,
                Pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize),
                Text = text,
                Mistakes = mistakes,
            },
            mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    static MediaText Text(IFormCollection form)
    {
        var decorative = form["use"] == "decorative";
        return new MediaText(decorative ? "" : form["alt"].ToString(), decorative, form["title"].ToString());
    }

    static IReadOnlyList<Mistake> Mistakes(MediaOutcome.Invalid invalid) => [.. invalid.Problems.Select(problem => new Mistake(problem.Field, problem.Message))];

    static IResult Refusal(MediaOutcome outcome) => outcome is MediaOutcome.Forbidden forbidden
        ? Pages.Failure(StatusCodes.Status403Forbidden, "この操作はできません", forbidden.Message)
        : Pages.Failure(StatusCodes.Status404NotFound);
}
