using System.Text.Json.Nodes;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Why an interview did not take place (reden).</summary>
public enum NoShowCause
{
    /// <summary>The applicant was moved, or lives too far.</summary>
    Moved = 0,
    /// <summary>Illness.</summary>
    Illness,
    /// <summary>No interpreter.</summary>
    NoInterpreter,
    /// <summary>Other cause, or none given.</summary>
    Other,
}

/// <summary>Plan the interview and invite the applicant; plan again to move it (nader gehoor plannen).</summary>
/// <param name="By">Planner.</param>
/// <param name="InterviewOn">Day of the interview.</param>
public sealed record PlanInterview(Official By, Day InterviewOn) : ProcedureCommand, IOfficialAct
{
    /// <summary>Where and when on that day, as far as settled.</summary>
    public InterviewPlace Place { get; init; }

    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Record that the planned interview did not take place (niet verschenen, niet doorgegaan).</summary>
/// <param name="Cause">Why.</param>
public sealed record MissInterview(NoShowCause Cause) : ProcedureCommand;

/// <summary>Hold the interview: day 1 of the general procedure (nader gehoor; Vb 3.113).</summary>
/// <param name="By">Hearing officer.</param>
public sealed record HoldInterview(Official By) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Hand in corrections and additions (correcties en aanvullingen; Vb 3.113(5)).</summary>
public sealed record SubmitCorrections : ProcedureCommand;

/// <summary>Refer to the extended procedure (verlengde asielprocedure; Vb 3.116).</summary>
/// <param name="By">Officer who refers.</param>
public sealed record ReferToExtendedProcedure(Official By) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;
}

/// <summary>The interview was planned (gepland).</summary>
/// <param name="InterviewOn">Day of the interview.</param>
/// <param name="Place">Where and when on that day; empty in what was stored before version 2.</param>
[EventName("interview-planned", 2)]
public sealed record InterviewPlanned(
    [Category(DataCategory.Procedure)] Day InterviewOn,
    [Category(DataCategory.Procedure)] InterviewPlace Place = default) : ProcedureEvent
{
    [Upcast("interview-planned", 1)]
    internal static JsonObject FromVersion1(JsonObject fields)
    {
        fields["place"] = new JsonObject();
        return fields;
    }
}

/// <summary>The interview did not take place (niet doorgegaan).</summary>
/// <param name="Cause">Why.</param>
[EventName("interview-missed", 1)]
public sealed record InterviewMissed([Category(DataCategory.Procedure)] NoShowCause Cause) : ProcedureEvent;

/// <summary>The interview was held (gehouden). Its report is a document of the file, of category claim, not of this event.</summary>
[EventName("interview-held", 1)]
public sealed record InterviewHeld : ProcedureEvent;

/// <summary>Corrections and additions came in (ontvangen).</summary>
[EventName("corrections-submitted", 1)]
public sealed record CorrectionsSubmitted : ProcedureEvent;

/// <summary>Referred to the extended procedure (doorverwezen).</summary>
[EventName("referred-to-extended-procedure", 1)]
public sealed record ReferredToExtendedProcedure : ProcedureEvent;

/// <summary>The interview, and what follows it before a decision (nader gehoor).</summary>
public static class Interviews
{
    /// <summary>The track is not confirmed.</summary>
    public static readonly Refusal NoTrack = new(
        "interview.no-track", "track",
        "Het spoor is nog niet vastgesteld.",
        "The track has not been confirmed yet.");

    /// <summary>Track 1 has no interview on the claim.</summary>
    public static readonly Refusal DublinTrack = new(
        "interview.dublin-track", "Vb 3.109c",
        "In spoor 1 is er geen nader gehoor.",
        "There is no interview on the claim in track 1.");

    /// <summary>The interview was held.</summary>
    public static readonly Refusal AlreadyHeld = new(
        "interview.already-held", "Vb 3.113",
        "Het nader gehoor is al gehouden.",
        "The interview has been held already.");

    /// <summary>Planned in the past.</summary>
    public static readonly Refusal InThePast = new(
        "interview.in-the-past", "fact",
        "Een gehoor wordt niet gepland op een dag die voorbij is (vandaag is {0}).",
        "An interview is not planned on a day that has passed (today is {0}).");

    /// <summary>The rest and preparation period still runs.</summary>
    public static readonly Refusal RestPeriodRuns = new(
        "interview.rest-period-runs", "rest-period",
        "De rust- en voorbereidingstermijn loopt nog; het gehoor kan op zijn vroegst op {0}.",
        "The rest and preparation period still runs; the interview can be held on {0} at the earliest.");

    /// <summary>Not a day of the procedure.</summary>
    public static readonly Refusal NoProcedureDay = new(
        "interview.no-procedure-day", "general-procedure",
        "{0} is geen proceduredag: weekeinden en feestdagen tellen niet mee.",
        "{0} is not a day of the procedure: weekends and public holidays do not count.");

    /// <summary>No interview is planned.</summary>
    public static readonly Refusal NotPlanned = new(
        "interview.not-planned", "Vb 3.110",
        "Er is geen gehoor gepland.",
        "No interview is planned.");

    /// <summary>Planned for another day.</summary>
    public static readonly Refusal OtherDay = new(
        "interview.other-day", "Vb 3.110",
        "Het gehoor is gepland op {0}; verplaats het eerst.",
        "The interview is planned for {0}; move it first.");

    /// <summary>Cannot be missed before its day.</summary>
    public static readonly Refusal NotYet = new(
        "interview.not-yet", "fact",
        "Het gehoor is pas op {0}; er is nog niets gemist.",
        "The interview is on {0}; nothing has been missed yet.");

    /// <summary>The interview has not been held.</summary>
    public static readonly Refusal NotHeld = new(
        "interview.not-held", "Vb 3.113",
        "Het nader gehoor is nog niet gehouden.",
        "The interview has not been held yet.");

    /// <summary>Corrections came in before.</summary>
    public static readonly Refusal AlreadyCorrected = new(
        "corrections.already-submitted", "Vb 3.113",
        "De correcties en aanvullingen zijn al ontvangen.",
        "The corrections and additions have been received already.");

    /// <summary>Only track 4 knows the extended procedure.</summary>
    public static readonly Refusal NotTrackFour = new(
        "extended-procedure.not-track-four", "Vb 3.116",
        "Alleen in spoor 4 kan naar de verlengde asielprocedure worden verwezen.",
        "Only in track 4 can a case be referred to the extended procedure.");

    /// <summary>Referred before.</summary>
    public static readonly Refusal AlreadyExtended = new(
        "extended-procedure.already-referred", "Vb 3.116",
        "De zaak is al verwezen naar de verlengde asielprocedure.",
        "The case has been referred to the extended procedure already.");

    internal static Decision Decide(CaseFile file, PlanInterview command, Law law, Day today)
    {
        if (AgainstInterview(file) is { } refusal)
        {
            return refusal;
        }
        if (command.InterviewOn < today)
        {
            return InThePast.On(today);
        }
        return command.Place.Exists
            ? AgainstDay(file, command.InterviewOn, law) ?? Decision.FromChainEvent(new InterviewPlanned(command.InterviewOn, command.Place))
            : Appointments.NoSuchPlace;
    }

    internal static Decision Decide(CaseFile file, HoldInterview _, Law law, Day today)
    {
        if (AgainstInterview(file) is { } refusal)
        {
            return refusal;
        }
        if (file.Procedure.Application!.PlannedFor is not { } planned)
        {
            return NotPlanned;
        }
        return planned != today ? OtherDay.On(planned)
            : AgainstDay(file, today, law) ?? Decision.FromChainEvent(new InterviewHeld());
    }

    internal static Decision Decide(CaseFile file, MissInterview command, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.PlannedFor is not { } planned ? NotPlanned
        : planned > today ? NotYet.On(planned)
        : new InterviewMissed(command.Cause);

    internal static Decision Decide(CaseFile file, SubmitCorrections _, Law law, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.InterviewedOn is null ? NotHeld
        : application.CorrectedOn is not null ? AlreadyCorrected
        : Decision.Of(new CorrectionsSubmitted(), GeneralProcedures.Late(file, application, ProcedureStep.Corrections, law, today));

    internal static Decision Decide(CaseFile file, ReferToExtendedProcedure _, Law law, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.Track != Track.General ? NotTrackFour
        : application.ExtendedOn is not null ? AlreadyExtended
        : application.InterviewedOn is null ? NotHeld
        : Decision.Of(new ReferredToExtendedProcedure(), GeneralProcedures.Late(file, application, ProcedureStep.Decision, law, today));

    /// <summary>Whether a decision on the claim must wait for this person's own interview: not for a child that came with its family.</summary>
    internal static bool IsMissing(CaseFile file, ApplicationState application, Day today) =>
        application.InterviewedOn is null
        && !(file.Registration.Role == FamilyRole.Child && Registration.Age.IsMinor(file.Registration.Born, today));

    internal static Refusal? AgainstInterview(CaseFile file) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.Track == Track.None ? NoTrack
        : application.Track == Track.Dublin ? DublinTrack
        : application.InterviewedOn is not null && application.AnnulledOn is null ? AlreadyHeld
        : null;

    internal static Refusal? AgainstDay(CaseFile file, Day day, Law law) =>
        HearingAdvices.Against(file, day) is { } unfit ? unfit
        : FirstDay(file, law) is { } first && day < first ? RestPeriodRuns.On(first)
        : !ProcedureDays.Counts(law, day, Border.CentreOf(file)) ? NoProcedureDay.On(day)
        : null;

    /// <summary>First day of the examination after rest and preparation; absent where there is no such period, or its start is not known.</summary>
    internal static Day? FirstDay(CaseFile file, Law law)
    {
        var none = default(NoTrace);
        return FirstDay(file, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? FirstDay<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var application = file.Procedure.Application!;
        if (application.Track == Track.Simplified || application.IsSubsequent || application.AnnulledOn is not null
            || (application.ResponsibleSince ?? application.LodgedOn) is not { } start)
        {
            return null;
        }
        return RestPeriod.EarliestFirstDay(law, start, file.Registration.IsUnaccompaniedMinorOn(start), ref trace);
    }
}
