using Kakehashi.Cms.Frame;

namespace Kakehashi.Cms.Today;

public static class TodayEndpoints
{
    public static void MapToday(this IEndpointRouteBuilder staff) =>
        staff.MapGet("/", async (TodayQueries queries, Viewer viewer, CancellationToken ct) =>
            Pages.Show<TodayScreen>(new { Model = await queries.ForAsync(viewer.Actor, ct) }));
}
