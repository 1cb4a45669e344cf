using System.Text.Json;

namespace Schakel.Norms.Participation;

/// <summary>Access to work for applicants (toegang tot de arbeidsmarkt), with a work permit that the employer holds.</summary>
/// <remarks>A status holder has free access, a displaced person from Ukraine works on notification: neither comes here.</remarks>
public static partial class WorkAccess
{
    private const string Id = "work-access";

    private static readonly Fact<Day> LodgedFact = Fact.Date("lodged", new("de dag waarop de aanvraag is ingediend", "the date the application was lodged"));

    private static readonly Fact<bool> ArtistFact = Fact.YesOrNo("artist", new("of het werk van een artiest is", "whether the work is that of an artist"), required: false);

    private static readonly Fact<Day> PermitFact = Fact.Date(
        "permitRequested", new("de dag waarop de werkgever een vergunning vroeg", "the date the employer asked for a permit"), required: false);

    /// <summary>First day of access to work (eerste werkdag), weeks allowed where limited, and last day to decide on a permit.</summary>
    public static readonly NormComputation Computation = new(Id, new("Toegang tot werk", "Access to work"), [LodgedFact, ArtistFact, PermitFact], Compute);

    /// <summary>First day on which the application has been in treatment long enough.</summary>
    /// <remarks>
    /// Lodged on 10 January 2024: from 10 July 2024, when six months are full. An end of what was waited for, not a term to act in:
    /// no weekend moves it. Still asked on that day: lawful stay under Vw 8(f) or (h), a right to reception, a work permit.
    /// </remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lodged">The day of lodging; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The first day.</returns>
    /// <exception cref="NotInForceException">No access was regulated on that day.</exception>
    public static Day FirstDay<TTrace>(Law law, Day lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var wait = law.On(lodged, Wait, ref trace);
        var longest = law.On(lodged, LongestWait, ref trace);
        var first = lodged.PlusMonths(Math.Min(wait.Count, longest.Count));
        if (TTrace.Records)
        {
            var (from, to) = (Text.Of(lodged), Text.Of(first));
            trace.Fact("lodged", lodged.ToString());
            trace.Step(TermStepKind.Started, lodged, new($"De aanvraag is ingediend op {from.Dutch}.", $"The application was lodged on {from.English}."));
            if (longest.Count < wait.Count)
            {
                trace.Step(TermStepKind.Capped, first, new(
                    $"{LongestWait.Title.Dutch}: {longest.InWords.Dutch}.", $"{LongestWait.Title.English}: {longest.InWords.English}."));
            }

            trace.Step(TermStepKind.Derived, first, new($"De wachttijd is om op {to.Dutch}.", $"The wait is over on {to.English}."));
            trace.Say(new(
                $"Wie op {from.Dutch} een aanvraag indiende, mag vanaf {to.Dutch} werken als de werkgever een vergunning heeft.",
                $"Who lodged an application on {from.English} may work from {to.English} if the employer holds a permit."));
        }

        return first;
    }

    /// <summary>Most weeks of work in each 52 on a day (24-wekeneis), if there is such a limit.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">The day of work; it governs.</param>
    /// <param name="artist">Whether the work is that of an artist.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>The weeks, or null where no limit is in force.</returns>
    public static Weeks? WeeksAllowed<TTrace>(Law law, Day day, bool artist, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var norm = artist ? ArtistWeeksInYear : WeeksInYear;
        return law.Has(day, norm) ? law.On(day, norm, ref trace) : null;
    }

    /// <summary>Last day, inclusive, to decide on a work permit.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="requested">The day of the employer's request, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No term is in force on that day.</exception>
    public static Day PermitBy<TTrace>(Law law, Day requested, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Moving(law, requested, PermitTerm, ref trace);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var first = FirstDay(law, facts.Get(LodgedFact), ref trace);
        result.WriteString("firstDay", first.ToString());
        _ = facts.TryGet(ArtistFact, out var artist);
        if (WeeksAllowed(law, first, artist, ref trace) is { } weeks)
        {
            result.WriteNumber("weeksInYear", weeks.Count);
        }

        if (facts.TryGet(PermitFact, out var requested))
        {
            result.WriteString("permitBy", PermitBy(law, requested, ref trace).ToString());
        }
    }
}
