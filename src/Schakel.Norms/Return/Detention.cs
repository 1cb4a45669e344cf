namespace Schakel.Norms.Return;

/// <summary>Longest detention of a foreign national (maximale duur van de vreemdelingenbewaring).</summary>
/// <remarks>
/// Deprivation of liberty: no weekend or holiday lengthens it (ATW 4). A maximum, never an aim: detention is a last resort, needs a real
/// prospect of removal and ends when no longer needed (Vw 59c). Who detains, and releases, is a named person.
/// </remarks>
public static partial class Detention
{
    private const string Id = "detention";

    /// <summary>Last day, inclusive: what the simulation asks.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="from">The day detention began, not counted; it governs.</param>
    /// <param name="ground">Why.</param>
    /// <param name="notCooperating">Not cooperating, or papers lacking; only detention for return and for public order knows an extension.</param>
    /// <param name="minorsInFamily">Whether minors are in the family.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No maximum is in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day from, DetentionGround ground, bool notCooperating, bool minorsInFamily, ref TTrace trace)
        where TTrace : struct, ITrace =>
        LastDay(law, new DetentionFacts(from, ground) { NotCooperating = notCooperating, MinorsInFamily = minorsInFamily }, ref trace);

    /// <summary>Last day, inclusive.</summary>
    /// <remarks>A family detained on 1 June 2024, without procedures: 15 June 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="facts">Why, and what bears on it.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No maximum is in force on the day detention began.</exception>
    public static Day LastDay<TTrace>(Law law, in DetentionFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = Ordinary(law, facts, ref trace);
        if (facts.MinorsInFamily)
        {
            // Who resisted keeps the ordinary maximum, but no longer than two weeks from the day removal became possible.
            var weeks = law.On(facts.From, Family, ref trace);
            last = Capped(last, (facts.RemovableSince ?? facts.From).PlusWeeks(weeks.Count), Family, ref trace);
        }

        if (facts.UnaccompaniedMinor)
        {
            last = Capped(last, facts.From.PlusDays(law.On(facts.From, Minor, ref trace).Count), Minor, ref trace);
        }

        if (TTrace.Records)
        {
            var (from, to) = (Text.Of(facts.From), Text.Of(last));
            trace.Fact("from", facts.From.ToString());
            trace.Fact("ground", NameOf(facts.Ground));
            trace.Say(new(
                $"De bewaring van {from.Dutch} eindigt uiterlijk op {to.Dutch}, en eerder zodra zij niet meer nodig is.",
                $"The detention of {from.English} ends by {to.English} at the latest, and earlier once it is no longer needed."));
        }

        return last;
    }

    /// <summary>Last day, inclusive, of detention for return that has lost its prospect of removal (vrijlating zonder redelijk vooruitzicht op verwijdering).</summary>
    /// <remarks>A departure moratorium that begins on 20 June 2023: 20 June 2023. Detention on another ground needs no such prospect.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="since">The first day without that prospect; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>That day itself: release follows at once.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on that day.</exception>
    public static Day ReleaseWithoutProspectBy<TTrace>(Law law, Day since, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = since.PlusDays(law.On(since, NoProspect, ref trace).Count);
        if (TTrace.Records)
        {
            var on = Text.Of(last);
            trace.Fact("noProspectSince", since.ToString());
            trace.Step(TermStepKind.Capped, last, new($"{NoProspect.Title.Dutch}: {on.Dutch}.", $"{NoProspect.Title.English}: {on.English}."));
            trace.Say(new(
                $"Sinds {Text.Of(since).Dutch} is er geen redelijk vooruitzicht op verwijdering: de bewaring eindigt uiterlijk op {on.Dutch}.",
                $"Since {Text.Of(since).English} there is no reasonable prospect of removal: detention ends by {on.English}."));
        }

        return last;
    }

    private static Day Ordinary<TTrace>(Law law, in DetentionFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        switch (facts.Ground)
        {
            case DetentionGround.Return or DetentionGround.BorderReturn:
                return InMonths(law, facts.From, Return, facts.NotCooperating ? ReturnExtension : null, ref trace);
            case DetentionGround.PublicOrder:
                return InMonths(law, facts.From, PublicOrder, facts.NotCooperating ? PublicOrderExtension : null, ref trace);
            case DetentionGround.PendingApplication:
                return SimpleTerm.Standing(law, facts.From, facts.IntentionIssued ? PendingApplicationIntention : PendingApplication, ref trace);
            case DetentionGround.Border:
                return SimpleTerm.Standing(law, facts.From, Border, ref trace);
            case DetentionGround.Transfer:
                return SimpleTerm.Standing(law, facts.From, Transfer, ref trace);
            default:
                break;
        }

        var last = SimpleTerm.Standing(law, facts.From, facts.IntentionIssued ? AsylumIntention : Asylum, ref trace);
        if (!facts.AppealPending)
        {
            return last;
        }

        var months = law.On(facts.From, AsylumAppeal, ref trace);
        var extended = last.PlusMonths(months.Count);
        Extended(AsylumAppeal, months, extended, ref trace);
        return extended;
    }

    private static Day InMonths<TTrace>(Law law, Day from, Norm<Months> basic, Norm<Months>? extension, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var length = law.On(from, basic, ref trace);
        var term = Term.Run(from, length, basic, ref trace);
        return extension is null ? term.LastDay : term.ExtendedBy(law.On(from, extension, ref trace), extension, ref trace).LastDay;
    }

    private static Day Capped<TTrace>(Day last, Day maximum, Norm norm, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (last <= maximum)
        {
            return last;
        }

        if (TTrace.Records)
        {
            var to = Text.Of(maximum);
            trace.Step(TermStepKind.Capped, maximum, new($"{norm.Title.Dutch}: {to.Dutch}.", $"{norm.Title.English}: {to.English}."));
        }

        return maximum;
    }

    private static void Extended<TTrace>(Norm norm, Months months, Day last, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (TTrace.Records)
        {
            var to = Text.Of(last);
            trace.Step(TermStepKind.Extended, last, new(
                $"{norm.Title.Dutch}: {months.InWords.Dutch} erbij, tot en met {to.Dutch}.",
                $"{norm.Title.English}: {months.InWords.English} more, through {to.English}."));
        }
    }

    private static string NameOf(DetentionGround ground) => ground switch
    {
        DetentionGround.Return => "return",
        DetentionGround.PendingApplication => "pending-application",
        DetentionGround.Asylum => "asylum",
        DetentionGround.PublicOrder => "public-order",
        DetentionGround.Border => "border",
        DetentionGround.BorderReturn => "border-return",
        DetentionGround.Transfer => "transfer",
    };
}
