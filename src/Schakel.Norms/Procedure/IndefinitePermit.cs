namespace Schakel.Norms.Procedure;

/// <summary>Asylum permit for an indefinite time (vergunning asiel voor onbepaalde tijd), Vreemdelingenwet 2000 34 and 40.</summary>
public static class IndefinitePermit
{
    private const string AdoptionNotFound = "Abolition as submitted; adoption was not found (dossier B-STA-1, B-STA-3).";

    /// <summary>Consecutive lawful stay that is needed.</summary>
    public static readonly Norm<Years> LawfulStay = new(
        "indefinite-permit.lawful-stay",
        new("Ononderbroken rechtmatig verblijf voor onbepaalde tijd", "Consecutive lawful stay for an indefinite permit"),
        "PER-3",
        new(Acts.AliensAct, "34"),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Years>(Day.Of(2004, 9, 1), new(5))));

    /// <summary>How long before that the application may be made.</summary>
    public static readonly Norm<Weeks> Before = new(
        "indefinite-permit.before",
        new("Aanvraag voor onbepaalde tijd, op zijn vroegst voor het voltooien", "Application for an indefinite permit, at the earliest before completion"),
        "PER-4",
        new(Acts.AliensAct, "40"),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Weeks>(Day.Of(2004, 9, 1), new(4))));

    /// <summary>Whether such a permit is granted at all.</summary>
    public static readonly Norm<Switch> Available = new(
        "indefinite-permit.available",
        new("Asielvergunning voor onbepaalde tijd", "Asylum permit for an indefinite time"),
        "PER-3",
        new(Acts.AliensAct, "33, 34"),
        NormStatus.Verified,
        new NormVersion<Switch>(Day.Of(2004, 9, 1), new(true)),
        PactTransition.Unsure(PactTerm.ProceduresApply, new Switch(true), new(Acts.AliensAct, "33, 34", AdoptionNotFound)),
        new NormVersion<Switch>(Day.Of(2026, 7, 1), new(false))
        {
            KnownOn = Day.Of(2026, 11, 24),
            Status = NormStatus.Unverified,
            Citation = new(Acts.AliensAct, "33, 34", AdoptionNotFound),
        });

    private static readonly Fact<Day> LawfulSinceFact = Fact.Date(
        "lawfulSince", new("de eerste dag van het rechtmatig verblijf op de vergunning", "the first day of lawful stay on the permit"));

    /// <summary>Earliest day to apply, null where there is no such permit any more (vroegste aanvraag).</summary>
    public static readonly NormComputation Computation = new(
        "indefinite-permit",
        new("Vroegste aanvraag voor onbepaalde tijd", "Earliest application for an indefinite permit"),
        [LawfulSinceFact],
        static (law, facts, result, ref trace) =>
        {
            if (EarliestApplication(law, facts.Get(LawfulSinceFact), ref trace) is { } earliest)
            {
                result.WriteString("earliestApplication", earliest.ToString());
            }
            else
            {
                result.WriteNull("earliestApplication");
            }
        });

    /// <summary>Earliest day to apply: four weeks before five years are complete.</summary>
    /// <remarks>Lawful since 15 January 2019: 18 December 2023. Counted backwards, so no weekend moves it (ATW 1).</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lawfulSince">First day of the permit; it governs the lengths, and the earliest day whether the permit exists.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The day; null where no such permit is granted then.</returns>
    /// <exception cref="NotInForceException">The provisions are not in force on those days.</exception>
    public static Day? EarliestApplication<TTrace>(Law law, Day lawfulSince, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var complete = lawfulSince.PlusYears(law.On(lawfulSince, LawfulStay, ref trace).Count);
        var earliest = complete.PlusWeeks(-law.On(lawfulSince, Before, ref trace).Count);
        var available = law.On(earliest, Available, ref trace).On;
        if (TTrace.Records)
        {
            trace.Fact(LawfulSinceFact.Name, lawfulSince.ToString());
            var (full, from) = (Text.Of(complete), Text.Of(earliest));
            trace.Step(TermStepKind.Ran, complete, new($"{LawfulStay.Title.Dutch}: tot {full.Dutch}.", $"{LawfulStay.Title.English}: until {full.English}."));
            trace.Step(TermStepKind.Derived, earliest, new($"{Before.Title.Dutch}: {from.Dutch}.", $"{Before.Title.English}: {from.English}."));
            trace.Say(available
                ? new($"De aanvraag kan vanaf {from.Dutch}.", $"The application can be made from {from.English}.")
                : new($"Op {from.Dutch} wordt geen vergunning voor onbepaalde tijd meer verleend.", $"On {from.English} no indefinite permit is granted any more."));
        }

        return available ? earliest : null;
    }
}
