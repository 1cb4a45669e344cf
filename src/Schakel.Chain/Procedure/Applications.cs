using System.Text.Json.Nodes;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>Lodge the application: the form is signed (indiening; Vb 3.108c).</summary>
/// <param name="Ordinal">Always 1: the first application of this person.</param>
public sealed record LodgeApplication(int Ordinal) : ProcedureCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Lodge a subsequent application (opvolgende aanvraag; Vb 3.118b).</summary>
/// <param name="Ordinal">2 or more: one more than the last.</param>
public sealed record LodgeSubsequentApplication(int Ordinal) : ProcedureCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Withdraw the application (intrekking): never by a click (red line 7). An official takes it down; no applicant's account can.</summary>
/// <param name="InPerson">The applicant said so in person.</param>
/// <param name="LawyerPresent">A lawyer was there.</param>
/// <param name="InterpreterPresent">An interpreter was there, or the applicant and the official share a language.</param>
public sealed record WithdrawApplication(bool InPerson, bool LawyerPresent, bool InterpreterPresent) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public Official By { get; init; }

    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>An application was lodged (ingediend).</summary>
/// <param name="Ordinal">1 for the first, more for a subsequent one.</param>
[EventName("application-lodged", 1)]
public sealed record ApplicationLodged([Category(DataCategory.Procedure)] int Ordinal) : ProcedureEvent;

/// <summary>The application was withdrawn, with lawyer and interpreter (ingetrokken).</summary>
/// <param name="By">Who took it down; absent in what was stored before version 2.</param>
[EventName("application-withdrawn", 2)]
public sealed record ApplicationWithdrawn([Category(DataCategory.Procedure)] Official? By = null) : ProcedureEvent
{
    [Upcast("application-withdrawn", 1)]
    internal static JsonObject FromVersion1(JsonObject fields) => fields;
}

/// <summary>Lodging and withdrawing (aanvraag).</summary>
public static class Applications
{
    /// <summary>There is no undecided application.</summary>
    public static readonly Refusal NoneOpen = new(
        "application.none-open", "Vw 28",
        "Er loopt geen aanvraag waarop nog moet worden beslist.",
        "There is no application on which a decision is still to be taken.");

    /// <summary>The first application was lodged before.</summary>
    public static readonly Refusal AlreadyLodged = new(
        "application.already-lodged", "Vb 3.118b",
        "Er is al eerder een aanvraag ingediend; een volgende is een opvolgende aanvraag.",
        "An application was lodged before; a next one is a subsequent application.");

    /// <summary>The first application does not have number 1, or a subsequent one skips a number.</summary>
    public static readonly Refusal WrongOrdinal = new(
        "application.wrong-ordinal", "fact",
        "Het volgnummer van de aanvraag sluit niet aan op de vorige.",
        "The number of the application does not follow on the previous one.");

    /// <summary>A subsequent application while the previous one runs.</summary>
    public static readonly Refusal PreviousRuns = new(
        "application.previous-runs", "Awb 4:6",
        "Op de vorige aanvraag is nog niet onherroepelijk beslist.",
        "The previous application has not been decided finally.");

    /// <summary>A permit holder needs no subsequent application.</summary>
    public static readonly Refusal HoldsPermit = new(
        "application.holds-permit", "Vw 28",
        "Deze persoon heeft al een verblijfsvergunning asiel.",
        "This person already holds an asylum permit.");

    /// <summary>Withdrawing needs a lawyer and an interpreter, in person.</summary>
    public static readonly Refusal NotByAClick = new(
        "withdrawal.without-lawyer-and-interpreter", "red-line-7",
        "Een aanvraag wordt alleen in persoon ingetrokken, met advocaat en tolk.",
        "An application is withdrawn only in person, with a lawyer and an interpreter.");

    internal static Decision Decide(CaseFile file, LodgeApplication command) =>
        file.Registration.IdentifiedOn is null ? Identifications.NotIdentified
        : file.Procedure.Permit is not null ? HoldsPermit
        : file.Procedure.Application is not null ? AlreadyLodged
        : command.Ordinal != 1 ? WrongOrdinal
        : new ApplicationLodged(command.Ordinal);

    internal static Decision Decide(CaseFile file, LodgeSubsequentApplication command, Law law, Day today) =>
        file.Procedure.Application is not { } previous ? NoneOpen
        : file.Procedure.Permit is not null ? HoldsPermit
        : previous.Status == ApplicationStatus.Open || Appeals.CanStillChange(file, law, today)
            || file.Procedure.FurtherAppealPending ? PreviousRuns
        : command.Ordinal != previous.Ordinal + 1 ? WrongOrdinal
        : new ApplicationLodged(command.Ordinal);

    internal static Decision Decide(CaseFile file, WithdrawApplication command) =>
        file.Procedure.Open is null ? NoneOpen
        : command is { InPerson: true, LawyerPresent: true, InterpreterPresent: true } ? new ApplicationWithdrawn(command.By)
        : NotByAClick;

    internal static ProcedureState Evolve(ProcedureState state, ApplicationLodged lodged, Day on) =>
        ProcedureState.None with
        {
            Application = ApplicationState.Lodged(lodged.Ordinal, on),
            Border = state.Border,
            DepartureMoratoriumUntil = state.DepartureMoratoriumUntil,
            Team = state.Team,
        };
}
