namespace Schakel.Rehearsal.Tests.Data;

/// <summary>A copy of the data folder that a test may spoil.</summary>
internal sealed class DataCopy : IDisposable
{
    private DataCopy(string folder) => Folder = folder;

    public string Folder { get; }

    public static DataCopy Whole()
    {
        var copy = new DataCopy(Directory.CreateTempSubdirectory("schakel-data-").FullName);
        var original = Original();
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Replaces a text that occurs in the file; a test that spoils nothing must not pass.</summary>
    public DataCopy With(string file, string was, string becomes)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold: {was}");
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), becomes, text.AsSpan(at + was.Length)));
        return this;
    }

    public DataCopy With(string file, Func<byte[], byte[]> change)
    {
        var path = Path.Combine(Folder, file);
        File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
        return this;
    }

    public DataCopy Without(string file)
    {
        File.Delete(Path.Combine(Folder, file));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Original()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
            {
                return Path.Combine(folder.FullName, "data");
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Schakel.slnx.");
    }
}
