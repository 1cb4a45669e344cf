using System.Runtime.CompilerServices;
using Schakel.Testing;

namespace Schakel.Norms.Tests;

/// <summary>What the assertion on allocation catches, and what it lets pass.</summary>
public sealed class AllocationTests
{
    [Fact]
    public void Work_that_allocates_a_single_object_is_caught()
    {
        object? kept = null;
        var fault = Assert.ThrowsAny<Exception>(() => Allocation.AssertNone(() => () => kept = Small()));
        Assert.Contains("Allocated in each of 5 attempts", fault.Message, StringComparison.Ordinal);
        Assert.NotNull(kept);
    }

    [Fact]
    public void What_is_allocated_once_and_not_again_passes_as_the_doing_of_the_runtime()
    {
        object? once = null;
        Allocation.AssertNone(() => () => once ??= Small());
        Assert.NotNull(once);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object Small() => new();
}
