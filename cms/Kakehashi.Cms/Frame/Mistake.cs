namespace Kakehashi.Cms.Frame;

/// <summary>One thing to mend before a form can be taken.</summary>
/// <param name="Field">Name of the field it is about; null where it is about the whole.</param>
/// <param name="Message">Japanese sentence that says what to do.</param>
/// <param name="IsLead">Nothing to mend, but what to know before the mistakes.</param>
public sealed record Mistake(string? Field, string Message, bool IsLead = false)
{
    /// <summary>Element to jump to; null where there is none.</summary>
    public string? Id => Field is null ? null : IdOf(Field);

    /// <summary>Id of the control of a field.</summary>
    public static string IdOf(string field) => "f-" + field.Replace('.', '-');
}
