namespace Kakehashi.Content.Forms;

/// <summary>What a visitor answers; decides the control, what is tolerated, and the stored shape.</summary>
public enum QuestionKind
{
    /// <summary>One line, kept as typed but for blanks at its ends. JSON string.</summary>
    Text,

    /// <summary>Several lines, LF. JSON string.</summary>
    LongText,

    /// <summary>A person's name, kept as typed, with its reading in hiragana where there is one: <c>{ "name", "kana" }</c>.</summary>
    PersonName,

    /// <summary>A reading: hiragana; katakana and half-width kana are turned into it. JSON string.</summary>
    Kana,

    /// <summary>E-mail address, half-width. JSON string.</summary>
    Email,

    /// <summary>Telephone number, half-width, with hyphens where they are known. JSON string.</summary>
    Telephone,

    /// <summary>Seven digits as <c>320-0000</c>. JSON string.</summary>
    PostalCode,

    /// <summary>Postal address as typed. JSON string.</summary>
    Address,

    /// <summary>Absolute http or https address. JSON string.</summary>
    Url,

    /// <summary>法人番号: 13 digits with a check digit. JSON string.</summary>
    CorporateNumber,

    /// <summary>Whole number, not negative. JSON number.</summary>
    Number,

    /// <summary>Calendar date. JSON string <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>One of <see cref="Question.Choices"/>. JSON string.</summary>
    Choice,

    /// <summary>Any of <see cref="Question.Choices"/>, in their order. JSON array of strings.</summary>
    Choices,

    /// <summary>Keywords, separated by 、 or commas or lines. JSON array of strings.</summary>
    Tags,

    /// <summary>A statement to agree to or not. JSON <c>true</c>, or absent.</summary>
    Agreement,

    /// <summary>Files. Not among the answers: they travel sealed, each naming its question.</summary>
    Files,
}
