using System.Text;

namespace Kakehashi.Site.Publishing;

/// <summary>The folder that is served. Every file in it is whole at every moment; what the generator keeps lies in <c>.kakehashi/</c>.</summary>
public sealed class OutputFolder : IDisposable
{
    readonly string root;
    readonly string state;
    readonly string temporary;
    readonly FileStream held;
    readonly HashSet<string> folders = new(StringComparer.Ordinal);
    int number;

    /// <summary>Opens the folder for one writer, making it where it is missing.</summary>
    /// <exception cref="OutputInUseException">Another process builds into it.</exception>
    public OutputFolder(string path)
    {
        root = Path.GetFullPath(path);
        state = Path.Join(root, ".kakehashi");
        temporary = Path.Join(state, "tmp");
        Directory.CreateDirectory(state);
        try
        {
            // The system frees the lock with the process, also when it is killed.
            held = new FileStream(Path.Join(state, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new OutputInUseException(root, exception);
        }
        if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        Directory.CreateDirectory(temporary);
    }

    string ManifestPath => Path.Join(state, "manifest");

    string JournalPath => Path.Join(state, "journal");

    /// <summary>Files published, by path; those whose file is gone or has another length are left out.</summary>
    public Dictionary<string, Published> ReadManifest()
    {
        var files = Manifest.Read(ManifestPath);
        var damaged = files.AsParallel().Where(pair => !IsWhole(pair.Key, pair.Value)).Select(pair => pair.Key).ToList();
        foreach (var file in damaged) files[file] = files[file] with { Fingerprint = "damaged" };
        return files;
    }

    /// <summary>Files that a run which did not end was about to write or remove; empty after a run that ended.</summary>
    public IReadOnlyList<string> ReadJournal() => File.Exists(JournalPath) ? File.ReadAllLines(JournalPath) : [];

    /// <summary>Notes, on the disk before it returns, what may be half done from now on.</summary>
    public void WriteJournal(IEnumerable<string> files) => WriteState(JournalPath, Encoding.UTF8.GetBytes(string.Concat(files.Select(file => file + "\n"))));

    /// <summary>Ends a run: the manifest is replaced as a whole, then the journal goes.</summary>
    public void Complete(IReadOnlyDictionary<string, Published> files)
    {
        WriteState(ManifestPath, Manifest.Write(files));
        File.Delete(JournalPath);
    }

    /// <summary>Writes a file beside its place and renames it there. Safe to call from several threads.</summary>
    public void Write(string file, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Join(root, file);
        EnsureFolder(Path.GetDirectoryName(path)!);
        var draft = NextTemporary();
        using (var handle = File.OpenHandle(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None, bytes.Length))
            RandomAccess.Write(handle, bytes, 0);
        File.Move(draft, path, overwrite: true);
    }

    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte})"/>
    public async Task<long> WriteAsync(string file, Stream content, CancellationToken cancellation)
    {
        var path = Path.Join(root, file);
        EnsureFolder(Path.GetDirectoryName(path)!);
        var draft = NextTemporary();
        long length;
        await using (var stream = File.Create(draft))
        {
            await content.CopyToAsync(stream, cancellation);
            length = stream.Length;
        }
        File.Move(draft, path, overwrite: true);
        return length;
    }

    /// <summary>Removes a file and the folders that it leaves empty; a file that is not there is no mistake.</summary>
    public void Remove(string file)
    {
        var path = Path.Join(root, file);
        var folder = Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder)) File.Delete(path);
        while (folder.Length > root.Length)
        {
            if (Directory.Exists(folder))
            {
                if (Directory.EnumerateFileSystemEntries(folder).Any()) return;
                Directory.Delete(folder);
            }
            lock (folders) folders.Remove(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }

    /// <summary>A published text file.</summary>
    public Task<string> ReadTextAsync(string file, CancellationToken cancellation) => File.ReadAllTextAsync(Path.Join(root, file), cancellation);

    /// <summary>Length of a file; null where there is none.</summary>
    public long? LengthOf(string file) => new FileInfo(Path.Join(root, file)) is { Exists: true } info ? info.Length : null;

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    bool IsWhole(string file, Published entry) =>
        LengthOf(file) == entry.Length
        && (entry.Brotli is not { } brotli || LengthOf(file + ".br") == brotli)
        && (entry.Gzip is not { } gzip || LengthOf(file + ".gz") == gzip);

    string NextTemporary() => Path.Join(temporary, Interlocked.Increment(ref number).ToString(System.Globalization.CultureInfo.InvariantCulture));

    void EnsureFolder(string folder)
    {
        lock (folders)
            if (folders.Contains(folder)) return;
        Directory.CreateDirectory(folder);
        // Only now: another thread that finds it noted writes into it at once.
        lock (folders) folders.Add(folder);
    }

    static void WriteState(string path, byte[] bytes)
    {
        var draft = path + ".new";
        using (var stream = File.Create(draft))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }
}

/// <summary>Two builds may not write into one folder.</summary>
public sealed class OutputInUseException(string folder, Exception inner)
    : IOException($"{folder} には別の生成が書込み中です。終わるのを待つか、別の出力先を指定してください。", inner);
