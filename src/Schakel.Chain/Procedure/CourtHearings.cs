using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>Plan the hearing at the court (zitting bepalen); planning again moves it.</summary>
/// <param name="By">The court.</param>
/// <param name="HearingOn">The day.</param>
public sealed record PlanCourtHearing(Official By, Day HearingOn) : CourtCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;
}

/// <summary>Hold the hearing at the court (zitting houden).</summary>
/// <param name="By">The court.</param>
public sealed record HoldCourtHearing(Official By) : CourtCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;
}

/// <summary>The hearing at the court was planned (zitting bepaald).</summary>
/// <param name="HearingOn">The day.</param>
[EventName("court-hearing-planned", 1)]
public sealed record CourtHearingPlanned([Category(DataCategory.Procedure)] Day HearingOn) : CourtEvent;

/// <summary>The hearing at the court was held (zitting gehouden).</summary>
[EventName("court-hearing-held", 1)]
public sealed record CourtHearingHeld : CourtEvent;

/// <summary>The hearing on an appeal or further appeal (zitting).</summary>
public static class CourtHearings
{
    /// <summary>The day has passed.</summary>
    public static readonly Refusal InThePast = new(
        "court-hearing.in-the-past", "fact",
        "Een zitting wordt niet bepaald op een dag die voorbij is.",
        "A hearing is not planned for a day that has passed.");

    /// <summary>No hearing is planned.</summary>
    public static readonly Refusal NotPlanned = new(
        "court-hearing.not-planned", "Awb 8:56",
        "Er is geen zitting bepaald; partijen worden eerst uitgenodigd.",
        "No hearing is planned; the parties are invited first.");

    /// <summary>The day has not come.</summary>
    public static readonly Refusal NotYet = new(
        "court-hearing.not-yet", "fact",
        "De zitting is bepaald op {0}.",
        "The hearing is planned for {0}.");

    internal static Decision Plan(CaseFile file, PlanCourtHearing command, Day today) =>
        !IsBeforeACourt(file.Procedure) ? Appeals.NonePending
        : command.HearingOn < today ? InThePast
        : new CourtHearingPlanned(command.HearingOn);

    internal static Decision Hold(CaseFile file, Day today) =>
        !IsBeforeACourt(file.Procedure) ? Appeals.NonePending
        : file.Procedure.Courts.Hearing is not { HeldOn: null } hearing ? NotPlanned
        : today < hearing.PlannedFor ? NotYet.On(hearing.PlannedFor)
        : new CourtHearingHeld();

    private static bool IsBeforeACourt(ProcedureState procedure) => procedure.AppealPending || procedure.FurtherAppealPending;
}
