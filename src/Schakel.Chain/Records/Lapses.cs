using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Records;

/// <summary>
/// Observe that the last day of a step, or of a right, passed and the step was not taken (termijnverloop vaststellen). Nobody decides and nothing
/// follows: the clock does it. It is refused unless the law gives this very step this very last day.
/// </summary>
/// <param name="Step">Code of the step, such as <c>decide-application</c> or <c>lodge-appeal</c>.</param>
/// <param name="LastDay">Its last day.</param>
public sealed record ObserveLapse(string Step, Day LastDay) : RecordsCommand;

/// <summary>It was observed that a last day passed (termijn verlopen). A mark: what the law attaches to it is derived, and no state holds it.</summary>
/// <param name="Step">Code of the step.</param>
/// <param name="Norm">What sets its last day.</param>
/// <param name="LastDay">That day.</param>
[EventName("lapse-observed", 1)]
public sealed record LapseObserved(
    [Category(DataCategory.Procedure)] string Step,
    [Category(DataCategory.None)] string Norm,
    [Category(DataCategory.Procedure)] Day LastDay) : RecordsEvent;

/// <summary>Last days that passed (termijnverloop).</summary>
public static class Lapses
{
    /// <summary>The day is not over.</summary>
    public static readonly Refusal StillRuns = new(
        "lapse.still-runs", "fact",
        "Deze termijn loopt nog tot en met {0}.",
        "This term still runs, through {0}.");

    /// <summary>No such step is to be done, or may be done last, on that day.</summary>
    public static readonly Refusal NoSuchTerm = new(
        "lapse.no-such-term", "fact",
        "In dit dossier is die dag niet de laatste voor deze stap.",
        "In this file that day is not the last one for this step.");

    internal static Decision Decide(CaseFile file, Household household, ObserveLapse command, Law law, Day today)
    {
        foreach (var step in WayAhead.Rows(file, household, law))
        {
            if (step.Type.Force is StepForce.Due or StepForce.Right && step.LastDay == command.LastDay && step.Code == command.Step)
            {
                return today <= command.LastDay ? StillRuns.On(command.LastDay) : new LapseObserved(step.Code, step.Norm, command.LastDay);
            }
        }
        return NoSuchTerm;
    }
}
