using System.Globalization;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Preview;
using Kakehashi.Content;
using Kakehashi.Content.Folder;

namespace Kakehashi.Cms.Programs;

/// <summary>The programme's settings as text.</summary>
public static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("/settings", async (ProgramStore programs, Viewer viewer, CancellationToken ct) =>
        {
            if (!viewer.MaySetUp) return Pages.Failure(StatusCodes.Status403Forbidden);
            var (number, text) = await programs.TextAsync(ct);
            return Show(number, text, []);
        });
        staff.MapPost("/settings", async (HttpContext context, ProgramStore programs, PreviewClient site, Viewer viewer, Status status, CancellationToken ct) =>
        {
            if (!viewer.MaySetUp) return Pages.Failure(StatusCodes.Status403Forbidden);
            var form = await context.Request.ReadFormAsync(ct);
            var number = int.TryParse(form["base"], NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
            var text = form["text"].ToString().ReplaceLineEndings("\n");
            var (checkedNow, dead) = await DeadLinksAsync(text, await programs.CurrentAsync(ct), site, ct);
            if (dead.Count > 0) return Show(number, text, dead);
            if (await programs.SaveAsync(number, text, viewer.Actor, ct) is { Count: > 0 } problems) return Show(number, text, problems);
            status.Say(context, checkedNow ? "設定を保存しました。公開サイトに反映します。" : "設定を保存しました。公開サイトを作る仕組みにつながらないため、リンクの行き先は、公開サイトを作るときに確かめます。");
            return Results.Redirect("/settings");
        });
    }

    // A link that was dead before keeps nobody from changing something else; the public site's report tells of it.
    static async Task<(bool Checked, IReadOnlyList<Problem> Dead)> DeadLinksAsync(string text, ProgramSettings inForce, PreviewClient site, CancellationToken ct)
    {
        if (ProgramFile.Read("program.yaml", text).Settings is not { } settings) return (true, []);
        if (await site.CheckSettingsAsync(settings, ct) is not { } dead) return (false, []);
        var before = dead.Count == 0 ? [] : (await site.CheckSettingsAsync(inForce, ct) ?? []).Select(problem => problem.Message).ToHashSet(StringComparer.Ordinal);
        var lines = text.Split('\n');
        return (true, [.. dead.Where(problem => !before.Contains(problem.Message)).Select(problem => problem with { Line = 1 + Array.FindIndex(lines, line => line.Contains(problem.FieldName!, StringComparison.Ordinal)) })]);
    }

    static IResult Show(int number, string text, IReadOnlyList<Problem> problems) =>
        Pages.Show<SettingsScreen>(new { Number = number, Text = text, Problems = problems },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
