using Kakehashi.Cms.Tests.Screens;

namespace Kakehashi.Cms.Tests.Accessibility;

/// <summary>With a year of its own: what others answer would end the reminder.</summary>
public sealed class YearlyReminderTests(StaffHost host) : IClassFixture<StaffHost>
{
    [Fact]
    public async Task The_first_screen_reminds_of_what_is_overdue()
    {
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/");
        Assert.Contains("方針の確認と年度の計画 期限を過ぎています（2026年4月30日まで）", string.Join(' ', office.Page.QuerySelector("section[aria-labelledby=yearly]")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/");
        Assert.Null(editor.Page.QuerySelector("section[aria-labelledby=yearly]"));
    }
}
