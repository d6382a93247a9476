using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Submissions;

/// <summary>The handlers by the names of their forms.</summary>
public sealed class FormHandlers(IEnumerable<FormHandler> handlers)
{
    readonly Dictionary<string, FormHandler> byForm = handlers.ToDictionary(handler => handler.Form, StringComparer.Ordinal);

    /// <summary>The form's handler; one that only files for forms without their own.</summary>
    public FormHandler Of(string form) => byForm.GetValueOrDefault(form) ?? new Plain(form);

    sealed class Plain(string form) : FormHandler
    {
        public override string Form => form;

        public override string Headline(Submission submission) => submission.Answers.Text("title") is { Length: > 0 } title ? title
            : AnswerText.Of(submission.Definition, submission.Answers).FirstOrDefault(line => line.Question.Name == "topic")?.Lines is [var topic, ..] ? topic : "";
    }
}
