using Kakehashi.Content;

namespace Kakehashi.Site.Preview;

/// <summary>What the CMS posts to see a draft's page.</summary>
/// <param name="Document">The draft.</param>
/// <param name="Program">Settings to show it with; null = those of the site.</param>
/// <param name="Media">Files that the draft uses and the site does not have yet; null = none.</param>
public sealed record PreviewRequest(ItemDocument Document, ProgramSettings? Program = null, IReadOnlyList<MediaFile>? Media = null);
