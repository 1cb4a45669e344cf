using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Return;
using Norm = Schakel.Norms.Return.Detention;

namespace Schakel.Chain.Return;

/// <summary>How long detention may last (maximale duur van de bewaring): the day by which someone must be free, for a case file.</summary>
/// <remarks>
/// Days in detention on the same article count together, since otherwise one day of liberty would undo the maximum. That is an assumption
/// of the project; the act speaks of one measure.
/// </remarks>
public static class DetentionMaximum
{
    /// <summary>Norm that a breach of the maximum names.</summary>
    internal const string NormId = "detention";

    /// <summary>The last day on which this person may be detained (uiterste dag van invrijheidstelling); absent when nobody detains.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="household">The household: with minors in it the time is shorter.</param>
    /// <param name="law">The law.</param>
    /// <returns>The last day, inclusive. A maximum, never an aim: detention ends as soon as it is no longer needed (Vw 59c).</returns>
    /// <exception cref="NotInForceException">No maximum is in force on the day detention began.</exception>
    public static Day? ReleaseBy(CaseFile file, Household household, Law law) =>
        file.Return.Detention is { } detention ? LastDay(file, household, detention, law) : Border.ReleaseBy(file, law);

    /// <summary>The last day of a detention that lasts, or would begin.</summary>
    internal static Day LastDay(CaseFile file, Household household, DetentionState detention, Law law)
    {
        var none = default(NoTrace);
        return LastDay(file, household, detention, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day LastDay<TTrace>(CaseFile file, Household household, DetentionState detention, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var alone = file.Registration.IsUnaccompaniedMinorOn(detention.Since);
        var facts = new DetentionFacts(StartOf(file, detention), GroundOf(detention.Basis))
        {
            NotCooperating = detention.Extended,
            IntentionIssued = file.Procedure.Application is { IntentionOn: not null },
            AppealPending = detention is { Extended: true, Basis: DetentionBasis.Application },
            UnaccompaniedMinor = alone && (detention.Grounds & DetentionGrounds.CrimeSuspect) == 0,
            MinorsInFamily = !alone && InFamilyWithMinors(file, household, detention.Since),
        };
        var last = Norm.LastDay(law, facts, ref trace).PlusDays(-file.Return.Served.On(detention.Basis));
        return detention.NoProspectSince is { } since ? Day.Earlier(last, Norm.ReleaseWithoutProspectBy(law, since, ref trace)) : last;
    }

    /// <summary>The breach when detention lasted longer than it may; null when nobody is detained or the maximum is kept.</summary>
    internal static BreachRecorded? Exceeded(CaseFile file, Household household, Law law, Day today) =>
        file.Return.Detention is not { } detention ? Border.Held(file, law, today)
        : LastDay(file, household, detention, law) is var last && today > last ? new(NormOf(detention, last), last)
        : null;

    /// <summary>The norm that sets the last day: the maximum of the article, or that removal has no prospect.</summary>
    internal static string NormOf(DetentionState detention, Day last) => detention.NoProspectSince <= last ? Norm.NoProspect.Id : NormId;

    /// <summary>Whether the maximum is the short one of children: nothing lengthens that.</summary>
    internal static bool IsShortForChildren(CaseFile file, Household household, DetentionState detention) =>
        file.Registration.IsUnaccompaniedMinorOn(detention.Since) || InFamilyWithMinors(file, household, detention.Since);

    private static bool InFamilyWithMinors(CaseFile file, Household household, Day since) =>
        Age.IsMinor(file.Registration.Born, since) || household.HasMinorOn(since);

    /// <summary>For a transfer the time runs from the acceptance, when that came later.</summary>
    private static Day StartOf(CaseFile file, DetentionState detention) =>
        detention.Basis == DetentionBasis.Transfer && file.Procedure.Dublin is { AcceptedOn: { } accepted } && accepted > detention.Since
            ? accepted : detention.Since;

    private static DetentionGround GroundOf(DetentionBasis basis) => basis switch
    {
        DetentionBasis.Removal => DetentionGround.Return,
        DetentionBasis.Transfer => DetentionGround.Transfer,
        DetentionBasis.Application => DetentionGround.Asylum,
        DetentionBasis.PublicOrder => DetentionGround.PublicOrder,
    };
}
