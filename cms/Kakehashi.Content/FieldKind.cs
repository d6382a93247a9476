namespace Kakehashi.Content;

/// <summary>What a field holds; decides its input control, its parsing and its JSON shape.</summary>
public enum FieldKind
{
    /// <summary>One line of text. JSON string.</summary>
    Text,

    /// <summary>Several lines of plain text. JSON string, LF line ends.</summary>
    LongText,

    /// <summary>Markdown without raw HTML. JSON string, LF line ends.</summary>
    Markdown,

    /// <summary>Whole number, not negative. JSON number.</summary>
    Number,

    /// <summary>Amount in yen, not negative. JSON number.</summary>
    Money,

    /// <summary>Calendar date. JSON string <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>Instant, written in Japanese time. JSON string <c>yyyy-MM-ddTHH:mm:ss+09:00</c>.</summary>
    DateTime,

    /// <summary>Yes or no. JSON boolean.</summary>
    Boolean,

    /// <summary>One of a set: an enum's members or a list of the programme. JSON string.</summary>
    Choice,

    /// <summary>Free keywords, in the order given, without repetition. JSON array of strings.</summary>
    Tags,

    /// <summary>Slug of one item of <see cref="Field.ReferenceType"/>. JSON string.</summary>
    Reference,

    /// <summary>Slugs of items of <see cref="Field.ReferenceType"/>, in the order given. JSON array of strings.</summary>
    References,

    /// <summary>A picture with its alternative text: <see cref="Content.Picture"/>. JSON object.</summary>
    Picture,

    /// <summary>Documents to download: <see cref="Content.Attachment"/>. JSON array of objects.</summary>
    Attachments,

    /// <summary>Custom questions of a form: <see cref="CustomQuestion"/>. JSON array of objects.</summary>
    Questions,

    /// <summary>E-mail address. JSON string.</summary>
    Email,

    /// <summary>Telephone number, half-width with hyphens. JSON string.</summary>
    Telephone,

    /// <summary>Absolute http or https address. JSON string.</summary>
    Url,

    /// <summary>Postal address as typed. JSON string.</summary>
    Address,
}
