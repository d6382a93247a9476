using System.Text.Json.Serialization;
using Kakehashi.Content;

namespace Kakehashi.Themes.Models;

/// <summary>A friendly notice in place of a form.</summary>
public sealed record FormMessagePage : PageModel
{
    /// <inheritdoc cref="FormMessage"/>
    public required FormMessage Message { get; init; }

    /// <summary>What has happened and what to do; never empty.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Where to go on; may be empty.</summary>
    public required IReadOnlyList<Link> Ways { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsListed => false;
}

/// <summary>What a notice is about.</summary>
public enum FormMessage
{
    /// <summary>Used, expired, unknown or mistyped: one page for all, so that it tells nothing to who guesses.</summary>
    LinkUnusable,

    /// <summary>A form that is opened by a link from a mail only.</summary>
    ByLinkOnly,

    Closed,
    NotYetOpen,
    TooManyRequests,
    TooLarge,

    /// <summary>The body is no form as a browser sends it.</summary>
    Unreadable,

    /// <summary>Sent from a page of another site.</summary>
    OtherSite,

    /// <summary>Nothing can be stored now.</summary>
    Unavailable,

    /// <summary>No form has this address.</summary>
    Unknown,
}

/// <summary>What a link lets its holder do, where there is more than one thing.</summary>
public sealed record TicketMenuPage : PageModel
{
    /// <summary>To whom the link was sent: name of an organisation.</summary>
    public required string Greeting { get; init; }

    /// <summary>Last instant of use.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>In order; never empty.</summary>
    public required IReadOnlyList<Link> Actions { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsListed => false;

    /// <summary>The menu in the frame of any form's page.</summary>
    /// <param name="frame">Gives what all pages share; its contact is shown.</param>
    /// <param name="address">Address of the menu without the link's key.</param>
    public static TicketMenuPage In(FormPage frame, string address, string greeting, DateTimeOffset expiresAt, IReadOnlyList<Link> actions) => new()
    {
        Shell = frame.Shell,
        Address = address,
        Title = "手続きを選ぶ",
        Description = "メールのリンクからできる手続きの一覧です。",
        Contact = frame.Contact,
        Greeting = greeting,
        ExpiresAt = expiresAt,
        Actions = actions,
    };
}
