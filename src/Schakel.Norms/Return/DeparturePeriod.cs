namespace Schakel.Norms.Return;

/// <summary>What the departure period after one refusal depends on (feiten voor de vertrektermijn).</summary>
/// <param name="Notified">The day the refusal was notified; it governs.</param>
public readonly record struct DepartureFacts(Day Notified)
{
    /// <summary>How the application was refused; unfounded unless said.</summary>
    public RefusalKind Kind { get; init; }

    /// <summary>Whether an appeal suspends; without it the kind says so, once there is a ruling.</summary>
    public bool? AppealSuspends { get; init; }

    /// <summary>The day of the court's ruling on a suspensive appeal.</summary>
    public Day? CourtRuling { get; init; }

    /// <summary>Whether the period was withheld for risk of absconding, false data or danger (Vw 62(2)).</summary>
    public bool Withheld { get; init; }
}

/// <summary>Departure period after a refusal (vertrektermijn), Vreemdelingenwet 2000 62; reception ends with it.</summary>
public static partial class DeparturePeriod
{
    private const string Id = "departure-period";

    /// <summary>Length (vertrektermijn): 28 days.</summary>
    public static readonly Norm<Weeks> Length = new(
        "departure-period.length",
        new("Vertrektermijn", "Departure period"),
        "RET-2",
        new(Acts.AliensAct, "62(1)"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2001, 4, 1), new(4)));

    /// <summary>Length where departure must follow at once (onthouden vertrektermijn).</summary>
    public static readonly Norm<CalendarDays> Withheld = new(
        "departure-period.withheld",
        new("Vertrektermijn bij kennelijk ongegronde aanvraag, onttrekkingsrisico of gevaar", "Departure period on a manifestly unfounded application, risk of absconding or danger"),
        "RET-2",
        new(Acts.AliensAct, "62(2)", "The act allows a shorter period or none; practice gives none."),
        NormStatus.Verified,
        new NormVersion<CalendarDays>(Day.Of(2001, 4, 1), new(0)));

    private static readonly Rule AfterRuling = new(
        "departure-period.after-ruling",
        new("Zolang het beroep schorst, begint de vertrektermijn niet", "The period does not start while the appeal suspends"),
        new(Acts.AliensAct, "82(1), 45(3)"));

    /// <summary>Last day, inclusive, to leave, where no appeal suspends: what the simulation asks for most.</summary>
    /// <remarks>Notified on 10 January 2024: 7 February 2024. Four weeks are within the General Terms Act: it ends on a working day.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="notified">The day of notification, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No departure period is in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day notified, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, new DepartureFacts(notified), ref trace);

    /// <summary>Last day, inclusive, to leave, with or without a suspensive appeal.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="notified">The day of notification; it governs.</param>
    /// <param name="appealSuspends">Whether an appeal was lodged that suspends.</param>
    /// <param name="courtRuling">The day of the ruling on it; needed when it suspends.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No departure period is in force on that day.</exception>
    /// <exception cref="FactException">The appeal suspends and no ruling is given, or it came before the notification.</exception>
    public static Day LastDay<TTrace>(Law law, Day notified, bool appealSuspends, Day? courtRuling, ref TTrace trace)
        where TTrace : struct, ITrace =>
        LastDay(law, new DepartureFacts(notified) { AppealSuspends = appealSuspends, CourtRuling = courtRuling }, ref trace);

    /// <summary>Last day, inclusive, to leave.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="facts">The refusal and what followed.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day; the starting day itself where departure must follow at once.</returns>
    /// <exception cref="NotInForceException">No departure period is in force on the day of notification.</exception>
    /// <exception cref="FactException">The appeal suspends and no ruling is given, or it came before the notification.</exception>
    public static Day LastDay<TTrace>(Law law, in DepartureFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var start = Start(facts, ref trace);
        var last = Ran(law, facts, start, ref trace);
        if (TTrace.Records)
        {
            trace.Fact("notified", facts.Notified.ToString());
            trace.Fact("kind", RefusalKinds.NameOf(facts.Kind));
            var (from, to) = (Text.Of(facts.Notified), Text.Of(last));
            trace.Say(new(
                $"Na de afwijzing van {from.Dutch} is vertrek uiterlijk op {to.Dutch} verplicht.",
                $"After the refusal of {from.English} departure is due by {to.English} at the latest."));
        }

        return last;
    }

    private static Day Start<TTrace>(in DepartureFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        // A kind only says what an appeal would do; without a ruling nobody said that there was one.
        var suspends = facts.AppealSuspends ?? (facts.Kind.AppealSuspends() && facts.CourtRuling is not null);
        if (!suspends)
        {
            return facts.Notified;
        }

        if (facts.CourtRuling is not { } ruling)
        {
            throw new FactException(Id, "courtRuling", "is missing. While the appeal suspends there is no last day; give the date of the court's ruling (yyyy-mm-dd)");
        }

        if (ruling < facts.Notified)
        {
            throw new FactException(Id, "courtRuling", $"is {ruling}, before the refusal was notified on {facts.Notified}; give that day or a later one");
        }

        if (TTrace.Records)
        {
            trace.Apply(AfterRuling);
            trace.Fact("appealSuspends", "true");
            trace.Fact("courtRuling", ruling.ToString());
        }

        return ruling;
    }

    private static Day Ran<TTrace>(Law law, in DepartureFacts facts, Day start, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        // The day of notification governs the length, also where the period starts with a later ruling.
        if (facts.Withheld || facts.Kind.LeavesAtOnce())
        {
            var days = law.On(facts.Notified, Withheld, ref trace);
            var at = start.PlusDays(days.Count);
            Tell(Withheld, start, at, days, ref trace);
            return days.Count == 0 ? at : GeneralTermsAct.LastDay(law, start, days, ref trace);
        }

        // A transfer decision has its own provision (Vw 62c), which ends with Dublin III.
        var norm = facts.Kind == RefusalKind.NotTakenUp ? Procedure.DublinDeparture.Length : Length;
        var weeks = law.On(facts.Notified, norm, ref trace);
        Tell(norm, start, start.PlusWeeks(weeks.Count), weeks, ref trace);
        return weeks.Count == 0 ? start : GeneralTermsAct.LastDay(law, start, weeks, ref trace);
    }

    private static void Tell<T, TTrace>(Norm norm, Day start, Day last, T length, ref TTrace trace)
        where T : struct, INormValue<T>
        where TTrace : struct, ITrace
    {
        if (TTrace.Records)
        {
            var words = length.InWords;
            var (from, to) = (Text.Of(start), Text.Of(last));
            trace.Step(TermStepKind.Started, start, new($"De termijn begint de dag na {from.Dutch}.", $"The period starts the day after {from.English}."));
            trace.Step(TermStepKind.Ran, last, new(
                $"{norm.Title.Dutch}: {words.Dutch}, tot en met {to.Dutch}.", $"{norm.Title.English}: {words.English}, through {to.English}."));
        }
    }
}
