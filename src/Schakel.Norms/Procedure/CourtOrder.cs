using System.Globalization;
using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>What a court orders where no decision came in time (rechterlijke beslistermijn).</summary>
/// <param name="LastDay">Last day, inclusive, to decide.</param>
/// <param name="EuroPerDay">Penalty for each day after it, in euro; 0 while no penalty could be set.</param>
public readonly record struct CourtOrderTerm(Day LastDay, decimal EuroPerDay);

/// <summary>Order of the court on an appeal for want of a decision (beroep niet tijdig beslissen), Awb 8:55d, as asylum practice has it.</summary>
/// <remarks>
/// Awb 8:55d gives two weeks, or another term in special cases; in asylum the courts give eight weeks, sixteen where the applicant has yet to be
/// heard. The court sets it, and no act: the General Terms Act does not move it. A court may order otherwise in a single case: maxima of
/// €15,000 are found too.
/// </remarks>
public static class CourtOrder
{
    private const string Id = "court-order";
    private const string Practice = "Practice of the courts read in rulings of 2023 to 2025; entered for earlier years unverified.";

    /// <summary>Time to decide, the applicant having been heard.</summary>
    public static readonly Norm<Weeks> Interviewed = Declared(
        "court-order.interviewed", new("Beslistermijn van de rechter na het gehoor", "The court's time to decide after the interview"), 8);

    /// <summary>Time to hear and decide.</summary>
    public static readonly Norm<Weeks> NotInterviewed = Declared(
        "court-order.not-interviewed", new("Beslistermijn van de rechter zonder gehoor", "The court's time to interview and decide"), 16);

    /// <summary>Penalty a day (rechterlijke dwangsom); none while a temporary act barred it, until the Council of State set that aside.</summary>
    public static readonly Norm<Euro> PerDay = new(
        "court-order.per-day",
        new("Rechterlijke dwangsom per dag", "The court's penalty a day"),
        "PEN-9",
        new(Acts.AdministrativeLaw, "8:55d(2)", Practice),
        NormStatus.Verified,
        new NormVersion<Euro>(Day.Of(2009, 10, 1), new(100)) { Status = NormStatus.Unverified },
        new NormVersion<Euro>(Day.Of(2020, 7, 11), new(0))
        {
            Citation = new(Acts.None, "Tijdelijke wet opschorting dwangsommen IND", "Some courts set the bar aside earlier in 2022."),
            Status = NormStatus.Unverified,
        },
        new NormVersion<Euro>(Day.Of(2022, 11, 30), new(100)));

    /// <summary>Most that such a penalty comes to.</summary>
    public static readonly Norm<Euro> Maximum = new(
        "court-order.maximum",
        new("Maximum van de rechterlijke dwangsom", "Maximum of the court's penalty"),
        "PEN-9",
        new(Acts.AdministrativeLaw, "8:55d(2)", Practice),
        NormStatus.Verified,
        new NormVersion<Euro>(Day.Of(2009, 10, 1), new(7500)) { Status = NormStatus.Unverified },
        new NormVersion<Euro>(Day.Of(2022, 11, 30), new(7500)));

    private static readonly Fact<Day> RuledFact = Fact.Date("ruled", new("de dag van de uitspraak", "the date of the ruling"));

    private static readonly Fact<bool> InterviewedFact = Fact.YesOrNo(
        "interviewed", new("of de aanvrager al is gehoord", "whether the applicant has been interviewed"));

    private static readonly Fact<int> LateFact = Fact.WholeNumber(
        "daysLate", new("het aantal dagen na de laatste dag van de rechter", "the number of days after the court's last day"), 0, 36_525, required: false);

    /// <summary>Last day and penalty under a court's order (rechterlijke dwangsom).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Rechterlijke beslistermijn en dwangsom", "The court's time to decide and penalty"), [RuledFact, InterviewedFact, LateFact], Compute);

    /// <summary>The last day and the daily penalty.</summary>
    /// <remarks>Ruled on 10 January 2024: 6 March 2024, or 1 May 2024 without an interview; €100 a day.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="ruled">The day of the ruling, not counted; it governs.</param>
    /// <param name="interviewed">Whether the applicant has been interviewed.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The order.</returns>
    /// <exception cref="NotInForceException">No practice is entered for that day.</exception>
    public static CourtOrderTerm Of<TTrace>(Law law, Day ruled, bool interviewed, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = SimpleTerm.Standing(law, ruled, interviewed ? Interviewed : NotInterviewed, ref trace);
        var perDay = law.On(ruled, PerDay, ref trace);
        if (TTrace.Records)
        {
            var (from, by, euro) = (Text.Of(ruled), Text.Of(last), perDay.InWords);
            trace.Fact("ruled", ruled.ToString());
            trace.Fact("interviewed", interviewed ? "true" : "false");
            trace.Say(new(
                $"Na de uitspraak van {from.Dutch} moet uiterlijk op {by.Dutch} zijn beslist; elke dag daarna kost {euro.Dutch}.",
                $"After the ruling of {from.English} the decision is due by {by.English}; each day after that costs {euro.English}."));
        }

        return new(last, perDay.Amount);
    }

    /// <summary>What the penalty comes to.</summary>
    /// <remarks>Seventy-five days at €100 reach the maximum of €7,500.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day of the ruling; it governs.</param>
    /// <param name="daysLate">Days after the court's last day; 0 or more.</param>
    /// <param name="trace">Receives norms, facts and sentences.</param>
    /// <returns>Euro.</returns>
    /// <exception cref="NotInForceException">No practice is entered for that day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is negative.</exception>
    public static decimal Penalty<TTrace>(Law law, Day on, int daysLate, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        ArgumentOutOfRangeException.ThrowIfNegative(daysLate);
        var euro = Math.Min(daysLate * law.On(on, PerDay, ref trace).Amount, law.On(on, Maximum, ref trace).Amount);
        if (TTrace.Records)
        {
            var (late, words) = (Text.Of(daysLate, new("dag", "day"), new("dagen", "days")), new Euro(euro).InWords);
            trace.Fact("daysLate", daysLate.ToString(CultureInfo.InvariantCulture));
            trace.Say(new(
                $"Bij {late.Dutch} te laat is {words.Dutch} verschuldigd.", $"For {late.English} of delay {words.English} is owed."));
        }

        return euro;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var ruled = facts.Get(RuledFact);
        var order = Of(law, ruled, facts.Get(InterviewedFact), ref trace);
        result.WriteString("lastDay", order.LastDay.ToString());
        result.WriteNumber("euroPerDay", order.EuroPerDay);
        if (facts.Find(LateFact) is { } late)
        {
            result.WriteNumber("euro", Penalty(law, ruled, late, ref trace));
        }
    }

    private static Norm<Weeks> Declared(string id, Text title, int weeks) => new(
        id,
        title,
        "PEN-8",
        new(Acts.AdministrativeLaw, "8:55d", Practice),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2009, 10, 1), new(weeks)) { Status = NormStatus.Unverified },
        new NormVersion<Weeks>(Day.Of(2022, 11, 30), new(weeks)));
}
