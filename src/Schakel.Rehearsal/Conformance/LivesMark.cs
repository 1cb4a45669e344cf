using System.Buffers;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Conformance;

/// <summary>Marks by which two rehearsals' lives are told apart (kenmerk van levenslopen): equal marks, equal lives.</summary>
/// <param name="Steps">Of every person and every step with its dates and arguments (FNV-1a, 64 bits).</param>
/// <param name="Events">Of every event that the case file makes of the steps, breaches among them; 0 when it was not asked for.</param>
/// <param name="Refused">Steps that the case file refuses; 0 when it was not asked for.</param>
public readonly record struct LivesMark(ulong Steps, ulong Events, long Refused)
{
    private const ulong Basis = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    /// <summary>Lives the first replication and marks it.</summary>
    /// <param name="inputs">What the rehearsal rests on.</param>
    /// <param name="seed">Seed of every chance.</param>
    /// <param name="events">Whether to replay the steps through the case file as well.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The marks.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static LivesMark Of(ModelInputs inputs, ulong seed, bool events, CancellationToken stop = default)
    {
        var nation = new Nation(inputs, seed, 0, keepSteps: true);
        nation.Live(stop);
        var steps = Basis;
        foreach (var person in nation.Persons)
        {
            steps = Mix(Mix(Mix(steps, person.Key), Both(person.Born, person.Lodged)), Both(person.Since, ((int)person.Role << 8) | person.Group));
        }

        foreach (var step in nation.Steps)
        {
            steps = Mix(Mix(Mix(steps, Both(step.Minute, step.Person)), Both(step.A, step.B)), (ulong)step.Kind);
        }

        return events ? Replayed(nation, steps, stop) : new(steps, 0, 0);
    }

    private static LivesMark Replayed(Nation nation, ulong steps, CancellationToken stop)
    {
        var mark = Basis;
        var fields = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(fields);
        var replay = new Replay(Conform.ContextOf(nation), (in RecordedEvent recorded) =>
        {
            fields.ResetWrittenCount();
            writer.Reset();
            EventJson.Write(writer, recorded.Event);
            writer.Flush();
            mark = Mix(mark, Both(recorded.Minute, recorded.Index));
            foreach (var one in fields.WrittenSpan)
            {
                mark = Mix(mark, one);
            }
        });
        foreach (var step in nation.Steps)
        {
            replay.Apply(step);
        }

        stop.ThrowIfCancellationRequested();
        return new(steps, mark, replay.Report().RefusedCount);
    }

    private static ulong Both(int high, int low) => unchecked(((ulong)(uint)high << 32) | (uint)low);

    private static ulong Mix(ulong mark, ulong next) => unchecked((mark ^ next) * Prime);
}
