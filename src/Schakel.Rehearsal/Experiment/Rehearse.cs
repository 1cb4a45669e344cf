using System.Security.Cryptography;
using System.Text;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Experiment;

/// <summary>Rehearses the chain: replications to a result with bands (repetitie).</summary>
public static class Rehearse
{
    /// <summary>Runs the inputs.</summary>
    /// <param name="inputs">What it rests on.</param>
    /// <param name="options">How to run.</param>
    /// <param name="progress">Told how many replications are done, of how many.</param>
    /// <param name="stop">Ends it early; the result says how many were done.</param>
    /// <returns>The result, and the replications it was made of.</returns>
    /// <exception cref="OperationCanceledException">It was ended before the first replication was done.</exception>
    public static (RehearsalResult Result, IReadOnlyList<Replication> Replications) Run(
        ModelInputs inputs, RunOptions options, Action<int, int>? progress = null, CancellationToken stop = default)
    {
        var (done, wanted) = Replications.Run(
            options, (number, cancelled) => Replications.Live(inputs, options.Seed, number, cancelled),
            sofar => Bands.NarrowEnough([.. sofar.Select(r => r.Figures)], options.Width), progress, stop);
        return done.Count == 0
            ? throw new OperationCanceledException("Stopped before the first replication was done: there is nothing to keep.")
            : (Result(inputs, options, done, wanted), done);
    }

    internal static RehearsalResult Result(ModelInputs inputs, RunOptions options, IReadOnlyList<Replication> done, int wanted) =>
        new(
            inputs.Scenario, inputs.Start.ToLocalDate(), inputs.Days / 365, options.Seed, done.Count, wanted, inputs.Law.Hash,
            HashOf(inputs), done.Sum(r => r.Persons) / done.Count, done.Sum(r => r.Steps) / done.Count,
            Bands.Monthly([.. done.Select(r => r.Figures)]), NotModelled.Always, Bands.Yearly([.. done.Select(r => r.Figures)]));

    private static string HashOf(ModelInputs inputs)
    {
        var text = new StringBuilder(inputs.Parameters.Canonical());
        foreach (var group in inputs.Groups)
        {
            text.Append('\n').Append(group with { Patterns = [] }).Append(string.Join(';', group.Patterns));
        }

        text.Append('\n').Append(inputs.Inflow with { KnownQuarters = [], QuarterShares = [] })
            .Append(string.Join(';', inputs.Inflow.KnownQuarters)).Append(string.Join(';', inputs.Inflow.QuarterShares))
            .Append('\n').Append(inputs.Stock with { AgeBands = [], GroupShares = [], Sites = [] })
            .Append(string.Join(';', inputs.Stock.AgeBands)).Append(string.Join(';', inputs.Stock.GroupShares))
            .Append(string.Join(';', inputs.Stock.Sites)).Append('\n').Append(string.Join(';', inputs.Municipalities)).Append(string.Join(';', inputs.HousingTasks)).Append(string.Join(';', inputs.KnownFamilyQuarters))
            .Append('\n').Append(string.Join(';', inputs.Changes.Select(c => $"{c.Name}@{c.From.Number}-{c.Until?.Number}:{c.Parameter.Id}[{c.Group}]{c.Kind}{c.By}")))
            .Append('\n').Append(string.Join(';', inputs.Laws.Select(l => $"{l.From.Number}:{l.Law.Hash}"))).Append(inputs.Scale);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
