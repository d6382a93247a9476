using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Forms.Documents;
using Kakehashi.Forms.Steps;
using Kakehashi.Themes.Models;

namespace Kakehashi.Forms.Tickets;

/// <summary><c>GET /forms/t/ID.KEY</c>: what a link from a mail opens. Opening it does not use it up: mail scanners open links too.</summary>
internal sealed class TicketEndpoint(TicketShelf tickets, FormDocuments documents, FormSteps steps)
{
    /// <returns>Null where the site has no form at all.</returns>
    public Reply? Open(string text)
    {
        var address = TicketAddress.Parse(text);
        if (address is null || tickets.Open(address.Link) is not { } ticket) return Unusable();
        if (address.ActionOf(ticket) is { } action)
            return documents.Of(action.Form, action.Subject) is { } document ? steps.Begin(document, address, ticket, action) : Unusable();
        return address.Action is null && documents.Frame() is { } frame
            ? new Reply(StatusCodes.Status200OK, TicketMenuPage.In(frame, "/forms/t/", ticket.Greeting, ticket.ExpiresAt, [.. ticket.Actions.Select(one => Link(address, one))]))
            : Unusable();
    }

    private static Link Link(TicketAddress address, TicketAction action) => new(action.Label, $"/forms/t/{Uri.EscapeDataString((address with { Action = action.Id }).ToString())}");

    private Reply? Unusable() => documents.Frame() is { } frame ? Replies.Notice(frame, FormMessage.LinkUnusable, StatusCodes.Status404NotFound) : null;
}
