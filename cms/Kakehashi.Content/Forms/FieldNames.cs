namespace Kakehashi.Content.Forms;

/// <summary>Fields of a form's page that are no answers.</summary>
public static class FieldNames
{
    /// <summary>The button that was pressed.</summary>
    public const string Step = "step";

    /// <summary>Mark of the check page: makes sending twice one submission.</summary>
    public const string Token = "token";

    /// <summary>The link by which the visitor came: <c>ID.KEY</c>.</summary>
    public const string Ticket = "ticket";

    /// <summary>A field that people neither see nor hear; who fills it in is no person.</summary>
    public const string Trap = "website-2";
}
