using Schakel.Norms;
using Schakel.Rehearsal.Trajectories;

namespace Schakel.Rehearsal.Conformance;

/// <summary>The law under which a log was decided (recht van een log), as the log says of itself.</summary>
public static class LoggedLaw
{
    /// <summary>
    /// The law of a day: the one that the log names from that day on. Where it names none, or one that is no regime (a measure changed it),
    /// it is the law that the reader asked for.
    /// </summary>
    /// <param name="head">What the log says of itself.</param>
    /// <param name="otherwise">The law of a day that the reader asked for.</param>
    public static Func<Day, Law> On(OcelHead head, Func<Day, Law> otherwise)
    {
        var laws = head.Laws.Select(each => (each.From, Law: Regimes.WithMark(each.Mark))).ToArray();
        return day =>
        {
            var law = laws.LastOrDefault(each => each.From is not { } from || from <= day).Law;
            return law ?? otherwise(day);
        };
    }

    /// <summary>The laws that the log names and that are not those by which it would be judged.</summary>
    /// <param name="head">What the log says of itself.</param>
    /// <param name="judgedBy">The law of a day by which it would be judged.</param>
    public static IEnumerable<string> Others(OcelHead head, Func<Day, Law> judgedBy)
    {
        var first = Day.TryParse(head.Start, out var start) ? start : default;
        return head.Laws.Where(each => each.Mark != judgedBy(each.From ?? first).Hash).Select(each => each.Mark);
    }
}
