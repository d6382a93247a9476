namespace Kakehashi.Content.Delivery;

/// <summary>How the public site stands, as the site process tells the CMS (<c>GET /status</c> on the preview socket).</summary>
/// <param name="At">When the site was last brought up to date; null = not since the process started.</param>
/// <param name="Pages">Pages of the site then.</param>
/// <param name="Rendered">Pages written then.</param>
/// <param name="Held">Barriers on the pages that were held back then, by address.</param>
/// <param name="Problems">Mistakes for which the newest content is not published at all.</param>
/// <param name="Fault">What hindered the newest run, in Japanese; null = nothing.</param>
public sealed record SiteReport(DateTimeOffset? At, int Pages, int Rendered, IReadOnlyList<HeldPage> Held, IReadOnlyList<Problem> Problems, string? Fault);

/// <summary>A page of the public site (<c>GET /pages</c> on the preview socket).</summary>
/// <param name="Address">Root-relative; unique.</param>
/// <param name="Title">Heading of the page.</param>
public sealed record PublicPage(string Address, string Title);

/// <summary>A barrier on a page, for which the page stays as it was.</summary>
/// <param name="Address">Root-relative address of the page.</param>
/// <param name="Message">Japanese: what is wrong and how to mend it.</param>
/// <param name="Excerpt">The place itself.</param>
public sealed record HeldPage(string Address, string Message, string Excerpt);
