namespace Kakehashi.Content.Forms;

/// <summary>One form: what it asks, why, and what follows. Rendered by the theme in every step, read by the forms API, read again by the CMS.</summary>
/// <param name="Name">Name in the address <c>/forms/NAME/</c>.</param>
/// <param name="Title">Japanese title of the page.</param>
public sealed record FormDefinition(string Name, string Title)
{
    /// <summary>Paragraphs before the questions; may be empty.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>In order; empty where there is nothing to ask but one decision.</summary>
    public IReadOnlyList<QuestionGroup> Groups { get; init; } = [];

    /// <summary>Words of the button that sends: 登録を申し込む.</summary>
    public required string Submit { get; init; }

    /// <summary>What happens after sending, in order; sentences of the receipt page and of the acknowledgement.</summary>
    public required IReadOnlyList<string> Next { get; init; }

    /// <summary>What personal data are for; null where none is asked for.</summary>
    public PrivacyNotice? Privacy { get; init; }

    /// <inheritdoc cref="FormAccess"/>
    public FormAccess Access { get; init; } = FormAccess.Everybody;

    /// <summary>Working days until the office answers; null where nothing is answered.</summary>
    public int? AnswerInDays { get; init; }

    /// <summary>Question whose e-mail address gets the acknowledgement; null = no mail.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Every question, repeated ones once, in order.</summary>
    public IEnumerable<Question> AllQuestions() => Groups.SelectMany(group => group.Questions);

    /// <summary>Address of the form.</summary>
    /// <param name="subject">Slug of what it is about; null for forms about nothing in particular.</param>
    public static string AddressOf(string name, string? subject) => subject is null ? $"/forms/{name}/" : $"/forms/{name}/{subject}/";
}

/// <summary>Who may open a form.</summary>
public enum FormAccess
{
    /// <summary>Anybody.</summary>
    Everybody,

    /// <summary>Who came by a link from a mail.</summary>
    Ticket,
}

/// <summary>個人情報の取扱い, told before sending (F12).</summary>
/// <param name="Purpose">What the data are used for, one sentence.</param>
/// <param name="SharedWith">Who else learns them, one sentence.</param>
/// <param name="Kept">How long they are kept.</param>
public sealed record PrivacyNotice(string Purpose, string SharedWith, Retention Kept);

/// <summary>How long personal data are kept.</summary>
/// <param name="Days">Days after <paramref name="From"/>; with <see cref="RetentionStart.FiscalYearEnd"/> they are added to the end of that fiscal year.</param>
public sealed record Retention(int Days, RetentionStart From)
{
    /// <summary>The period as visitors read it.</summary>
    public string Words => From switch
    {
        RetentionStart.FiscalYearEnd => $"手続きが終わった年度の末から{Period}保存し、そのあと消去します。",
        RetentionStart.Event => $"イベントの日から{Period}保存し、そのあと消去します。",
        RetentionStart.Withdrawal => $"退会の日から{Period}で消去します。登録に至らなかったときは、その決定から{Period}で消去します。",
        _ => $"手続きが終わった日から{Period}保存し、そのあと消去します。",
    };

    string Period => Days % 365 == 0 ? $"{Days / 365}年" : $"{Days}日";
}

/// <summary>From when a retention period counts.</summary>
public enum RetentionStart
{
    /// <summary>The submission was closed, approved or refused.</summary>
    Closing,

    /// <summary>The end of the event.</summary>
    Event,

    /// <summary>The member withdrew.</summary>
    Withdrawal,

    /// <summary>31 March after closing.</summary>
    FiscalYearEnd,
}
