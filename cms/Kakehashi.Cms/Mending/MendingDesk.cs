using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Preview;

namespace Kakehashi.Cms.Mending;

/// <summary>Puts right by machine what was found on a revision: one more revision, which the one before it can replace again.</summary>
public sealed class MendingDesk(EditorialDesk desk, ItemQueries items, AccessibilityCheck accessibility)
{
    /// <summary>Stands for every finding that a machine can mend.</summary>
    public const string Everything = "all";

    /// <summary>Saves a revision in which findings are mended.</summary>
    /// <param name="revision">Number of the revision that the editor saw; it must be the newest.</param>
    /// <param name="which">Fingerprint of a finding, or <see cref="Everything"/>.</param>
    /// <returns>What became of the save, and how many findings were mended; 0 = nothing had to be saved.</returns>
    public async Task<(Outcome Outcome, int Mended)> MendAsync(Guid itemId, int revision, string which, Actor actor, CancellationToken ct)
    {
        if (await items.FindAsync(itemId, ct) is not { } detail) return (new Outcome.NotFound(), 0);
        if (detail.Newest.Number != revision) return (new Outcome.Conflict(detail.Newest), 0);
        var page = await accessibility.OfAsync(detail.Item, detail.Newest, [], ct);
        if (page is { Reached: false }) return (new Outcome.Unjudged($"{AccessibilityCheck.Away}下書きは保存されています。しばらくしてから、もう一度押してください。"), 0);
        var draft = detail.Newest.ToDraft();
        var mended = TextMend.Apply(draft.Values, page?.Findings.Where(found => which == Everything || found.Fingerprint == which) ?? []);
        return mended == 0 ? (new Outcome.Done(detail.Item), 0) : (await desk.SaveAsync(itemId, revision, draft, actor, ct), mended);
    }

    /// <summary>What the next screen says.</summary>
    public static string Words(int mended) => mended == 0
        ? "機械で直せるところは、もうありません。"
        : $"{mended}か所を直して、下書きを保存しました。元に戻すときは「版の履歴」で前の版を選んでください。";
}
