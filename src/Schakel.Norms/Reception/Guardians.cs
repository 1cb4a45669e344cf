using System.Globalization;

namespace Schakel.Norms.Reception;

/// <summary>How many guardians unaccompanied minors need (voogden), Directive 2024/1346 27.</summary>
/// <remarks>From general knowledge (dossier B-REC-1). Too few guardians is a breach to be counted, whatever it saves.</remarks>
public static class Guardians
{
    /// <summary>Children that one guardian has, at most.</summary>
    public static readonly Norm<Persons> Children = Declared("children", new("Kinderen per voogd, ten hoogste", "Children to a guardian, at most"), 30);

    /// <summary>Children that one guardian has while very many arrive, at most.</summary>
    public static readonly Norm<Persons> ChildrenManyApplications = Declared(
        "children-many", new("Kinderen per voogd bij grote aantallen, ten hoogste", "Children to a guardian with high numbers, at most"), 50);

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("de dag waarover het gaat", "the date asked about"));
    private static readonly Fact<int> ChildrenFact = Fact.WholeNumber("children", new("het aantal alleenstaande minderjarigen", "the number of unaccompanied minors"), 0, 1_000_000);
    private static readonly Fact<bool> ManyFact = Fact.YesOrNo("manyApplications", new("of het er zeer veel zijn", "whether there are very many"), required: false);

    /// <summary>Guardians needed at least (voogden).</summary>
    public static readonly NormComputation Computation = new(
        "guardians",
        new("Voogden voor alleenstaande minderjarigen", "Guardians of unaccompanied minors"),
        [OnFact, ChildrenFact, ManyFact],
        static (law, facts, result, ref trace) => result.WriteNumber(
            "guardians", Needed(law, facts.Get(OnFact), facts.Get(ChildrenFact), facts.Find(ManyFact) ?? false, ref trace)));

    /// <summary>Guardians needed at least, rounded up.</summary>
    /// <remarks>Thirty-one children need two, and one where very many arrive.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day asked about; it governs.</param>
    /// <param name="children">Unaccompanied minors, 0 or more.</param>
    /// <param name="manyApplications">Whether very many arrive.</param>
    /// <param name="trace">Receives norms, facts and sentences.</param>
    /// <returns>Guardians; 0 where a law on paper lets nobody have one.</returns>
    /// <exception cref="NotInForceException">The directive does not apply on that day, or is not known.</exception>
    public static int Needed<TTrace>(Law law, Day on, int children, bool manyApplications, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var each = law.On(on, manyApplications ? ChildrenManyApplications : Children, ref trace).Count;
        var needed = each == 0 ? 0 : (children + each - 1) / each;
        if (TTrace.Records)
        {
            trace.Fact(OnFact.Name, on.ToString());
            trace.Fact(ChildrenFact.Name, children.ToString(CultureInfo.InvariantCulture));
            trace.Fact(ManyFact.Name, manyApplications ? "true" : "false");
            var words = Text.Of(needed, new("voogd", "guardian"), new("voogden", "guardians"));
            trace.Say(new($"Nodig: ten minste {words.Dutch}.", $"Needed: {words.English} at least."));
        }

        return needed;
    }

    private static Norm<Persons> Declared(string part, Text title, int children) => new(
        $"guardians.{part}",
        title,
        "B-REC-1",
        new(Acts.ReceptionDirective2024, "27", "From general knowledge."),
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ProceduresApply, new Persons(children)));
}
