using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Live;

/// <summary>The next step that somebody waits for (waarop iemand wacht).</summary>
public enum AwaitedStep
{
    /// <summary>The interview on the claim.</summary>
    Interview = 0,
    /// <summary>The decision.</summary>
    Decision,
    /// <summary>The ruling on the appeal.</summary>
    Ruling,
    /// <summary>The link to a municipality.</summary>
    Municipality,
    /// <summary>Moving into a home.</summary>
    Home,
}

/// <summary>
/// People in the same situation (procedureel cohort): same procedure, same step, application lodged in the same month. Nationality,
/// language, religion, gender and family are no part of it and cannot be (red lines 1 and 2).
/// </summary>
/// <param name="Procedure">The track.</param>
/// <param name="Step">What they wait for.</param>
/// <param name="Month">First day of the month in which the application was lodged.</param>
public readonly record struct Cohort(Track Procedure, AwaitedStep Step, Day Month)
{
    /// <summary>The cohort of a file; null when it waits for none of these steps, or its intake is not known.</summary>
    /// <param name="file">The file.</param>
    public static Cohort? Of(CaseFile file) =>
        file is { Presence: Presences.Here, Procedure.Application: { LodgedOn: { } lodged, Track: not (Track.None or Track.Dublin) } application } && Awaits(file, application) is { } step
            ? new(application.Track, step, lodged.PlusDays(1 - lodged.Parts.Day)) : null;

    internal StepKind Kind => Step switch
    {
        AwaitedStep.Interview => StepKind.HoldInterview,
        AwaitedStep.Decision => StepKind.DecideApplication,
        AwaitedStep.Ruling => StepKind.RuleOnAppeal,
        AwaitedStep.Municipality => StepKind.LinkToMunicipality,
        AwaitedStep.Home => StepKind.MoveIntoHome,
    };

    private static AwaitedStep? Awaits(CaseFile file, ApplicationState application) => file.Procedure switch
    {
        { Permit: not null } => file.Housing.IsHoused || file.Reception.Site is null ? null : file.Housing.LinkedTo is null ? AwaitedStep.Municipality : AwaitedStep.Home,
        { Open: not null } => application.InterviewedOn is null ? AwaitedStep.Interview : AwaitedStep.Decision,
        { AppealPending: true } => AwaitedStep.Ruling,
        _ => null,
    };
}
