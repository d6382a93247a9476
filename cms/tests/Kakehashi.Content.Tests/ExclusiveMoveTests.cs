namespace Kakehashi.Content.Tests;

public sealed class ExclusiveMoveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kakehashi-move-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Of_many_that_want_one_name_at_the_same_instant_one_gets_it()
    {
        for (var round = 0; round < 200; round++)
        {
            var name = Path.Join(folder, $"{round}");
            var files = Enumerable.Range(0, 4).Select(number => Path.Join(folder, $"{round}-{number}")).ToList();
            files.ForEach(file => File.WriteAllText(file, file));
            using var start = new Barrier(files.Count);
            var got = new bool[files.Count];
            var threads = files.Select((file, number) => new Thread(() => { start.SignalAndWait(); got[number] = ExclusiveMove.Try(file, name); })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());

            Assert.Equal(files[Array.IndexOf(got, true)], File.ReadAllText(name));
            Assert.Equal(files.Where((_, number) => !got[number]), files.Where(File.Exists));
            Assert.Single(got, true);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        var file = Path.Join(folder, "file");
        File.WriteAllText(file, "");

        var fault = Assert.Throws<IOException>(() => ExclusiveMove.Try(file, Path.Join(folder, "missing", "file")));

        Assert.Contains("missing", fault.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }
}
