using System.Globalization;
using System.Text.Json;
using Schakel.Store;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Views;

/// <summary>The views of an official as they are kept (bewaarde weergaven).</summary>
/// <param name="Version">How often they were changed.</param>
/// <param name="Now">The views.</param>
/// <param name="Before">The views before the last change, to go back to; absent when there is nothing to undo.</param>
/// <param name="Last">The last change; absent when there was none.</param>
/// <param name="Name">Which view it was about.</param>
public sealed record KeptViews(int Version, ViewSet Now, ViewSet? Before, ViewChange? Last, string Name)
{
    /// <summary>Nothing was kept yet.</summary>
    public static KeptViews None { get; } = new(0, ViewSet.Empty, null, null, "");
}

/// <summary>
/// Keeps views (plank): a small file for each official, by function and number, that nobody else's page reads. A change is written beside it
/// and put in its place whole, so that a machine that falls leaves the one before or the one after.
/// </summary>
/// <param name="folder">Where they are kept.</param>
public sealed class ViewShelf(string folder)
{
    private readonly Lock _one = new();

    /// <summary>The views of an official.</summary>
    /// <param name="caller">Whose.</param>
    public KeptViews Of(Caller caller)
    {
        var path = PathOf(caller);
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<KeptViews>(File.ReadAllBytes(path)) is { Now.Views.IsDefault: false } kept ? kept : KeptViews.None;
        }
        catch (JsonException)
        {
            return KeptViews.None; // A file that somebody spoiled keeps nobody from their work; the next change writes it anew.
        }
    }

    /// <summary>Changes them; nothing is written when it is not possible, or changes nothing.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="kind">What kind of change it is.</param>
    /// <param name="name">Which view it is about.</param>
    /// <param name="change">The change.</param>
    public (KeptViews Kept, ViewFault? Fault) Change(Caller caller, ViewChange kind, string name, Func<ViewSet, (ViewSet? Set, ViewFault? Fault)> change)
    {
        lock (_one)
        {
            var kept = Of(caller);
            var (set, fault) = change(kept.Now);
            return set is null ? (kept, fault) : ReferenceEquals(set, kept.Now) ? (kept, null) : (Write(caller, new(kept.Version + 1, set, kept.Now, kind, name)), null);
        }
    }

    /// <summary>Undoes the last change, when it is still the one that is meant.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="version">The version after that change.</param>
    public (KeptViews Kept, ViewFault? Fault) Undo(Caller caller, int version)
    {
        lock (_one)
        {
            var kept = Of(caller);
            return kept.Before is { } before && kept.Version == version
                ? (Write(caller, new(kept.Version + 1, before, null, ViewChange.Undone, kept.Name)), null) : (kept, ViewFault.NothingToUndo);
        }
    }

    private KeptViews Write(Caller caller, KeptViews kept)
    {
        Directory.CreateDirectory(folder);
        DurableFile.Write(PathOf(caller), JsonSerializer.SerializeToUtf8Bytes(kept));
        return kept;
    }

    // A function's code and a number: nothing that somebody types comes into the path.
    private string PathOf(Caller caller) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{caller.Function.Code}-{caller.Number}.json"));
}
