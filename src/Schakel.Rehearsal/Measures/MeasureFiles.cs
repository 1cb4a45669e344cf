using System.Collections.Immutable;

namespace Schakel.Rehearsal.Measures;

/// <summary>Where measures come from (maatregelbestanden): those that come with the program, by name, and files on disk, by path.</summary>
public static class MeasureFiles
{
    private const string Folder = "data/measures/";

    /// <summary>Names of the measures that come with the program, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(MeasureFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".json".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Loads a measure with all that it combines: itself first, then the others in the order of the file.</summary>
    /// <param name="nameOrPath">A name of <see cref="Names"/>, or the path of a file: whatever ends in <c>.json</c> or holds a slash.</param>
    /// <exception cref="MeasureFaultException">There is no such measure, or it breaks a rule, or the measures it combines form a circle.</exception>
    public static ImmutableArray<Measure> Load(string nameOrPath)
    {
        var all = ImmutableArray.CreateBuilder<Measure>();
        Collect(nameOrPath, [], all);
        return all.ToImmutable();
    }

    /// <summary>Loads several measures, in order.</summary>
    /// <exception cref="MeasureFaultException">One of them breaks a rule, or two have the same id.</exception>
    public static ImmutableArray<Measure> LoadAll(IEnumerable<string> namesOrPaths)
    {
        var all = namesOrPaths.SelectMany(name => Load(name)).ToImmutableArray();
        MeasureSet.RefuseSameId(all);
        return all;
    }

    private static void Collect(string nameOrPath, ImmutableArray<Measure> above, ImmutableArray<Measure>.Builder all)
    {
        var onDisk = nameOrPath.EndsWith(".json", StringComparison.Ordinal) || nameOrPath.Contains('/', StringComparison.Ordinal)
            || nameOrPath.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var measure = MeasureReader.Read(nameOrPath, onDisk ? OnDisk(nameOrPath) : Embedded(nameOrPath));
        if (!onDisk && measure.Id != nameOrPath)
        {
            throw new MeasureFaultException(nameOrPath, "$.id", $"\"{measure.Id}\"", $"the file's name says {nameOrPath}");
        }

        var chain = above.Add(measure);
        all.Add(measure);
        for (var i = 0; i < measure.Combines.Length; i++)
        {
            var next = measure.Combines[i];
            if (chain.Any(m => m.Id == next))
            {
                throw new MeasureFaultException(
                    nameOrPath, FormattableString.Invariant($"$.combines[{i}]"), $"\"{next}\"",
                    $"the measures form a circle: {string.Join(" → ", chain.Select(m => m.Id))} → {next}");
            }

            var beside = onDisk ? Path.Combine(Path.GetDirectoryName(nameOrPath) ?? "", next + ".json") : next;
            Collect(onDisk && File.Exists(beside) ? beside : next, chain, all);
        }
    }

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(MeasureFiles).Assembly.GetManifestResourceStream($"{Folder}{name}.json")
            ?? throw new MeasureFaultException(
                name, "", "", $"there is no measure of this name; there are {string.Join(", ", Names)}; a file is given by its path");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] OnDisk(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MeasureFaultException(path, "", "", "there is no such file", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MeasureFaultException(path, "", "", "the file cannot be read", fault);
        }
    }
}
