using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Procedure;

/// <summary>Ask the court for interim relief: to be allowed to wait for the ruling here (voorlopige voorziening; Awb 8:81, Vb 7.3).</summary>
public sealed record RequestInterimRelief : CourtCommand;

/// <summary>Rule on the request for interim relief (uitspraak op het verzoek).</summary>
/// <param name="By">The judge.</param>
/// <param name="Granted">The person may wait for the ruling here.</param>
public sealed record RuleOnInterimRelief(Official By, bool Granted) : CourtCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;

    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>Interim relief was asked for (voorlopige voorziening gevraagd).</summary>
/// <param name="OnFurtherAppeal">With a further appeal.</param>
/// <param name="WithinDeparturePeriod">While the departure period ran.</param>
[EventName("interim-relief-requested", 1)]
public sealed record InterimReliefRequested(
    [Category(DataCategory.Procedure)] bool OnFurtherAppeal,
    [Category(DataCategory.Procedure)] bool WithinDeparturePeriod) : CourtEvent;

/// <summary>The court ruled on interim relief (uitspraak op het verzoek).</summary>
/// <param name="Granted">Granted.</param>
[EventName("interim-relief-ruled", 1)]
public sealed record InterimReliefRuled([Category(DataCategory.Procedure)] bool Granted) : CourtEvent;

/// <summary>
/// Interim relief (voorlopige voorziening): what an appeal does not do by itself, a court can order. It holds off departure, transfer and
/// contact with the country of origin, until the court has ruled on the appeal it goes with (norms APP-6, APP-9).
/// </summary>
/// <remarks>
/// The first request in an instance holds off by itself (Vb 7.3); a repeated one only once granted, and so does one against the
/// inadmissibility of a subsequent application. Which repeat cases the decree excepts the dossier does not list: an assumption.
/// </remarks>
public static class InterimReliefs
{
    /// <summary>No appeal that it could go with.</summary>
    public static readonly Refusal NoAppeal = new(
        "interim-relief.no-appeal", "Awb 8:81",
        "Een voorlopige voorziening kan alleen worden gevraagd bij een beroep of hoger beroep dat loopt.",
        "Interim relief can be asked for only with an appeal or further appeal that is pending.");

    /// <summary>Asked, and not ruled on.</summary>
    public static readonly Refusal AlreadyAsked = new(
        "interim-relief.already-asked", "fact",
        "Op het vorige verzoek om een voorlopige voorziening is nog niet beslist.",
        "The previous request for interim relief has not been ruled on.");

    /// <summary>Nothing to rule on.</summary>
    public static readonly Refusal NotAsked = new(
        "interim-relief.not-asked", "Awb 8:81",
        "Er ligt geen verzoek om een voorlopige voorziening, of er is al op beslist.",
        "There is no request for interim relief, or it has been ruled on already.");

    /// <summary>No transfer while a court has it held off.</summary>
    public static readonly Refusal TransferHeldOff = new(
        "interim-relief.transfer-held-off", "Vb 7.3",
        "Zolang een verzoek om een voorlopige voorziening loopt of is toegewezen, wordt deze persoon niet overgedragen.",
        "As long as a request for interim relief is pending or granted, this person is not transferred.");

    internal static Decision Request(CaseFile file, Law law, Day today)
    {
        var further = file.Procedure.FurtherAppealPending;
        return !further && !file.Procedure.AppealPending ? NoAppeal
            : file.Procedure.Courts.Relief is { RuledOn: null } pending && pending.OnFurtherAppeal == further ? AlreadyAsked
            : new InterimReliefRequested(further, Departures.PeriodLastDay(file, law) is { } last && today <= last);
    }

    internal static Decision Rule(CaseFile file, RuleOnInterimRelief command) =>
        file.Procedure.Courts.Relief is { RuledOn: null } relief && IsPending(file, relief) ? new InterimReliefRuled(command.Granted) : NotAsked;

    internal static ProcedureState Evolve(ProcedureState state, InterimReliefRequested requested, Day on) => state with
    {
        Courts = state.Courts with
        {
            Relief = new(
                on, requested.OnFurtherAppeal, requested.WithinDeparturePeriod,
                Repeated: state.Courts.Relief?.OnFurtherAppeal == requested.OnFurtherAppeal, RuledOn: null, Granted: false),
        },
    };

    /// <summary>Whether interim relief, granted or asked for, lets the person stay.</summary>
    /// <param name="file">The case file.</param>
    public static bool Holds(CaseFile file) =>
        file.Procedure.Courts.Relief is { } relief && IsPending(file, relief)
        && (relief.Granted || (relief is { RuledOn: null, Repeated: false } && !IsSubsequentWithoutNewElements(file.Procedure)));

    /// <summary>Whether it keeps reception too: with a further appeal a mere request does only when it came within the departure period (APP-9).</summary>
    /// <param name="file">The case file.</param>
    public static bool KeepsReception(CaseFile file) =>
        Holds(file) && file.Procedure.Courts.Relief is { } relief
        && (relief.Granted || !relief.OnFurtherAppeal || relief.WithinDeparturePeriod);

    /// <summary>The last day of reception after a further appeal, or the relief asked for with it, was refused; absent where that gives none.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="law">The law.</param>
    public static Day? ReceptionLastDay(CaseFile file, Law law)
    {
        if (file.Procedure.Courts is not { Relief: { OnFurtherAppeal: true, WithinDeparturePeriod: true } relief, FurtherAppeal: { } appeal }
            || (relief is { RuledOn: { } refused, Granted: false } ? refused : appeal.RuledOn) is not { } ended)
        {
            return null;
        }
        var none = default(NoTrace);
        return ReceptionRight.LastDay(law, ReceptionEnding.FurtherAppealRefused, ended, ref none);
    }

    private static bool IsPending(CaseFile file, InterimReliefState relief) =>
        relief.OnFurtherAppeal ? file.Procedure.FurtherAppealPending : file.Procedure.AppealPending;

    private static bool IsSubsequentWithoutNewElements(ProcedureState procedure) =>
        procedure is { Application.IsSubsequent: true, Decision.Outcome: DecisionOutcome.Inadmissible };
}
