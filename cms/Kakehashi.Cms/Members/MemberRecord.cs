namespace Kakehashi.Cms.Members;

/// <summary>会員 in the registry: what the office knows beside the public item. No personal data; those stand in <see cref="MemberContact"/>.</summary>
public sealed class MemberRecord
{
    public Guid Id { get; init; }

    /// <summary>The public item of type <c>member</c>.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Name of the organisation, for lists and duplicates.</summary>
    public required string Name { get; set; }

    /// <summary>The name folded for comparison: width, kana, blanks and 株式会社 and the like away.</summary>
    public required string FoldedName { get; set; }

    /// <summary>13 digits; null for none.</summary>
    public string? CorporateNumber { get; set; }

    /// <summary>Host of the website without <c>www.</c>, lower case; null for none.</summary>
    public string? Domain { get; set; }

    /// <summary>Postal code and address, as they were typed; null for none.</summary>
    public string? PostalAddress { get; set; }

    /// <summary>Slugs of fields of interest.</summary>
    public List<string> Interests { get; set; } = [];

    public MemberState State { get; set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>UTC; null while it is a member.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Row version (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }
}

public enum MemberState
{
    [Content.Label("会員")] Active,
    [Content.Label("退会")] Withdrawn,
}

/// <summary>担当者 of a member. The row goes when its personal data go.</summary>
public sealed class MemberContact
{
    public Guid Id { get; init; }

    public required Guid MemberId { get; init; }

    /// <summary>Ciphertext of <see cref="ContactPerson"/> as JSON.</summary>
    public required byte[] Person { get; set; }

    /// <summary>Blind index of the e-mail address.</summary>
    public required byte[] AddressIndex { get; set; }

    /// <summary>From 0, the order in which the member gave them.</summary>
    public required int Position { get; set; }

    /// <summary>Agreed to the mailing; nobody is mailed otherwise.</summary>
    public bool Mailing { get; set; }

    /// <summary>When a link that was mailed to the address was first used, UTC; null while none was.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>When its personal data are to be deleted, UTC; null while it is in use.</summary>
    public DateTimeOffset? DeleteAt { get; set; }
}

/// <summary>Who a contact is.</summary>
public sealed record ContactPerson(string Name, string? Kana, string? Department, string Email, string? Telephone);

/// <summary>A link that was mailed. The key stands in the mail alone; here is only its hash.</summary>
public sealed class TicketRecord
{
    /// <summary>128 bits, base64url.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the key.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Form or forms that it opens, by name, joined with a comma.</summary>
    public required string Forms { get; init; }

    public Guid? MemberId { get; init; }

    public Guid? ContactId { get; init; }

    /// <summary>Submission that it verifies, corrects or cancels; null for none.</summary>
    public Guid? SubmissionId { get; init; }

    /// <summary>Blind index of the address it was mailed to.</summary>
    public required byte[] AddressIndex { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>UTC; null until the first accepted submission.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
