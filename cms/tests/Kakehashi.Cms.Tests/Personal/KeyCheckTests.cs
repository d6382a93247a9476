using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Tests.Setting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Personal;

public sealed class KeyCheckTests(Cluster cluster) : IAsyncLifetime
{
    readonly Installation cms = new(cluster) { Empty = true };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => cms.InitializeAsync();

    public ValueTask DisposeAsync() => cms.DisposeAsync();

    [Fact]
    public async Task Without_the_keys_of_its_personal_data_the_cms_does_not_start()
    {
        await (await CmsHost.OpenAsync(cms.Options, Ct)).DisposeAsync();
        var keys = Path.Combine(cms.Options.DataDirectory, "keys");
        Directory.Move(keys, keys + ".lost");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => CmsHost.OpenAsync(cms.Options, Ct));
        Assert.Contains("keys/personal.json", refused.Message, StringComparison.Ordinal);
        Directory.Delete(keys, recursive: true);
        Directory.Move(keys + ".lost", keys);
        cms.Get<KeyRing>().Rotate();
        await (await CmsHost.OpenAsync(cms.Options, Ct)).DisposeAsync();
        await using var db = await cms.DbAsync();
        Assert.Equal(3, await db.Set<KeyCheck>().CountAsync(Ct));
    }

    [Fact]
    public async Task The_keys_of_cookies_stand_unreadable_in_the_database_and_every_process_reads_them()
    {
        var cookie = cms.Get<IDataProtectionProvider>().CreateProtector("test").Protect("花");
        await using var db = await cms.DbAsync();
        var xml = Assert.Single(await db.ProtectionKeys.ToListAsync(Ct)).Xml;
        Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
        await using var other = CmsHost.Create(cms.Options);
        Assert.Equal("花", other.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(cookie));
    }

    [Fact]
    public async Task A_look_at_personal_data_is_a_row_of_the_audit_log()
    {
        await cms.Get<ViewLog>().NoteAsync(cms.Secretariat, ["member:1", "member:2"], "会員の一覧", Ct);
        await cms.Get<ViewLog>().NoteAsync(cms.Operator, ["member:1"], "問い合わせへの回答", Ct);
        Assert.Equal([(cms.Operator.Id, "問い合わせへの回答"), (cms.Secretariat.Id, "会員の一覧")],
            (await cms.Get<ViewLog>().OfAsync("member:1", Ct)).Select(view => (view.ActorId, view.Why)));
        await using var db = await cms.DbAsync();
        Assert.Null(await AuditTrail.VerifyAsync(db, Ct));
    }
}
