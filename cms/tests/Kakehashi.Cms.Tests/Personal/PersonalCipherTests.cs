using Kakehashi.Cms.Personal;

namespace Kakehashi.Cms.Tests.Personal;

public sealed class PersonalCipherTests : IDisposable
{
    readonly string data = Directory.CreateTempSubdirectory("kakehashi-keys-").FullName;
    readonly Place place = new("contacts", Guid.Parse("11111111-1111-1111-1111-111111111111"), "name");

    CmsOptions Options => new() { ConnectionString = "", DataDirectory = data };

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public void A_value_is_kept_unreadable_and_opens_in_its_place()
    {
        var cipher = new PersonalCipher(new KeyRing(Options));
        var kept = cipher.Seal("見本 花子", place);
        Assert.Equal(-1, kept.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes("見本")));
        Assert.NotEqual(kept, cipher.Seal("見本 花子", place));
        Assert.Equal("見本 花子", cipher.Open(kept, place));
    }

    [Fact]
    public void A_value_moved_to_another_row_or_column_is_refused()
    {
        var cipher = new PersonalCipher(new KeyRing(Options));
        var kept = cipher.Seal("見本 花子", place);
        Place[] others = [place with { Row = Guid.NewGuid() }, place with { Column = "kana" }, place with { Table = "members" }];
        foreach (var other in others) Assert.Throws<UnreadablePersonalDataException>(() => cipher.Open(kept, other));
    }

    [Fact]
    public void What_is_no_kept_value_or_was_changed_anywhere_is_refused()
    {
        var cipher = new PersonalCipher(new KeyRing(Options));
        var kept = cipher.Seal("花", place);
        for (var length = 0; length < kept.Length; length++) Assert.Throws<UnreadablePersonalDataException>(() => cipher.Open(kept[..length], place));
        for (var at = 0; at < kept.Length; at++)
        {
            var changed = kept.ToArray();
            changed[at] ^= 1;
            Assert.Throws<UnreadablePersonalDataException>(() => cipher.Open(changed, place));
        }
    }

    [Fact]
    public void After_rotation_new_values_take_the_new_key_and_old_ones_still_open_in_every_process()
    {
        var (ring, elsewhere) = (new KeyRing(Options), new KeyRing(Options));
        var (cipher, other) = (new PersonalCipher(ring), new PersonalCipher(elsewhere));
        var before = cipher.Seal("前", place);
        Assert.Equal("前", other.Open(before, place));
        ring.Rotate();
        var after = cipher.Seal("後", place);
        Assert.True(cipher.IsOutdated(before));
        Assert.False(cipher.IsOutdated(after));
        Assert.Equal(("前", "後"), (cipher.Open(before, place), cipher.Open(after, place)));
        Assert.Equal("後", other.Open(after, place));
        Assert.Equal(2, new KeyRing(Options).All.Count);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void The_ring_is_readable_by_its_owner_alone_and_refused_otherwise()
    {
        _ = new KeyRing(Options).Newest;
        var path = Path.Combine(data, "keys", "personal.json");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<InvalidOperationException>(() => new KeyRing(Options).Newest).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_given_by_the_setting_leaves_no_file()
    {
        _ = new KeyRing(Options).Newest;
        var json = File.ReadAllText(Path.Combine(data, "keys", "personal.json"));
        Directory.Delete(Path.Combine(data, "keys"), recursive: true);
        var ring = new KeyRing(Options with { PersonalKeys = json });
        var cipher = new PersonalCipher(ring);
        Assert.Equal("値", cipher.Open(cipher.Seal("値", place), place));
        Assert.Throws<InvalidOperationException>(ring.Rotate);
        Assert.False(Directory.Exists(Path.Combine(data, "keys")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"keys":[],"index":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}""")]
    [InlineData("""{"keys":[{"id":"a","key":"AAAA"}],"index":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}""")]
    public void A_ring_that_is_not_whole_says_so(string json) =>
        Assert.Contains("not whole", Assert.Throws<InvalidOperationException>(() => new KeyRing(Options with { PersonalKeys = json }).Newest).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Processes_that_start_at_once_agree_on_one_ring()
    {
        var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new KeyRing(Options).Newest.Id)));
        Assert.Single(rings.Distinct());
    }
}
