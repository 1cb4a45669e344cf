using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;

namespace Schakel.Rehearsal.Experiment;

/// <summary>How a rehearsal is to be run.</summary>
/// <param name="Seed">Seed of every chance.</param>
/// <param name="Replications">Number of replications; nothing when the program finds how many are needed.</param>
/// <param name="Threads">Threads, at least 1; never changes a figure.</param>
/// <param name="Width">Wanted half-width of the 95 % confidence interval of the means, as a share of the mean.</param>
public sealed record RunOptions(ulong Seed, int? Replications, int Threads, double Width = 0.05)
{
    /// <summary>Fewest replications when the program finds the number.</summary>
    public const int Fewest = 12;

    /// <summary>Most replications when the program finds the number; a wider interval is then reported as it is.</summary>
    public const int Most = 40;
}

/// <summary>What one replication gave.</summary>
/// <param name="Figures">Monthly figures.</param>
/// <param name="Persons">Persons that lived.</param>
/// <param name="Steps">Steps that happened.</param>
public sealed record Replication(MonthlyFigures Figures, long Persons, long Steps);

/// <summary>Runs replications side by side; the outcome depends on their numbers only, not on which thread did which.</summary>
public static class Replications
{
    /// <summary>Runs replications, as many as were asked for or as are needed.</summary>
    /// <typeparam name="T">What one replication gives.</typeparam>
    /// <param name="options">How to run.</param>
    /// <param name="one">Runs the replication of a number; called on several threads at once.</param>
    /// <param name="enough">Says of the replications so far, in order, whether they suffice; used when no number was asked for.</param>
    /// <param name="progress">Told how many are done, of how many.</param>
    /// <param name="stop">Ends it; what was done without a gap is kept.</param>
    /// <returns>The replications in order of number, and how many were wanted.</returns>
    public static (IReadOnlyList<T> Done, int Wanted) Run<T>(
        RunOptions options, Func<int, CancellationToken, T> one, Func<IReadOnlyList<T>, bool> enough, Action<int, int>? progress,
        CancellationToken stop)
        where T : class
    {
        var done = new List<T>();
        var wanted = options.Replications ?? RunOptions.Fewest;
        while (true)
        {
            var batch = new T?[wanted - done.Count];
            var first = done.Count;
            var finished = first;
            var next = -1;
            Exception? failure = null;
            var threads = Enumerable.Range(0, Math.Min(options.Threads, batch.Length)).Select(_ => new Thread(Work)).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
            if (failure is not null)
            {
                throw new InvalidOperationException($"A replication failed: {failure.Message}", failure);
            }

            done.AddRange(batch.TakeWhile(r => r is not null)!);
            if (stop.IsCancellationRequested || options.Replications is not null || wanted >= RunOptions.Most || enough(done))
            {
                return (done, wanted);
            }

            wanted = Math.Min(RunOptions.Most, wanted + 4);

            void Work()
            {
                for (var i = Interlocked.Increment(ref next); i < batch.Length; i = Interlocked.Increment(ref next))
                {
                    if (stop.IsCancellationRequested || failure is not null)
                    {
                        return;
                    }

                    try
                    {
                        batch[i] = one(first + i, stop);
                        progress?.Invoke(Interlocked.Increment(ref finished), wanted);
                    }
                    catch (OperationCanceledException)
                    {
                        return;
                    }
#pragma warning disable CA1031 // Whatever went wrong on this thread is told on the caller's.
                    catch (Exception e)
#pragma warning restore CA1031
                    {
                        failure = e;
                        return;
                    }
                }
            }
        }
    }

    /// <summary>Lives one replication of the inputs.</summary>
    public static Replication Live(ModelInputs inputs, ulong seed, int number, CancellationToken stop)
    {
        var nation = new Nation(inputs, seed, number, keepSteps: false);
        var figures = nation.Live(stop);
        return new Replication(figures, nation.PersonCount, nation.StepCount);
    }
}
