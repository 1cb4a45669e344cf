using System.Globalization;
using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>Administrative penalty for a late decision (bestuurlijke dwangsom), Awb 4:17: three rates, forty-two days at most.</summary>
/// <remarks>
/// <see cref="Of"/> gives the amount of the General Administrative Law Act, as for a family's entry visa; <see cref="InAsylum"/> gives what is
/// owed on an asylum application, which is nothing while a temporary act holds the penalty off. The court sets its own: <see cref="CourtOrder"/>.
/// </remarks>
public static class PenaltyAmount
{
    private const string Id = "penalty-amount";
    private const int MostDays = 36_525;

    /// <summary>A day of the first band.</summary>
    public static readonly Norm<Euro> First = Rate("penalty-amount.first", new("Dwangsom per dag, eerste veertien dagen", "Penalty a day, first fourteen days"), 20, 23);

    /// <summary>A day of the second band.</summary>
    public static readonly Norm<Euro> Second = Rate("penalty-amount.second", new("Dwangsom per dag, volgende veertien dagen", "Penalty a day, next fourteen days"), 30, 35);

    /// <summary>A day after both bands.</summary>
    public static readonly Norm<Euro> Third = Rate("penalty-amount.third", new("Dwangsom per dag, overige dagen", "Penalty a day, remaining days"), 40, 45);

    /// <summary>Days in each of the first two bands.</summary>
    public static readonly Norm<CalendarDays> Band = new(
        "penalty-amount.band",
        new("Dagen per tarief van de dwangsom", "Days at one rate of the penalty"),
        "PEN-3",
        new(Acts.AdministrativeLaw, "4:17(2)"),
        NormStatus.Verified,
        new NormVersion<CalendarDays>(Day.Of(2009, 10, 1), new(14)));

    /// <summary>Whether the administrative penalty is held off for asylum applications (opschorting).</summary>
    public static readonly Norm<Switch> SuspendedInAsylum = new(
        "penalty-amount.suspended-in-asylum",
        new("Opschorting van de bestuurlijke dwangsom in asielzaken", "Suspension of the administrative penalty in asylum cases"),
        "PEN-6",
        new(Acts.None, "Tijdelijke wet opschorting dwangsommen IND", "In force on 10 or 11 July 2020; its last day was not verified and none is entered."),
        NormStatus.Verified,
        new NormVersion<Switch>(Day.Of(2009, 10, 1), new(false)),
        new NormVersion<Switch>(Day.Of(2020, 7, 11), new(true)));

    private static readonly Fact<int> DaysFact = Fact.WholeNumber(
        "daysLate", new("het aantal dagen na afloop van de termijn na de ingebrekestelling", "the number of days after the grace of the default notice"), 0, MostDays);

    private static readonly Fact<Day> OnFact = Fact.Date(
        "on", new("de dag waarvan het tarief geldt; zonder die dag geldt het tarief van het regime", "the date whose rates apply; without it those of the regime's day"), required: false);

    /// <summary>Administrative penalty after so many days (bestuurlijke dwangsom).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Bestuurlijke dwangsom", "Administrative penalty"), [DaysFact, OnFact], Compute);

    /// <summary>The amount under the General Administrative Law Act, whatever kind of application it is.</summary>
    /// <remarks>Twenty days at the rates of 2019: €532; forty-two or more: €1,442, and €1,260 before 2019.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day whose rates apply to all days.</param>
    /// <param name="daysLate">Days after the grace of the default notice; 0 or more.</param>
    /// <param name="trace">Receives norms, facts and sentences.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="NotInForceException">There is no such penalty on that day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is negative.</exception>
    public static Euro Of<TTrace>(Law law, Day on, int daysLate, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        ArgumentOutOfRangeException.ThrowIfNegative(daysLate);
        var days = Math.Min(daysLate, law.On(on, DefaultNotice.PenaltyDays, ref trace).Count);
        var band = law.On(on, Band, ref trace).Count;
        var first = Math.Min(days, band);
        var second = Math.Min(days - first, band);
        var amount = new Euro(
            (first * law.On(on, First, ref trace).Amount)
            + (second * law.On(on, Second, ref trace).Amount)
            + ((days - first - second) * law.On(on, Third, ref trace).Amount));
        if (TTrace.Records)
        {
            trace.Fact("daysLate", daysLate.ToString(CultureInfo.InvariantCulture));
            trace.Fact("on", on.ToString());
            var (late, words) = (Text.Of(days, new("dag", "day"), new("dagen", "days")), amount.InWords);
            trace.Say(new(
                $"Over {late.Dutch} beloopt de bestuurlijke dwangsom {words.Dutch}.",
                $"Over {late.English} the administrative penalty comes to {words.English}."));
            TellSuspension(law, on, ref trace);
        }

        return amount;
    }

    /// <summary>The amount owed on an asylum application: nothing while the penalty is held off.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day whose rates apply.</param>
    /// <param name="daysLate">Days after the grace of the default notice; 0 or more.</param>
    /// <param name="trace">Receives norms, facts and sentences.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="NotInForceException">There is no such penalty on that day.</exception>
    public static Euro InAsylum<TTrace>(Law law, Day on, int daysLate, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var amount = Of(law, on, daysLate, ref trace);
        return law.On(on, SuspendedInAsylum).On ? default : amount;
    }

    /// <summary>Says that no such penalty is owed on asylum applications, where that holds on a day.</summary>
    internal static void TellSuspension<TTrace>(Law law, Day on, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (TTrace.Records && law.On(on, SuspendedInAsylum, ref trace).On)
        {
            trace.Say(new(
                "Op een asielaanvraag is de bestuurlijke dwangsom opgeschort: daar is niets verschuldigd; de dwangsom van de rechter staat open.",
                "On an asylum application the administrative penalty is suspended: nothing is owed there; the court's penalty remains open."));
        }
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteNumber("euro", Of(law, facts.Find(OnFact) ?? law.KnownOn, facts.Get(DaysFact), ref trace).Amount);

    private static Norm<Euro> Rate(string id, Text title, decimal before, decimal since) => new(
        id,
        title,
        "PEN-3",
        new(Acts.AdministrativeLaw, "4:17(2)"),
        NormStatus.Verified,
        new NormVersion<Euro>(Day.Of(2009, 10, 1), new(before)),
        new NormVersion<Euro>(Day.Of(2019, 1, 1), new(since)) { Status = NormStatus.Unverified });
}
