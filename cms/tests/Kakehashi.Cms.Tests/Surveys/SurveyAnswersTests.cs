using System.Text.Json.Nodes;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Tests.Intake;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests.Surveys;

public sealed class SurveyAnswersTests(Cluster cluster) : IAsyncLifetime
{
    readonly Installation cms = new(cluster);

    public ValueTask InitializeAsync() => cms.InitializeAsync();

    public ValueTask DisposeAsync() => cms.DisposeAsync();

    [Fact]
    public async Task Answers_wait_for_nobody_and_anonymous_ones_stay_with_the_survey()
    {
        var forms = new FormsProcess(cms);
        await forms.StartAsync();
        var definition = SurveyAnswer.For(await cms.Get<ProgramStore>().CurrentAsync(TestContext.Current.CancellationToken), "満足度の調査", true, [new Question("said", "ご意見", QuestionKind.LongText)]);
        var submission = await forms.MakeAsync(Inquiry.Name, new JsonObject { ["said"] = "よかったです。" }, null, "satisfaction") with { Form = SurveyAnswer.Name, Definition = definition };
        await forms.AcceptAsync(submission);
        await forms.RunAsync();
        var record = await forms.FindAsync(submission.Receipt);
        Assert.Equal((SubmissionState.Closed, null, null), (record.State, record.DueAt, record.DeletePersonalAt));
        Assert.NotNull(record.Content);
    }
}
