using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Why a decision period is extended (verlengingsgrond; Vw 42(4) and (5)).</summary>
public enum PeriodExtension
{
    /// <summary>Complex questions of fact or law (42(4)(a)).</summary>
    Complexity = 0,
    /// <summary>A large number of applications at the same time (42(4)(b)).</summary>
    LargeNumbers,
    /// <summary>The delay can be attributed to the applicant (42(4)(c)).</summary>
    ApplicantsDelay,
    /// <summary>A proper and complete examination asks for it (42(5)): the second extension, and only that one.</summary>
    CarefulExamination,
}

/// <summary>Suspend the decision period (beslistermijn opschorten; Awb 4:15). The day after is the first that does not count.</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Ground">Why.</param>
public sealed record SuspendDecisionPeriod(Official By, SuspensionGround Ground) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer | OfficialRoles.HearingOfficer;
}

/// <summary>Let the decision period run again (opschorting beëindigen). Today counts again.</summary>
/// <param name="By">Decision officer.</param>
public sealed record ResumeDecisionPeriod(Official By) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer | OfficialRoles.HearingOfficer;
}

/// <summary>Extend the decision period of one application (individuele verlenging; Vw 42(4) and (5)), by written notice before it ends.</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Months">By how many months.</param>
/// <param name="Reason">Why; it tells the first extension from the second.</param>
public sealed record ExtendDecisionPeriod(Official By, int Months, PeriodExtension Reason) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>The decision period was suspended (opgeschort).</summary>
/// <param name="Ground">Why.</param>
/// <param name="Norm">The provision.</param>
/// <param name="By">Who suspended.</param>
[EventName("decision-period-suspended", 1)]
public sealed record DecisionPeriodSuspended(
    [Category(DataCategory.Procedure)] SuspensionGround Ground,
    [Category(DataCategory.None)] string Norm,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>The decision period runs again (hervat).</summary>
/// <param name="By">Who ended the suspension.</param>
[EventName("decision-period-resumed", 1)]
public sealed record DecisionPeriodResumed([Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>The decision period was extended (verlengd).</summary>
/// <param name="Months">By how many months.</param>
/// <param name="Reason">Why.</param>
/// <param name="Norm">The norm.</param>
/// <param name="By">Who extended.</param>
[EventName("decision-period-extended", 1)]
public sealed record DecisionPeriodExtended(
    [Category(DataCategory.Procedure)] int Months,
    [Category(DataCategory.Procedure)] PeriodExtension Reason,
    [Category(DataCategory.None)] string Norm,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>Suspension and extension of one application's decision period (opschorting en verlenging).</summary>
/// <remarks>Both have no effect once the period is over, so that they are refused then, and not recorded as a breach.</remarks>
public static class TermChanges
{
    /// <summary>Suspended before.</summary>
    public static readonly Refusal AlreadySuspended = new(
        "decision-period.already-suspended", "Awb 4:15",
        "De beslistermijn is al opgeschort.",
        "The decision period is suspended already.");

    /// <summary>No ground.</summary>
    public static readonly Refusal NoGround = new(
        "decision-period.no-ground", "Awb 4:15",
        "Opschorten kan alleen op een van de gronden van artikel 4:15.",
        "Suspension is possible only on one of the grounds of article 4:15.");

    /// <summary>Too late to suspend or extend.</summary>
    public static readonly Refusal Over = new(
        "decision-period.over", "decision-period",
        "De beslistermijn eindigde op {0}; opschorten of verlengen heeft geen gevolg meer.",
        "The decision period ended on {0}; suspending or extending it has no effect any more.");

    /// <summary>No term that can move.</summary>
    public static readonly Refusal NoTerm = new(
        "decision-period.not-running", "decision-period",
        "Er loopt geen beslistermijn die kan worden verlengd of opgeschort: spoor 1, een vernietigd besluit, of een onbekende dag van indiening.",
        "No decision period runs that could be extended or suspended: track 1, an annulled decision, or an unknown day of lodging.");

    /// <summary>Not suspended.</summary>
    public static readonly Refusal NotSuspended = new(
        "decision-period.not-suspended", "Awb 4:15",
        "De beslistermijn is niet opgeschort.",
        "The decision period is not suspended.");

    /// <summary>More than the law allows, or nothing.</summary>
    public static readonly Refusal TooLong = new(
        "decision-period.extension-too-long", "decision-period.first-extension",
        "Deze verlenging is nul of minder maanden, of langer dan de wet voor deze grond toelaat.",
        "This extension is of no months, or longer than the act allows on this ground.");

    /// <summary>One first extension, one second.</summary>
    public static readonly Refusal AlreadyExtended = new(
        "decision-period.already-extended", "Vw 42",
        "De beslistermijn is op deze grondslag al verlengd.",
        "The decision period has been extended on this basis already.");

    /// <summary>The second follows the first.</summary>
    public static readonly Refusal SecondBeforeFirst = new(
        "decision-period.second-before-first", "decision-period.second-extension",
        "Een tweede verlenging kan alleen na een eerste.",
        "A second extension is possible only after a first.");

    /// <summary>Policy gave these months to everyone already.</summary>
    public static readonly Refusal NoEffect = new(
        "decision-period.extension-without-effect", "decision-period.first-extension",
        "De termijn wordt er niet langer van: een algemene verlenging gaf deze maanden al, of het maximum is bereikt.",
        "The period becomes no longer by it: a general extension gave these months already, or the maximum is reached.");

    internal static Decision Decide(CaseFile file, SuspendDecisionPeriod command, Law law, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.Ledger is { SuspendedOn: not null } ? AlreadySuspended
        : command.Ground == SuspensionGround.Unspecified ? NoGround
        : Against(application, law, today) ?? Decision.FromChainEvent(new DecisionPeriodSuspended(
            command.Ground, new Suspension(default, default, command.Ground).Rule.Id, command.By));

    internal static Decision Decide(CaseFile file, ResumeDecisionPeriod command, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.Ledger is not { SuspendedOn: { } since } || since > today ? NotSuspended
        : new DecisionPeriodResumed(command.By);

    internal static Decision Decide(CaseFile file, ExtendDecisionPeriod command, Law law, Day today)
    {
        if (file.Procedure.Open is not { } application)
        {
            return Applications.NoneOpen;
        }
        if (application.Ledger is { SuspendedOn: not null })
        {
            return AlreadySuspended;
        }
        if (Against(application, law, today) is { } refusal)
        {
            return refusal;
        }
        var ledger = application.Ledger ?? TermLedger.Empty;
        var second = command.Reason == PeriodExtension.CarefulExamination;
        var norm = second ? DecisionPeriod.SecondExtension : DecisionPeriod.FirstExtension;
        var lodged = application.LodgedOn!.Value; // A period runs, so that it is known.
        if ((second ? ledger.SecondMonths : ledger.FirstMonths) > 0)
        {
            return AlreadyExtended;
        }
        if (command.Months <= 0 || !law.Has(lodged, norm) || command.Months > law.On(lodged, norm).Count)
        {
            return TooLong;
        }
        if (second && ledger.FirstMonths == 0 && !HasGeneralExtension(application, law))
        {
            return SecondBeforeFirst;
        }
        var extended = new DecisionPeriodExtended(command.Months, command.Reason, norm.Id, command.By);
        return DecisionTerm.LastDay(Evolve(application, extended), law) <= DecisionTerm.LastDay(application, law) ? NoEffect : extended;
    }

    internal static ApplicationState Evolve(ApplicationState application, DecisionPeriodSuspended suspended, Day on) => application with
    {
        Ledger = (application.Ledger ?? TermLedger.Empty) with { SuspendedOn = on, Ground = suspended.Ground },
    };

    /// <summary>The day after the suspension began is the first that did not count, the day before today the last.</summary>
    internal static ApplicationState EvolveResumed(ApplicationState application, Day on)
    {
        var ledger = application.Ledger!;
        var (from, until) = (ledger.SuspendedOn!.Value.PlusDays(1), on.PlusDays(-1));
        return application with
        {
            Ledger = ledger with
            {
                SuspendedOn = null,
                Ground = SuspensionGround.Unspecified,
                Suspensions = until < from ? ledger.Suspensions : ledger.Suspensions.Add(new(from, until, ledger.Ground)),
            },
        };
    }

    internal static ApplicationState Evolve(ApplicationState application, DecisionPeriodExtended extended)
    {
        var ledger = application.Ledger ?? TermLedger.Empty;
        return application with
        {
            Ledger = extended.Reason == PeriodExtension.CarefulExamination
                ? ledger with { SecondMonths = extended.Months }
                : ledger with { FirstMonths = extended.Months },
        };
    }

    /// <summary>Whether an extension in this case would move the last day: some extension is left, and nothing general covers it.</summary>
    internal static bool IsExtendable(ApplicationState application, Law law)
    {
        if (application.LodgedOn is not { } lodged || DecisionTerm.FactsOf(application) is null)
        {
            return false; // What a court sets is not extended.
        }
        var ledger = application.Ledger ?? TermLedger.Empty;
        if (ledger.FirstMonths > 0 || !law.Has(lodged, DecisionPeriod.FirstExtension))
        {
            return false;
        }
        var longest = application with { Ledger = ledger with { FirstMonths = law.On(lodged, DecisionPeriod.FirstExtension).Count } };
        return DecisionTerm.LastDay(longest, law) > DecisionTerm.LastDay(application, law);
    }

    private static Refusal? Against(ApplicationState application, Law law, Day today) =>
        DecisionTerm.LastDay(application, law) is not { } last ? NoTerm
        : today > last ? Over.On(last)
        : null;

    /// <summary>The general extension is a first one (WBV): a second may follow it.</summary>
    private static bool HasGeneralExtension(ApplicationState application, Law law)
    {
        var none = default(NoTrace);
        var facts = DecisionTerm.FactsOf(application)!.Value;
        return DecisionPeriod.LastDay(law, facts, ref none)
            > DecisionPeriod.LastDay(law, facts with { Extension = CategoryExtension.None }, ref none);
    }
}
