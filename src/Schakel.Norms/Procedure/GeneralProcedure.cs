using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Schakel.Norms.Procedure;

/// <summary>How long a general procedure was made (variant van de algemene asielprocedure).</summary>
public enum ProcedureVariant
{
    /// <summary>The ordinary one: six days, eight before 25 June 2021.</summary>
    Six,

    /// <summary>Nine days, announced beforehand (AA+); since 25 June 2021.</summary>
    Nine,

    /// <summary>Extended to twelve days, fourteen before 25 June 2021: an overrun, inquiry into identity, statements that changed.</summary>
    Extended12,

    /// <summary>Extended to fourteen days, sixteen before: a forensic medical examination was offered.</summary>
    Extended14,

    /// <summary>Extended to twenty days, twenty-two before: the applicant did not appear.</summary>
    Extended20,
}

/// <summary>What a day of the general procedure is for (stap van de algemene asielprocedure).</summary>
public enum ProcedureStep
{
    /// <summary>Interview about the motives (nader gehoor), and the report of it.</summary>
    Interview,

    /// <summary>Corrections and additions (correcties en aanvullingen), with the lawyer.</summary>
    Corrections,

    /// <summary>The inquiry for which the procedure was extended (onderzoek).</summary>
    Inquiry,

    /// <summary>Grant, intention to reject (voornemen), or referral to the extended procedure.</summary>
    Intention,

    /// <summary>View on the intention (zienswijze).</summary>
    View,

    /// <summary>Decision (beschikking), notified on the last day at the latest.</summary>
    Decision,
}

/// <summary>The general procedure day by day (algemene asielprocedure, AA), Vreemdelingenbesluit 3.110–3.115.</summary>
/// <remarks>Only procedure days count: see <see cref="ProcedureDays"/>. The first day governs which scheme applies.</remarks>
public static partial class GeneralProcedure
{
    /// <summary>The procedure days, in order.</summary>
    /// <remarks>Day 1 on Wednesday 27 March 2024: over Easter to 5 April on land, to 1 April at Schiphol.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="firstDay">Day 1; where it does not count, the first day after it that does is day 1. It governs.</param>
    /// <param name="centre">Where the procedure is run.</param>
    /// <param name="variant">How long it was made.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>At least one day, each later than the one before.</returns>
    /// <exception cref="NotInForceException">The variant does not exist on that day.</exception>
    public static ImmutableArray<Day> Days<TTrace>(Law law, Day firstDay, Centre centre, ProcedureVariant variant, ref TTrace trace)
        where TTrace : struct, ITrace => Days(law, firstDay, firstDay, centre, variant, ref trace);

    /// <summary>The procedure days, in order, where another day governs than day 1: in a case that began before the Pact.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="governs">The day that governs.</param>
    /// <param name="firstDay">Day 1.</param>
    /// <param name="centre">Where the procedure is run.</param>
    /// <param name="variant">How long it was made.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>At least one day, each later than the one before.</returns>
    /// <exception cref="NotInForceException">The variant does not exist on the day that governs.</exception>
    private static ImmutableArray<Day> Days<TTrace>(Law law, Day governs, Day firstDay, Centre centre, ProcedureVariant variant, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var days = new Day[Count(law, governs, variant, ref trace)];
        days[0] = ProcedureDays.OnOrAfter(law, firstDay, centre);
        for (var index = 1; index < days.Length; index++)
        {
            days[index] = ProcedureDays.Next(law, days[index - 1], centre);
        }

        if (TTrace.Records)
        {
            var (from, to) = (Text.Of(days[0]), Text.Of(days[^1]));
            var count = new ProcedureDayCount(days.Length).InWords;
            trace.Apply(ProcedureDays.Counting);
            trace.Fact("firstDay", firstDay.ToString());
            trace.Fact("centre", NameOf(centre));
            trace.Fact("variant", NameOf(variant));
            trace.Say(new(
                $"De algemene asielprocedure van {count.Dutch} loopt van {from.Dutch} tot en met {to.Dutch}.",
                $"The general procedure of {count.English} runs from {from.English} through {to.English}."));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(days);
    }

    /// <summary>What each of those days is for, in the same order.</summary>
    /// <remarks>Where the procedure is extended, what comes after the inquiry keeps its distance from the end; that is an assumption.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="firstDay">Day 1, or another day that governs: the steps have no dates.</param>
    /// <param name="variant">How long it was made.</param>
    /// <param name="trace">Receives norms.</param>
    /// <returns>As many steps as there are days.</returns>
    /// <exception cref="NotInForceException">The variant does not exist on that day.</exception>
    public static ImmutableArray<ProcedureStep> Steps<TTrace>(Law law, Day firstDay, ProcedureVariant variant, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var announced = variant == ProcedureVariant.Nine;
        var count = Count(law, firstDay, variant, ref trace);
        var interview = law.On(firstDay, announced ? AnnouncedInterviewBy : InterviewBy, ref trace).Count;
        var corrections = law.On(firstDay, announced ? AnnouncedCorrectionsBy : CorrectionsBy, ref trace).Count;
        var more = announced || variant == ProcedureVariant.Six ? 0 : count - law.On(firstDay, Ordinary, ref trace).Count;
        var intention = more + law.On(firstDay, announced ? AnnouncedIntentionBy : IntentionBy, ref trace).Count;
        var view = more + law.On(firstDay, announced ? AnnouncedViewBy : ViewBy, ref trace).Count;
        var steps = ImmutableArray.CreateBuilder<ProcedureStep>(count);
        for (var number = 1; number <= count; number++)
        {
            steps.Add(
                number <= interview ? ProcedureStep.Interview
                : number <= corrections ? ProcedureStep.Corrections
                : number < intention ? ProcedureStep.Inquiry
                : number == intention ? ProcedureStep.Intention
                : number <= view ? ProcedureStep.View
                : ProcedureStep.Decision);
        }

        return steps.MoveToImmutable();
    }

    // A law on paper may say no days at all; what is held takes one.
    private static int Count<TTrace>(Law law, Day firstDay, ProcedureVariant variant, ref TTrace trace)
        where TTrace : struct, ITrace => Math.Max(1, law.On(firstDay, NormOf(variant), ref trace).Count);

    private static Norm<ProcedureDayCount> NormOf(ProcedureVariant variant) => variant switch
    {
        ProcedureVariant.Six => Ordinary,
        ProcedureVariant.Nine => Announced,
        ProcedureVariant.Extended12 => ExtendedFirst,
        ProcedureVariant.Extended14 => ExtendedSecond,
        ProcedureVariant.Extended20 => ExtendedThird,
    };
}
