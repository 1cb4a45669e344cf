using System.Diagnostics;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Steps;
using Schakel.Store;
using Schakel.Store.Acts;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Demonstration;

// The rehearsal knows rulings and no hearings: a court there has a number of rulings a year. In a demonstration a ruling that lies ahead is
// preceded by a hearing, so that a clerk, a lawyer and an applicant have a day to look at. Whoever cannot be invited three weeks before is
// ruled upon in writing. Nobody's ruling moves by it.

/// <summary>Hearings at the court of a demonstration (zittingen), planned and held by the court as any other act.</summary>
internal static class SyntheticCourt
{
    /// <summary>Rulings this many days ahead are looked at.</summary>
    public const int Ahead = InvitedBefore + RulingAfter + LongestHolidays;

    private const long Keys = DemonstrationBuild.KeyMark - 3;
    private const int RulingAfter = 14; // At most six weeks (Awb 8:66(1)); two are an assumption.
    private const int InvitedBefore = 35; // At least three weeks (Awb 8:56); five are an assumption.
    private const int InvitedAtLeast = 21;
    private const int LongestHolidays = 7;
    private const int MostTogether = 512;
    private static readonly Official Judge = new(9, OfficialRoles.Judge);

    /// <summary>What the court does on a day about someone whose ruling lies ahead; null for nothing.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ruling">Day of the ruling.</param>
    /// <param name="law">The law of the day.</param>
    /// <param name="today">The day.</param>
    public static CourtCommand? ActOn(CaseFile file, Day ruling, Law law, Day today)
    {
        if (!file.Procedure.AppealPending || !law.Calendar.IsWorkingDay(today))
        {
            return null;
        }
        if (file.Procedure.Courts.Hearing is { } hearing)
        {
            return hearing.HeldOn is null && hearing.PlannedFor == today ? new HoldCourtHearing(Judge) : null;
        }
        var day = HearingBefore(ruling, law);
        return day - today is >= InvitedAtLeast and <= InvitedBefore ? new PlanCourtHearing(Judge, day) : null;
    }

    /// <summary>Plans, at the building of a demonstration, the hearings of its first weeks: on the day on which they would have been planned, or that of the file's last event.</summary>
    /// <param name="store">The store.</param>
    /// <param name="script">What happens next.</param>
    public static void TakeIn(ChainStore store, LivePlan script)
    {
        var law = DemonstrationLaw.On(script.Start);
        var coming = script.Steps.TakeWhile(step => script.DayOf(step) - script.Start <= Ahead).Where(step => step.Kind == StepKind.RuleOnAppeal)
            .Select(step => (Stream: script.StreamOf(step), On: HearingBefore(script.DayOf(step), law)))
            .Where(each => each.On - script.Start is >= 0 and <= InvitedBefore)
            .ToList();
        var seen = Now(store.Desk.LookAsync([.. coming.Select(each => each.Stream)]));
        var acts = coming.Where(each => ((CaseFile)seen[each.Stream]).Procedure.AppealPending).Select((each, number) => ActOf(store, each.Stream, each.On, number));
        foreach (var together in acts.Chunk(MostTogether))
        {
            if (Now(Task.WhenAll(together.Select(act => store.Desk.DoAsync(act)))).FirstOrDefault(answer => answer is not ActResult.Accepted) is { } otherwise)
            {
                throw new UnreachableException($"A hearing cannot be planned: {otherwise}.");
            }
        }
    }

#pragma warning disable VSTHRD002 // Building has nothing else to do, and no context to come back to.
    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002

    private static Act ActOf(ChainStore store, StreamId stream, Day hearing, int number)
    {
        var last = store.Log.ReadStream(stream).Last(each => each.Envelope.Doer.Kind != DoerKind.Clock).Envelope.OccurredOn; // The watch looked today at what lapsed in two years.
        return new(ActKey.Of(Keys, number), Doer.Of(Judge), Purpose.Procedure, Day.Later(last, hearing.PlusDays(-InvitedBefore)), [new Addressed(stream, new PlanCourtHearing(Judge, hearing))]);
    }

    private static Day HearingBefore(Day ruling, Law law)
    {
        var day = ruling.PlusDays(-RulingAfter);
        while (!law.Calendar.IsWorkingDay(day))
        {
            day = day.PlusDays(-1);
        }
        return day;
    }
}
