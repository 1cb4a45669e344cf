using Schakel.Norms;
using Schakel.Rehearsal.Trajectories;

namespace Schakel.Rehearsal.Conformance;

/// <summary>Judges a log in a file (toetsing van een bestand).</summary>
public static class ConformLog
{
    /// <summary>Reads and judges, event by event; sorts first only when the log is not in order of time and does not say that it stands as it was recorded.</summary>
    /// <param name="open">Opens the log; called twice when it is not in order.</param>
    /// <param name="law">The law of a day, chosen by what the log says of itself.</param>
    /// <param name="keep">How many refusals to keep.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>What the log says of itself, and what was found.</returns>
    /// <exception cref="LogFaultException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static (OcelHead Head, Judgement Found) Judge(Func<Stream> open, Func<OcelHead, Func<Day, Law>> law, int keep = 20, CancellationToken stop = default) =>
        Judge(
            (begins, told) =>
            {
                using var log = open();
                return OcelLog.Read(log, begins, told);
            },
            law, keep, stop);

    /// <summary>The same of a file in either form of OCEL 2.0, JSON or SQLite: its first bytes tell which.</summary>
    /// <param name="path">The file.</param>
    /// <param name="law">The law of a day, chosen by what the log says of itself.</param>
    /// <param name="keep">How many refusals to keep.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>What the log says of itself, and what was found.</returns>
    /// <exception cref="LogFaultException">It cannot be read.</exception>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static (OcelHead Head, Judgement Found) Judge(string path, Func<OcelHead, Func<Day, Law>> law, int keep = 20, CancellationToken stop = default) =>
        OcelSqliteLog.Is(path) ? Judge((begins, told) => OcelSqliteLog.Read(path, begins, told), law, keep, stop) : Judge(() => File.OpenRead(path), law, keep, stop);

    private static (OcelHead Head, Judgement Found) Judge(
        Func<Action<OcelHead>, Action<LoggedEvent>, OcelHead> read, Func<OcelHead, Func<Day, Law>> law, int keep, CancellationToken stop)
    {
        Func<Day, Law>? lawOn = null;
        LogJudge? judge = null;
        var last = long.MinValue;
        var ordered = true;
        var head = read(begins =>
        {
            lawOn = law(begins);
            judge = new(lawOn, keep: keep) { AsRecorded = begins.IsAsRecorded };
        }, told =>
        {
            stop.ThrowIfCancellationRequested();
            ordered &= judge!.AsRecorded || MomentOf(told) >= last;
            last = MomentOf(told);
            if (ordered)
            {
                judge.Judge(told);
            }
        });
        return (head, ordered ? judge!.Report() : Sorted(read, lawOn!, keep));
    }

    // Of events of one minute the order of the file stays.
    private static Judgement Sorted(Func<Action<OcelHead>, Action<LoggedEvent>, OcelHead> read, Func<Day, Law> lawOn, int keep)
    {
        var events = new List<LoggedEvent>();
        read(_ => { }, events.Add);
        var judge = new LogJudge(lawOn, keep: keep);
        foreach (var told in events.OrderBy(MomentOf))
        {
            judge.Judge(told);
        }

        return judge.Report();
    }

    private static long MomentOf(LoggedEvent told) => (told.Day.Number * 1440L) + told.Minute;
}
