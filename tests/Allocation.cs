using System.Globalization;

namespace Schakel.Testing;

/// <summary>Asserts that code allocates nothing.</summary>
internal static class Allocation
{
    private const int Attempts = 5;

    /// <summary>
    /// Fails when the work allocates in every attempt. The runtime may allocate on the measured thread as well, when it compiles a
    /// method again; that passes. Each attempt begins anew, so what the work itself allocates, it allocates in each.
    /// </summary>
    /// <param name="begin">Prepares an attempt, warming up included, and gives the work to be measured.</param>
    public static void AssertNone(Func<Action> begin)
    {
        var allocated = new long[Attempts];
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var work = begin();
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            allocated[attempt] = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated[attempt] == 0)
            {
                return;
            }
        }

        Assert.Fail(string.Create(
            CultureInfo.InvariantCulture, $"Allocated in each of {Attempts} attempts; bytes: {string.Join(", ", allocated)}."));
    }
}
