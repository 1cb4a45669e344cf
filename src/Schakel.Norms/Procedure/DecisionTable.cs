using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>What a kind of decision brings with it, as a question (gevolgen van een beslissing): <c>schakel norms compute decision-consequences</c>.</summary>
/// <remarks>The law of before the Pact: the table ends on 11 June 2026, and a case lodged before keeps it.</remarks>
public static class DecisionTable
{
    private const string Id = "decision-consequences";

    /// <summary>When residence grounds are no longer all tested of office: so long after first entry did the application come (te late aanvraag).</summary>
    public static readonly Norm<Months> LateApplicant = new(
        "decision-consequences.late-applicant",
        new("Ambtshalve toets beperkt tot mensenhandel na", "Test of office limited to trafficking after"),
        "EXO-2",
        new(Acts.AliensDecree, "3.6a(3)", "Read in the text of 2015; from first entry to the first application."),
        NormStatus.Verified,
        PactTransition.UntilProcedures(new NormVersion<Months>(Day.Of(2014, 1, 1), new(6)), PactTransition.ChoiceNotVerified));

    private static readonly Rule Table = new(
        "decision-consequences.table",
        new("Gevolgen per soort beslissing", "Consequences by kind of decision"),
        new(Acts.AliensAct, "29-30c, 44a, 45, 62, 69, 82", "With Aliens Decree 3.6a and 6.1e, for the tests of office."));

    private static readonly Fact<DecisionKind> KindFact = Fact.Choice("kind", new("de soort beslissing", "the kind of decision"), DecisionKinds.Names);
    private static readonly Fact<Day> NotifiedFact = Fact.Date("notified", new("de dag van bekendmaking", "the date the decision was notified"));

    private static readonly Fact<bool> SubsequentFact = Fact.YesOrNo(
        "subsequent", new("of het een opvolgende aanvraag is", "whether it is a subsequent application"), required: false);

    private static readonly Fact<Day> EnteredFact = Fact.Date(
        "firstEntered", new("de dag van eerste binnenkomst", "the date of first entry; with `lodged` it limits the test of office"), required: false);

    /// <summary>Appeal, suspension, departure, return decision and tests of office that a decision brings (gevolgen van een beslissing).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Gevolgen van een asielbeslissing", "Consequences of an asylum decision"),
        [KindFact, NotifiedFact, PactTransition.LodgedFact, SubsequentFact, EnteredFact],
        Compute);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (kind, notified, lodged) = (facts.Get(KindFact), facts.Get(NotifiedFact), facts.Find(PactTransition.LodgedFact));
        var governs = PactTransition.Governing(law, Id, notified, lodged, PactTerm.ProceduresApply, ref trace);
        PactTransition.RefuseOnceReplaced(law, Table, governs);
        var row = kind.Consequences();
        trace.Apply(Table);
        trace.Fact(KindFact.Name, DecisionKinds.NameOf(kind));
        trace.Fact(NotifiedFact.Name, notified.ToString());
        if (row.Appeal is { } term)
        {
            result.WriteString("appealTerm", term == AppealTerm.OneWeek ? "one-week" : "four-weeks");
            result.WriteString("appealLastDay", AppealPeriod.LastDay(law, notified, term, lodged, ref trace).ToString());
        }
        else
        {
            result.WriteNull("appealTerm");
            result.WriteNull("appealLastDay");
        }

        result.WriteBoolean("appealSuspends", row.AppealSuspends);
        WriteDays(result, row.DepartureDays(law, governs, ref trace));
        result.WriteBoolean("returnDecision", row.ReturnDecision);
        result.WriteBoolean("transferDecision", kind == DecisionKind.NotTakenUp);
        var subsequent = facts.Find(SubsequentFact) ?? false;
        trace.Fact(SubsequentFact.Name, subsequent ? "true" : "false");
        result.WriteString("residenceTested", Tested(law, governs, row.ChecksResidence && !subsequent, lodged, facts.Find(EnteredFact), ref trace));
        result.WriteBoolean("healthTested", row.ChecksHealth && !subsequent);
        trace.Say(row.AppealSuspends
            ? new("Beroep dat op tijd is ingesteld schorst de beslissing.", "An appeal in time suspends the decision.")
            : new("Beroep schorst de beslissing niet.", "An appeal does not suspend the decision."));
    }

    private static string Tested(Law law, Day governs, bool tests, Day? lodged, Day? entered, ref GroundsTrace trace)
    {
        if (!tests)
        {
            return "none";
        }

        if (entered is not { } came || lodged is not { } asked)
        {
            return "family-life-and-trafficking";
        }

        if (asked < came)
        {
            throw new FactException(Id, EnteredFact.Name, $"is {came}, after the application of {asked}; give that day or an earlier one");
        }

        trace.Fact(EnteredFact.Name, came.ToString());
        return asked > came.PlusMonths(law.On(governs, LateApplicant, ref trace).Count) ? "trafficking" : "family-life-and-trafficking";
    }

    private static void WriteDays(Utf8JsonWriter result, int? days)
    {
        if (days is { } number)
        {
            result.WriteNumber("departureDays", number);
        }
        else
        {
            result.WriteNull("departureDays");
        }
    }
}
