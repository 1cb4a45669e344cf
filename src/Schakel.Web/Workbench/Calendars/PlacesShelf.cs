using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Schakel.Store;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>How many appointments a day holds at a centre (plekken), as whoever plans there said.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="PerDay">How many.</param>
/// <param name="By">Personnel number of who said so.</param>
public sealed record CentrePlaces(int Centre, int PerDay, int By);

/// <summary>
/// Keeps how much fits in a day at each centre (plank van plekken): a small file for each service that plans, which all who plan for it read and
/// change. It is written beside it and put in its place whole. The chain itself has no such number, and nothing is refused by it.
/// </summary>
/// <param name="folder">Where it is kept.</param>
public sealed class PlacesShelf(string folder)
{
    /// <summary>Most places of a day.</summary>
    public const int MostPerDay = 10_000;

    /// <summary>Most centres that one may say something about.</summary>
    public const int MostCentres = 500;

    private readonly Lock _one = new();

    /// <summary>What fits, as the service of an official says.</summary>
    /// <param name="caller">The official.</param>
    public ImmutableArray<CentrePlaces> Of(Caller caller)
    {
        var path = PathOf(caller);
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<ImmutableArray<CentrePlaces>>(File.ReadAllBytes(path)) is { IsDefault: false } kept ? kept : [];
        }
        catch (JsonException)
        {
            return []; // A file that somebody spoiled keeps nobody from their work; the next change writes it anew.
        }
    }

    /// <summary>Says how much fits at a centre, or that it is not known.</summary>
    /// <param name="caller">Who says so.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="perDay">How many; absent to let it go.</param>
    public void Say(Caller caller, int centre, int? perDay)
    {
        lock (_one)
        {
            var others = Of(caller).RemoveAll(each => each.Centre == centre);
            if (perDay is { } many && others.Length < MostCentres)
            {
                others = others.Add(new(centre, many, caller.Number));
            }
            Write(PathOf(caller), [.. others.OrderBy(each => each.Centre)]);
        }
    }

    private void Write(string path, ImmutableArray<CentrePlaces> places)
    {
        Directory.CreateDirectory(folder);
        DurableFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(places));
    }

    // A service is the officials of one role: nothing that somebody types comes into the path.
    private string PathOf(Caller caller) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{(long)caller.Function.Role}.json"));
}
