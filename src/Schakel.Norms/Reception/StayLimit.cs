using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms.Reception;

/// <summary>A form of reception with a limit of its own on the stay (opvangmodaliteit).</summary>
/// <remarks>
/// The other forms have none: a stay lasts as long as the stage it belongs to (process site until the decision, asylum seekers' centre until home
/// or departure, family site until departure or the youngest child's eighteenth birthday, transit site until the home, a clinic until treatment
/// there is no longer needed).
/// </remarks>
public enum LimitedStay
{
    /// <summary>Central reception site (col).</summary>
    Central,

    /// <summary>Temporary municipal reception (tgo).</summary>
    Municipal,

    /// <summary>Enforcement and supervision site (htl).</summary>
    Enforcement,

    /// <summary>Freedom-restricting site (vbl).</summary>
    Supervised,

    /// <summary>Closed family facility (ggv).</summary>
    ClosedFamily,

    /// <summary>Hotel scheme of a municipality (har).</summary>
    Hotel,
}

/// <summary>Limit of a stay per form of reception (verblijfsduur per modaliteit), dossier 9.2. A longer stay is a breach to be counted.</summary>
public static partial class StayLimit
{
    private const string Id = "stay-limit";

    private static readonly Fact<LimitedStay> FormFact = Fact.Choice(
        "form",
        new("de vorm van opvang", "the form of reception"),
        Enum.GetValues<LimitedStay>().Select(form => (NameOf(form), form)).ToImmutableArray());

    private static readonly Fact<Day> PlacedFact = Fact.Date("placed", new("de dag van plaatsing", "the date of placement"));

    /// <summary>Last day of a stay (uiterste verblijfsdag).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Verblijfsduur per vorm van opvang", "Limit of stay per form of reception"), [FormFact, PlacedFact], Compute);

    /// <summary>Last day, inclusive, that a stay keeps to its limit. Policy and agreements: no weekend moves it.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="form">The form of reception.</param>
    /// <param name="placed">The day of placement, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The form did not exist on that day.</exception>
    public static Day LastDay<TTrace>(Law law, LimitedStay form, Day placed, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (TTrace.Records)
        {
            trace.Fact("form", NameOf(form));
            trace.Fact("placed", placed.ToString());
        }

        return form switch
        {
            LimitedStay.Central => SimpleTerm.Standing(law, placed, Central, ref trace),
            LimitedStay.Municipal => MunicipalSite.LastDay(law, placed, ref trace),
            LimitedStay.Enforcement => SimpleTerm.Standing(law, placed, Enforcement, ref trace),
            LimitedStay.Supervised => Return.SupervisedStay.LastDay(law, placed, ref trace),
            LimitedStay.ClosedFamily => SimpleTerm.Standing(law, placed, ClosedFamily, ref trace),
            LimitedStay.Hotel => SimpleTerm.Standing(law, placed, Hotel, ref trace),
        };
    }

    /// <summary>Last day, inclusive, to place a detained family in the closed facility.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="detained">The day detention began, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The facility did not exist on that day.</exception>
    public static Day ClosedFamilyBy<TTrace>(Law law, Day detained, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, detained, ClosedFamilyPlacement, ref trace);

    private static string NameOf(LimitedStay form) => form switch
    {
        LimitedStay.Central => "central",
        LimitedStay.Municipal => "municipal",
        LimitedStay.Enforcement => "enforcement",
        LimitedStay.Supervised => "supervised",
        LimitedStay.ClosedFamily => "closed-family",
        LimitedStay.Hotel => "hotel",
    };

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteString("lastDay", LastDay(law, facts.Get(FormFact), facts.Get(PlacedFact), ref trace).ToString());
}
