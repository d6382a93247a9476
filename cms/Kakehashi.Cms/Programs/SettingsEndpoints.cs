using System.Globalization;
using Kakehashi.Cms.Frame;
using Kakehashi.Content;

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
        staff.MapPost("/settings", async (HttpContext context, ProgramStore programs, Viewer viewer, Status status, CancellationToken ct) =>
        {
            if (!viewer.MaySetUp) return Pages.Failure(StatusCodes.Status403Forbidden);
            var form = await context.Request.ReadFormAsync(ct);
            var number = int.TryParse(form["base"], NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
            var text = form["text"].ToString().ReplaceLineEndings("\n");
            if (await programs.SaveAsync(number, text, viewer.Actor, ct) is { Count: > 0 } problems) return Show(number, text, problems);
            status.Say(context, "設定を保存しました。公開サイトに反映します。");
            return Results.Redirect("/settings");
        });
    }

    static IResult Show(int number, string text, IReadOnlyList<Problem> problems) =>
        Pages.Show<SettingsScreen>(new { Number = number, Text = text, Problems = problems },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
