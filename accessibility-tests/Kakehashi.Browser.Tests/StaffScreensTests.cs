namespace Kakehashi.Browser.Tests;

[Collection(typeof(OneInstallation))]
[Trait("Speed", "Slow")]
public sealed class StaffScreensTests(StaffTour tour, CheckerReport report) : IClassFixture<StaffTour>
{
    [Fact]
    public void Screens_can_be_read_in_every_width_and_setting_and_checkers_find_nothing()
    {
        report.Say($"職員の{tour.Seen}画面×3つの幅×7つの設定：折り返し、欠け、重なり、axe。IBMとAlfaは{(RunSettings.Full ? "すべての画面" : "抽出した画面")}");
        Assert.True(tour.Seen > 80, $"only {tour.Seen} screens were seen");
        AssertNothing("view");
    }

    [Fact]
    public void Screens_can_be_read_and_used_without_scripts() => AssertNothing("scriptless");

    [Fact]
    public void Tab_reaches_everything_and_shows_where_it_is() => AssertNothing("keyboard");

    [Fact]
    public void Browser_reports_no_error_and_no_breach_of_the_content_policy() => AssertNothing("console");

    [Fact]
    public void Nu_finds_no_error_in_the_HTML_of_any_screen() => AssertNothing("html");

    // In full: an assertion of equality would show the first words only.
    private void AssertNothing(string subject) => Assert.True(tour.Told(subject).Length == 0, tour.Told(subject));
}
