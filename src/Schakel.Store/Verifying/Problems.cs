using System.Collections.Immutable;

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
}
