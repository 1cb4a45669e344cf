using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms.Return;

/// <summary>What a request for a no-fault permit rests on (feiten voor buitenschuld). All must hold.</summary>
/// <param name="OwnAttempts">Tried the embassy oneself.</param>
/// <param name="MigrationOrganisationTried">Tried through the International Organization for Migration (IOM).</param>
/// <param name="MediationFailed">Mediation by the return service (DT&amp;V) failed.</param>
/// <param name="IdentityCertain">No doubt on identity and nationality.</param>
/// <param name="NoOtherRight">No right to stay on another ground, and none asked for.</param>
public readonly record struct NoFaultFacts(bool OwnAttempts, bool MigrationOrganisationTried, bool MediationFailed, bool IdentityCertain, bool NoOtherRight);

/// <summary>Permit for who cannot leave through no fault of their own (buitenschuldvergunning), Vreemdelingenbesluit 3.48(2)(a). Rarely granted.</summary>
public static class NoFault
{
    private const string Id = "no-fault";

    /// <summary>Oldest age at application for the special rule for unaccompanied minors: below it.</summary>
    public static readonly Norm<Years> MinorAge = new(
        "no-fault.minor-age",
        new("Buitenschuld voor alleenstaande minderjarigen: jonger dan, bij de aanvraag", "No-fault for unaccompanied minors: younger than, at application"),
        "RET-14",
        new(Acts.AliensDecree, "3.48(2)(a)", "Guidelines B8/6."),
        NormStatus.Unverified,
        new NormVersion<Years>(Day.Of(2013, 6, 1), new(15)));

    /// <summary>Time without adequate reception found, for unaccompanied minors (adequate opvang).</summary>
    public static readonly Norm<Years> MinorWait = new(
        "no-fault.minor-wait",
        new("Buitenschuld voor alleenstaande minderjarigen: na", "No-fault for unaccompanied minors: after"),
        "RET-14",
        new(Acts.AliensDecree, "3.48(2)(a)", "Guidelines B8/6; three years from the application."),
        NormStatus.Unverified,
        new NormVersion<Years>(Day.Of(2013, 6, 1), new(3)));

    private static readonly Rule Conditions = new(
        "no-fault.conditions",
        new("Buitenschuld: alle voorwaarden tegelijk", "No-fault: all conditions at the same time"),
        new(Acts.AliensDecree, "3.48(2)(a)", "Guidelines B8/4."));

    private static readonly Fact<bool> OwnFact = Fact.YesOrNo("ownAttempts", new("of de persoon het zelf bij de ambassade heeft geprobeerd", "whether the person tried the embassy"));
    private static readonly Fact<bool> OrganisationFact = Fact.YesOrNo("migrationOrganisationTried", new("of het via de IOM is geprobeerd", "whether it was tried through the IOM"));
    private static readonly Fact<bool> MediationFact = Fact.YesOrNo("mediationFailed", new("of bemiddeling door de DT&V is mislukt", "whether mediation by the return service failed"));
    private static readonly Fact<bool> IdentityFact = Fact.YesOrNo("identityCertain", new("of identiteit en nationaliteit vaststaan", "whether identity and nationality are certain"));
    private static readonly Fact<bool> OtherFact = Fact.YesOrNo("noOtherRight", new("of er geen ander verblijfsrecht is", "whether there is no other right to stay"));

    /// <summary>Whether the conditions of a no-fault permit are met (voorwaarden buitenschuld).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Buitenschuld", "No-fault permit"), [OwnFact, OrganisationFact, MediationFact, IdentityFact, OtherFact], Compute);

    private static readonly Fact<Day> LodgedFact = Fact.Date("lodged", new("de dag van de aanvraag", "the date of application"));
    private static readonly Fact<Day> BornFact = Fact.Date("born", new("de geboortedag", "the date of birth"));

    /// <summary>First day of the rule for unaccompanied minors (buitenschuld amv).</summary>
    public static readonly NormComputation MinorComputation = new(
        "no-fault-minor", new("Buitenschuld voor alleenstaande minderjarigen", "No-fault permit for unaccompanied minors"), [LodgedFact, BornFact], ComputeMinor);

    /// <summary>The conditions that are not met; the permit can be given when there are none.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="facts">What was tried and established.</param>
    /// <param name="trace">Receives the rule and a sentence.</param>
    /// <returns>Names of the conditions missing, as in the facts.</returns>
    public static ImmutableArray<string> Missing<TTrace>(in NoFaultFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        Add(missing, facts.OwnAttempts, OwnFact);
        Add(missing, facts.MigrationOrganisationTried, OrganisationFact);
        Add(missing, facts.MediationFailed, MediationFact);
        Add(missing, facts.IdentityCertain, IdentityFact);
        Add(missing, facts.NoOtherRight, OtherFact);
        if (TTrace.Records)
        {
            trace.Apply(Conditions);
            trace.Say(missing.Count == 0
                ? new("Aan alle voorwaarden voor buitenschuld is voldaan.", "All conditions of the no-fault permit are met.")
                : new(
                    $"Niet voldaan is aan: {string.Join(", ", missing)}.",
                    $"Not met: {string.Join(", ", missing)}."));
        }

        return missing.ToImmutable();
    }

    /// <summary>First day on which the special rule for unaccompanied minors can apply; null for who was too old at application.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lodged">The day of application; it governs.</param>
    /// <param name="born">The day of birth.</param>
    /// <param name="trace">Receives norms, facts and steps.</param>
    /// <returns>The day, or null.</returns>
    /// <exception cref="NotInForceException">The rule is not in force on that day.</exception>
    public static Day? MinorFrom<TTrace>(Law law, Day lodged, Day born, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (lodged >= born.PlusYears(law.On(lodged, MinorAge, ref trace).Count))
        {
            return null;
        }

        var day = lodged.PlusYears(law.On(lodged, MinorWait, ref trace).Count);
        if (TTrace.Records)
        {
            var from = Text.Of(day);
            trace.Step(TermStepKind.Derived, day, new($"Zonder adequate opvang vanaf {from.Dutch}.", $"Without adequate reception from {from.English}."));
        }

        return day;
    }

    private static void Add(ImmutableArray<string>.Builder missing, bool met, Fact<bool> condition)
    {
        if (!met)
        {
            missing.Add(condition.Name);
        }
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var given = new NoFaultFacts(
            facts.Get(OwnFact), facts.Get(OrganisationFact), facts.Get(MediationFact), facts.Get(IdentityFact), facts.Get(OtherFact));
        var missing = Missing(given, ref trace);
        result.WriteBoolean("met", missing.IsEmpty);
        result.WriteStartArray("missing");
        foreach (var name in missing)
        {
            result.WriteStringValue(name);
        }

        result.WriteEndArray();
    }

    private static void ComputeMinor(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        if (MinorFrom(law, facts.Get(LodgedFact), facts.Get(BornFact), ref trace) is { } from)
        {
            result.WriteString("firstDay", from.ToString());
        }
        else
        {
            result.WriteNull("firstDay");
        }
    }
}
