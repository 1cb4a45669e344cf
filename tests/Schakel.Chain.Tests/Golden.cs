using System.Runtime.CompilerServices;

namespace Schakel.Chain.Tests;

/// <summary>Compares with a committed file; SCHAKEL_ACCEPT=1 writes it instead.</summary>
internal static class Golden
{
    public static void Matches(string path, string actual)
    {
        var file = PathOf(path);
        if (Environment.GetEnvironmentVariable("SCHAKEL_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? "");
            File.WriteAllText(file, actual);
        }
        Assert.True(File.Exists(file), $"{path} does not exist; review and accept with SCHAKEL_ACCEPT=1.");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    private static string PathOf(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here) ?? "", path);
}
