using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Partners;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>
/// The way ahead of a case file on a day (vervolg): the open steps, what the person may do and is entitled to, and the terms that run.
/// Derived from the file and the law each time, never stored as truth; worklists, portal and terms all read it here.
/// </summary>
/// <remarks>
/// What time alone can change: steps, rights and entitlements begin on their first day and fall away after their last; nothing else.
/// No new row comes up and no day in a row moves until an event of the file or its household, or another law. So rows kept in a store
/// stay true, and a query by <see cref="NextStep.Earliest"/>, <see cref="NextStep.LastDay"/> and <see cref="NextStep.Until"/> is all a
/// worklist needs.
/// </remarks>
/// <param name="Today">The day asked about.</param>
/// <param name="Steps">What is to be done, may be done by an official, or follows by operation of law; those that begin later too.</param>
/// <param name="MayDo">What the person or the lawyer may do, now or later.</param>
/// <param name="Entitlements">What the person is entitled to, now or later.</param>
/// <param name="Terms">Terms that run.</param>
/// <param name="NextChangeOn">First day after <paramref name="Today"/> on which time alone lets something begin or fall away; absent when only an event can.</param>
public sealed record WayAhead(
    Day Today,
    ImmutableArray<NextStep> Steps,
    ImmutableArray<NextStep> MayDo,
    ImmutableArray<Entitlement> Entitlements,
    ImmutableArray<RunningTerm> Terms,
    Day? NextChangeOn)
{
    /// <summary>The way ahead on a day.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="household">The person's household; <see cref="Household.Empty"/> for someone alone.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day asked about, not before the last event.</param>
    public static WayAhead Of(CaseFile file, Household household, Law law, Day today)
    {
        var ahead = Look(file, household, law, whole: true);
        var steps = ImmutableArray.CreateBuilder<NextStep>(ahead.Steps.Length);
        var rights = ImmutableArray.CreateBuilder<NextStep>();
        var entitlements = ImmutableArray.CreateBuilder<Entitlement>(ahead.Entitlements.Length);
        Day? change = null;
        foreach (ref readonly var step in ahead.Steps)
        {
            if (!(today > step.Until))
            {
                (step.Type.Force == StepForce.Right ? rights : steps).Add(step);
                change = Sooner(change, step.WaitsFor is null ? step.Earliest : null, step.Until, today);
            }
        }
        foreach (ref readonly var entitlement in ahead.Entitlements)
        {
            if (!(today > entitlement.Until))
            {
                entitlements.Add(entitlement);
                change = Sooner(change, entitlement.From, entitlement.Until, today);
            }
        }
        return new(today, steps.DrainToImmutable(), rights.DrainToImmutable(), entitlements.DrainToImmutable(), [.. ahead.Terms], change);
    }

    /// <summary>
    /// All steps and rights as rows to keep (regels voor een werklijst): cheap, without a day, and true until the next event. A row whose
    /// <see cref="NextStep.Until"/> has passed no longer counts.
    /// </summary>
    /// <param name="file">The case file.</param>
    /// <param name="household">The person's household.</param>
    /// <param name="law">The law; keep its hash with the rows.</param>
    public static ImmutableArray<NextStep> Rows(CaseFile file, Household household, Law law) =>
        [.. Look(file, household, law, whole: false).Steps];

    /// <summary>Whether a step, or a right, of this kind can be taken today.</summary>
    /// <param name="type">The kind.</param>
    public bool CanTake(StepType type)
    {
        foreach (var step in type.Force == StepForce.Right ? MayDo : Steps)
        {
            if (step.Type == type && step.IsOpenOn(Today))
            {
                return true;
            }
        }
        return false;
    }

    private static Outlook Look(CaseFile file, Household household, Law law, bool whole)
    {
        var ahead = new Outlook(file.Presence, whole);
        if (file.Records.MergedInto is not null)
        {
            return ahead; // What lies ahead of this person is in the other file.
        }
        RegistrationSteps.Add(ahead, file, household, law);
        ProcedureSteps.Add(ahead, file, household, law);
        ReceptionSteps.Add(ahead, file, household, law);
        ParticipationSteps.Add(ahead, file, law);
        ActivitySteps.Add(ahead, file);
        HousingSteps.Add(ahead, file, law);
        ReturnSteps.Add(ahead, file, household, law);
        FamilySteps.Add(ahead, file, household, law);
        GuidanceSteps.Add(ahead, file, law);
        HandoverSteps.Add(ahead, file);
        QuestionSteps.Add(ahead, file, law);
        CorrectionSteps.Add(ahead, file, law);
        DocumentSteps.Add(ahead, file, law);
        return ahead;
    }

    private static Day? Sooner(Day? change, Day? begins, Day? until, Day today)
    {
        if (begins > today)
        {
            change = Outlook.Earlier(change, begins);
        }
        return until is { } last ? Outlook.Earlier(change, last.PlusDays(1)) : change;
    }
}
