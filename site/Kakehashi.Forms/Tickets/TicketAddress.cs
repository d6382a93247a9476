using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Forms.Tickets;

/// <summary>A link and which of its actions: <c>ID.KEY</c> or <c>ID.KEY.ACTION</c>.</summary>
/// <param name="Action">Null where the link has one action only, or none was chosen yet.</param>
internal sealed record TicketAddress(TicketLink Link, string? Action)
{
    /// <returns>Null for anything that is no link.</returns>
    public static TicketAddress? Parse(string text) => text.Split('.', 3) switch
    {
        [var id, var key] => TicketLink.Parse($"{id}.{key}") is { } link ? new(link, null) : null,
        [var id, var key, var action] => TicketLink.Parse($"{id}.{key}") is { } link ? new(link, action) : null,
        _ => null,
    };

    /// <summary>The action that is meant; null where there is none of that name, or none was chosen of several.</summary>
    public TicketAction? ActionOf(TicketDocument ticket) =>
        Action is null ? ticket.Actions is [var only] ? only : null : ticket.Actions.FirstOrDefault(action => action.Id == Action);

    /// <summary>A secret: not for logs.</summary>
    public override string ToString() => Action is null ? Link.ToString() : $"{Link}.{Action}";
}
