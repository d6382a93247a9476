using System.Security.Cryptography;
using Kakehashi.Cms.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Kakehashi.Cms.MemberImport;

/// <summary>Keeps an uploaded list between the dry run and the import: unreadable on disk, for its owner alone, for a day at most.</summary>
public sealed class HeldSheets(CmsOptions options, IDataProtectionProvider protection, TimeProvider time)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    readonly string folder = Path.Combine(options.DataDirectory, "member-imports");

    /// <returns>Name by which the list is found again.</returns>
    public async Task<Guid> KeepAsync(byte[] bytes, Actor actor, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder).Where(file => File.GetLastWriteTimeUtc(file) < time.GetUtcNow().UtcDateTime - Lifetime)) File.Delete(old);
        var id = Guid.NewGuid();
        await File.WriteAllBytesAsync(PathOf(id), ProtectorOf(actor).Protect(bytes, Lifetime), ct);
        return id;
    }

    /// <summary>The list; null once its time is over, it was let go, or it is somebody else's.</summary>
    public async Task<byte[]?> FindAsync(Guid id, Actor actor, CancellationToken ct)
    {
        try
        {
            return ProtectorOf(actor).Unprotect(await File.ReadAllBytesAsync(PathOf(id), ct));
        }
        catch (Exception exception) when (exception is IOException or CryptographicException)
        {
            return null;
        }
    }

    public void Drop(Guid id) => File.Delete(PathOf(id));

    ITimeLimitedDataProtector ProtectorOf(Actor actor) => protection.CreateProtector("Kakehashi.Cms.MemberImport", actor.Id.ToString()).ToTimeLimitedDataProtector();

    string PathOf(Guid id) => Path.Combine(folder, id.ToString("n"));
}
