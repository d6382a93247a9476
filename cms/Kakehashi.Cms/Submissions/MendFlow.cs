using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Frame;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Submissions;

/// <summary>Small mends of what was sent: first the fields, then what changes beside the mail that tells the sender.</summary>
/// <remarks>Consents and e-mail addresses stay the sender's own.</remarks>
public sealed class MendFlow(SubmissionDesk desk, SubmissionDetails details, Viewer viewer, Status status, IHttpContextAccessor accessor)
{
    public async Task<IResult> ShowAsync(Guid id, CancellationToken ct)
    {
        var (detail, refused) = await FindAsync(id, ct);
        return detail is null ? refused! : Show(detail, AnswerFields.Of(detail.Sent!.Definition, detail.Sent.Answers), [], "", []);
    }

    /// <summary>Step <c>check</c> shows the changes, <c>edit</c> goes back, <c>send</c> mends.</summary>
    public async Task<IResult> MendAsync(Guid id, IFormCollection form, CancellationToken ct)
    {
        var (detail, refused) = await FindAsync(id, ct);
        if (detail is null) return refused!;
        var (sent, mail) = (detail.Sent!, form["mail"].ToString().ReplaceLineEndings("\n"));
        var fields = Read(form, sent);
        var answers = AnswerReading.Read(sent.Definition, fields, question => sent.Files.Count(file => file.Question == question));
        IReadOnlyList<Mistake> mistakes = [.. answers.Mistakes.Select(mistake => new Mistake(mistake.Field, mistake.Message))];
        if (mistakes.Count > 0 || form["step"] == "edit") return Show(detail, fields, [], mail, mistakes);
        var changes = AnswerDifference.Between(sent.Definition, sent.Answers, answers.Values);
        if (changes.Count == 0) return Show(detail, fields, [], mail, [new Mistake(null, "変わったところがありません。直すところを書き換えてください。")]);
        if (form["step"] != "send") return Show(detail, fields, changes, mail.Length > 0 ? mail : Mail(detail, changes), []);
        var decision = await desk.MendAsync(id, viewer.Actor, fields, mail, ct);
        if (decision is Decision.Invalid invalid) return Show(detail, fields, changes, mail, [.. invalid.Problems.Select(problem => new Mistake(problem.Field == "mail" ? "mail" : null, problem.Message))]);
        if (decision is not Decision.Done) return HandlingFlow.Refuse(decision);
        status.Say(accessor.HttpContext!, "直しました。送った方にメールでお知らせします。");
        return Results.Redirect($"/submissions/{id}");
    }

    async Task<(SubmissionDetail?, IResult?)> FindAsync(Guid id, CancellationToken ct)
    {
        if (!viewer.MayHandleSubmissions) return (null, HandlingFlow.Refuse(new Decision.Forbidden("小さな修正は事務局の役割で行えます。")));
        return await details.FindAsync(id, "小さな修正", ct) is not { } detail ? (null, Pages.Failure(StatusCodes.Status404NotFound))
            : detail.Sent is null || !MemberSubmission.Waits(detail.Record.State) ? (null, HandlingFlow.Refuse(new Decision.NotLegal("受付か確認中のものだけを直せます。")))
            : (detail, null);
    }

    /// <summary>Whether the office may change the answers of a question.</summary>
    public static bool IsMendable(Question question) => question.Kind is not (QuestionKind.Agreement or QuestionKind.Email or QuestionKind.Files);

    static PostedFields Read(IFormCollection form, Submission sent)
    {
        var (fields, own) = (new PostedFields(), AnswerFields.Of(sent.Definition, sent.Answers));
        var fixedNames = sent.Definition.AllQuestions().Where(question => !IsMendable(question)).Select(question => question.Name).ToHashSet(StringComparer.Ordinal);
        bool IsFixed(string key) => fixedNames.Contains(key[(key.LastIndexOf('.') + 1)..]);
        foreach (var (key, values) in form)
            if (key.StartsWith(AnswerFields.Prefix, StringComparison.Ordinal) && !IsFixed(key))
                foreach (var value in values) fields.Add(key, value?.ReplaceLineEndings("\n") ?? "");
        foreach (var key in own.Keys.Where(IsFixed))
            foreach (var value in own[key]) fields.Add(key, value);
        return fields;
    }

    static string Mail(SubmissionDetail detail, IReadOnlyList<FieldDifference> changes) =>
        $"""
        ご担当者様

        送っていただいた「{SubmissionTable.FormLabel(detail.Record.Form)}」について、次のところを事務局で直しました。
        ご確認のうえ、違うところがあればお知らせください。

        {string.Join("\n\n", changes.Select(Words))}

        受付番号：{detail.Receipt}
        """;

    static string Words(FieldDifference change) =>
        $"■{change.Label}\n直す前：{Side(change, LineChange.Removed)}\n直した後：{Side(change, LineChange.Added)}";

    static string Side(FieldDifference change, LineChange side) =>
        string.Join('\n', change.Lines.Where(line => line.Change == side).Select(line => line.Before + line.Changed + line.After)) is { Length: > 0 } text ? text : "（なし）";

    static IResult Show(SubmissionDetail detail, PostedFields fields, IReadOnlyList<FieldDifference> changes, string mail, IReadOnlyList<Mistake> mistakes) =>
        Pages.Show<MendScreen>(new { Detail = detail, Fields = fields, Changes = changes, Mail = mail, Mistakes = mistakes },
            mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
