using System.Collections.Immutable;
using System.Data.Common;

namespace Schakel.Store.Verifying;

/// <summary>Collects what is wrong, up to a limit (verzameling).</summary>
internal sealed class Problems
{
    private const int Most = 1000;
    private readonly ImmutableArray<Problem>.Builder _all = ImmutableArray.CreateBuilder<Problem>();

    public int Count { get; private set; }

    public ImmutableArray<Problem> All => _all.ToImmutable();

    public void Add(ProblemKind kind, string text)
    {
        if (Count++ < Most)
        {
            _all.Add(new(kind, text));
        }
    }
    /// <summary>Does a part of the verification. What ends it is a problem itself, and the rest goes on; a database that cannot be read ends everything.</summary>
    /// <param name="kind">What kind of problem it is then.</param>
    /// <param name="what">What could not be verified.</param>
    /// <param name="part">The part.</param>
    public void Try(ProblemKind kind, string what, Action part)
    {
        try
        {
            part();
        }
#pragma warning disable CA1031 // Altered data may break whatever reads them: it is named, and the rest is verified.
        catch (Exception e) when (e is not DbException)
#pragma warning restore CA1031
        {
            Add(kind, $"{what} cannot be verified: {e.Message}");
        }
    }
}
