using System.Diagnostics;
using System.Numerics;
using Schakel.Norms;
using Schakel.Norms.Return;

namespace Schakel.Chain.Return;

/// <summary>A command on supervision short of detention (toezichtmaatregel).</summary>
public abstract record SupervisionCommand : ReturnCommand;

/// <summary>An event of supervision short of detention.</summary>
public abstract record SupervisionEvent : ReturnEvent;

/// <summary>Measures of supervision, the lightest first (toezichtmaatregelen; Vw 54, 56, Vb 5.1; norms DET-1).</summary>
[Flags]
public enum SupervisionMeasures
{
    /// <summary>No measure.</summary>
    None = 0,
    /// <summary>To report at set times (meldplicht; Vw 54).</summary>
    Reporting = 1 << 0,
    /// <summary>To hand in papers (inleveren van documenten; Vw 52).</summary>
    SurrenderOfDocuments = 1 << 1,
    /// <summary>To deposit money (zekerheidstelling; Vb 5.1).</summary>
    Deposit = 1 << 2,
    /// <summary>To stay in an area, as at the freedom-restricting site (vrijheidsbeperking, vbl; Vw 56).</summary>
    RestrictionOfLiberty = 1 << 3,
}

/// <summary>Impose one measure (toezichtmaatregel opleggen).</summary>
/// <param name="By">Officer of the return service, the aliens police or another authority designated.</param>
/// <param name="Measure">The measure, one.</param>
/// <param name="LighterFails">A lighter measure was considered and would not do; the lightest of all needs no such thing.</param>
public sealed record ImposeSupervision(Official By, SupervisionMeasures Measure, bool LighterFails) : SupervisionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer | OfficialRoles.AliensPolice | OfficialRoles.DetainingAuthority;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Lift one measure (toezichtmaatregel opheffen).</summary>
/// <param name="By">Officer of the return service, the aliens police, or the court.</param>
/// <param name="Measure">The measure, one.</param>
public sealed record LiftSupervision(Official By, SupervisionMeasures Measure) : SupervisionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered =>
        OfficialRoles.ReturnOfficer | OfficialRoles.AliensPolice | OfficialRoles.DetainingAuthority | OfficialRoles.Judge;
}

/// <summary>Extend the restriction of liberty once (vrijheidsbeperking verlengen): a new decision, before the first time is over.</summary>
/// <param name="By">Officer of the return service.</param>
public sealed record ExtendRestriction(Official By) : SupervisionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>A measure of supervision was imposed (toezichtmaatregel opgelegd).</summary>
/// <param name="Measure">The measure.</param>
/// <param name="By">Who decided.</param>
[EventName("supervision-imposed", 1)]
public sealed record SupervisionImposed(
    [Category(DataCategory.Return)] SupervisionMeasures Measure,
    [Category(DataCategory.Return)] Official By) : SupervisionEvent;

/// <summary>A measure of supervision was lifted (toezichtmaatregel opgeheven).</summary>
/// <param name="Measure">The measure.</param>
[EventName("supervision-lifted", 1)]
public sealed record SupervisionLifted([Category(DataCategory.Return)] SupervisionMeasures Measure) : SupervisionEvent;

/// <summary>The restriction of liberty was extended (vrijheidsbeperking verlengd).</summary>
/// <param name="By">Who decided.</param>
[EventName("restriction-extended", 1)]
public sealed record RestrictionExtended([Category(DataCategory.Return)] Official By) : SupervisionEvent;

/// <summary>Measures that last (lopende maatregelen).</summary>
/// <param name="Measures">The measures.</param>
/// <param name="RestrictedSince">First day of the restriction of liberty, or of its extension.</param>
/// <param name="Extended">It was extended.</param>
public readonly record struct SupervisionState(SupervisionMeasures Measures, Day? RestrictedSince, bool Extended);

/// <summary>Supervision short of detention (toezicht): the lightest measure that will do.</summary>
public static class Supervision
{
    private const string NormId = "supervised-stay";

    /// <summary>One measure at a time, each with its reasons.</summary>
    public static readonly Refusal OneAtATime = new(
        "supervision.one-at-a-time", "fact",
        "Een toezichtmaatregel wordt per stuk opgelegd of opgeheven.",
        "Measures of supervision are imposed or lifted one at a time.");

    /// <summary>Imposed before.</summary>
    public static readonly Refusal AlreadyImposed = new(
        "supervision.already-imposed", "fact",
        "Deze maatregel loopt al.",
        "This measure lasts already.");

    /// <summary>Not imposed.</summary>
    public static readonly Refusal NotImposed = new(
        "supervision.not-imposed", "fact",
        "Deze maatregel is niet opgelegd.",
        "This measure has not been imposed.");

    /// <summary>Lighter measures come first.</summary>
    public static readonly Refusal LighterFirst = new(
        "supervision.lighter-first", "RD 15",
        "Een zwaardere maatregel kan alleen als een lichtere niet volstaat.",
        "A heavier measure is possible only when a lighter one would not do.");

    /// <summary>An unaccompanied minor does not go to the freedom-restricting site.</summary>
    public static readonly Refusal Minor = new(
        "supervision.unaccompanied-minor", NormId,
        "De vrijheidsbeperkende locatie is voor volwassenen.",
        "The freedom-restricting site is for adults.");

    /// <summary>Extended before.</summary>
    public static readonly Refusal AlreadyExtended = new(
        "supervision.already-extended", NormId,
        "De vrijheidsbeperking is al verlengd.",
        "The restriction of liberty has been extended already.");

    /// <summary>Its time is over.</summary>
    public static readonly Refusal Over = new(
        "supervision.restriction-over", NormId,
        "De vrijheidsbeperking duurde tot en met {0}; zij kan niet meer worden verlengd.",
        "The restriction of liberty lasted through {0}; it cannot be extended any more.");

    internal static Decision Decide(CaseFile file, SupervisionCommand command, Law law, Day today) => command switch
    {
        ImposeSupervision act => Impose(file, act, law, today),
        LiftSupervision act => !IsOne(act.Measure) ? OneAtATime
            : (file.Return.Supervision.Measures & act.Measure) == 0 ? NotImposed
            : Decision.Of(
                new SupervisionLifted(act.Measure),
                act.Measure == SupervisionMeasures.RestrictionOfLiberty && LastDay(file.Return.Supervision, law) is { } last && today > last
                    ? new BreachRecorded(NormId, last) : null),
        ExtendRestriction act => LastDay(file.Return.Supervision, law) is not { } last ? NotImposed
            : file.Return.Supervision.Extended ? AlreadyExtended
            : today > last ? Over.On(last)
            : new RestrictionExtended(act.By),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static SupervisionState Evolve(SupervisionState state, SupervisionEvent happened, Day on) => happened switch
    {
        SupervisionImposed { Measure: SupervisionMeasures.RestrictionOfLiberty } =>
            new(state.Measures | SupervisionMeasures.RestrictionOfLiberty, on, Extended: false),
        SupervisionImposed imposed => state with { Measures = state.Measures | imposed.Measure },
        SupervisionLifted { Measure: SupervisionMeasures.RestrictionOfLiberty } =>
            new(state.Measures & ~SupervisionMeasures.RestrictionOfLiberty, null, Extended: false),
        SupervisionLifted lifted => state with { Measures = state.Measures & ~lifted.Measure },
        RestrictionExtended => state with { Extended = true },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    /// <summary>The last day of the restriction of liberty; absent where there is none. An extension gives the same time again, an assumption.</summary>
    /// <param name="state">The measures.</param>
    /// <param name="law">The law.</param>
    public static Day? LastDay(SupervisionState state, Law law)
    {
        if (state.RestrictedSince is not { } since)
        {
            return null;
        }
        var none = default(NoTrace);
        var last = SupervisedStay.LastDay(law, since, ref none);
        return state.Extended ? SupervisedStay.LastDay(law, last, ref none) : last;
    }

    private static Decision Impose(CaseFile file, ImposeSupervision command, Law law, Day today) =>
        !IsOne(command.Measure) ? OneAtATime
        : ReturnFiles.AgainstForce(file, law, today) is { } against ? against
        : file.Return.Detention is not null ? Detention.AlreadyDetained
        : (file.Return.Supervision.Measures & command.Measure) != 0 ? AlreadyImposed
        : command.Measure == SupervisionMeasures.RestrictionOfLiberty && file.Registration.IsUnaccompaniedMinorOn(today) ? Minor
        : command.Measure != SupervisionMeasures.Reporting && !command.LighterFails ? LighterFirst
        : new SupervisionImposed(command.Measure, command.By);

    private static bool IsOne(SupervisionMeasures measure) => BitOperations.PopCount((uint)measure) == 1;
}
