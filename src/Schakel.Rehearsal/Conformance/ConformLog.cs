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
    public static (OcelHead Head, Judgement Found) Judge(Func<Stream> open, Func<OcelHead, Func<Day, Law>> law, int keep = 20, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        Func<Day, Law>? lawOn = null;
        LogJudge? judge = null;
        var last = long.MinValue;
        var ordered = true;
        OcelHead head;
        using (var log = open())
        {
            head = OcelLog.Read(log, begins =>
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
        }

        return (head, ordered ? judge!.Report() : Sorted(open, lawOn!, keep));
    }

    // Of events of one minute the order of the file stays.
    private static Judgement Sorted(Func<Stream> open, Func<Day, Law> lawOn, int keep)
    {
        var events = new List<LoggedEvent>();
        using (var log = open())
        {
            OcelLog.Read(log, _ => { }, events.Add);
        }

        var judge = new LogJudge(lawOn, keep: keep);
        foreach (var told in events.OrderBy(MomentOf))
        {
            judge.Judge(told);
        }

        return judge.Report();
    }

    private static long MomentOf(LoggedEvent told) => (told.Day.Number * 1440L) + told.Minute;
}
