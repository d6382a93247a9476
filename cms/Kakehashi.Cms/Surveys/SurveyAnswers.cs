using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Surveys;

/// <summary>アンケート (F07): answers are counted, nobody has to act on them.</summary>
public sealed class SurveyAnswers : FormHandler
{
    public override string Form => SurveyAnswer.Name;

    public override Task<string?> FileAsync(Filing filing, CancellationToken ct)
    {
        filing.Record.Move(SubmissionState.Closed, filing.Submission, filing.Now);
        // Anonymous answers are nobody's data: they stay with the survey.
        if (filing.Submission.Definition.Privacy is null) filing.Record.DeletePersonalAt = null;
        return Task.FromResult<string?>(null);
    }
}
