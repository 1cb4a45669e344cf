using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms.Family;

/// <summary>Tie between the sponsor and the family member (gezinsband).</summary>
public enum FamilyTie
{
    /// <summary>Husband or wife (echtgenoot).</summary>
    Spouse,

    /// <summary>Unmarried partner (ongehuwde partner).</summary>
    Partner,

    /// <summary>Minor child (minderjarig kind).</summary>
    MinorChild,

    /// <summary>Dependent adult child (afhankelijk meerderjarig kind), some 18 to 25 years.</summary>
    AdultChild,

    /// <summary>Parent of an unaccompanied minor; age at the asylum application decides (CJEU C-550/16).</summary>
    ParentOfMinor,
}

/// <summary>Who may follow on asylum terms, and from when (voorwaarden nareis): the one-status system, and two statuses.</summary>
/// <remarks>
/// The law of two statuses (bills 36 703 and 36 704) is entered from the first day of the EU Pact with status <i>unverified</i>: neither the vote of
/// the Senate nor a first day was found. A measure may set the same norms for any other day.
/// </remarks>
public static class FamilyConditions
{
    private const string Id = "family-conditions";

    /// <summary>Time a sponsor with subsidiary protection waits (wachttijd); none in the one-status system.</summary>
    public static readonly Norm<Months> Wait = new(
        "family-conditions.wait",
        new("Wachttijd voor nareis bij subsidiaire bescherming", "Wait for family reunification with subsidiary protection"),
        "NAR-9",
        new(Acts.AliensAct, "29(2)"),
        NormStatus.Verified,
        new(Day.Of(2001, 4, 1), new(0)),
        new(TwoStatusesApply, new(24)) { KnownOn = TwoStatusesKnown, Status = NormStatus.Unverified, Citation = TwoStatuses });

    /// <summary>Whether income and housing are asked of a sponsor with subsidiary protection (inkomens- en huisvestingseis).</summary>
    public static readonly Norm<Switch> IncomeAndHousing = new(
        "family-conditions.income-and-housing",
        new("Inkomen en huisvesting voor nareis bij subsidiaire bescherming", "Income and housing for family reunification with subsidiary protection"),
        "NAR-9",
        new(Acts.AliensAct, "29(2)"),
        NormStatus.Verified,
        new(Day.Of(2001, 4, 1), new(false)),
        new(TwoStatusesApply, new(true)) { KnownOn = TwoStatusesKnown, Status = NormStatus.Unverified, Citation = TwoStatuses });

    /// <summary>Whether only the core family may follow (kerngezin): spouses, minor children, parents of a minor.</summary>
    public static readonly Norm<Switch> CoreFamilyOnly = new(
        "family-conditions.core-family-only",
        new("Nareis alleen voor het kerngezin", "Family reunification for the core family only"),
        "NAR-2",
        new(Acts.AliensAct, "29(2)", "Guidelines C2/4.1."),
        NormStatus.Verified,
        new(Day.Of(2001, 4, 1), new(false)),
        new(TwoStatusesApply, new(true)) { KnownOn = TwoStatusesKnown, Status = NormStatus.Unverified, Citation = TwoStatuses });

    private static readonly Rule NoChain = new(
        "family-conditions.no-chain",
        new("Wie zelf een afgeleide vergunning heeft, kan geen gezin laten nareizen", "Who holds a derived permit cannot sponsor a family"),
        new(Acts.AsylumGuidelines, "C2/4.1"));

    private static readonly Fact<Day> NotifiedFact = Fact.Date(
        "permitNotified", new("de dag van bekendmaking van de vergunning van de referent", "the date the sponsor's permit was notified"));

    private static readonly Fact<bool> SubsidiaryFact = Fact.YesOrNo(
        "subsidiary", new("of de referent subsidiaire bescherming heeft", "whether the sponsor has subsidiary protection"));

    private static readonly Fact<FamilyTie> TieFact = Fact.Choice(
        "tie",
        new("de gezinsband", "the family tie"),
        Enum.GetValues<FamilyTie>().Select(tie => (NameOf(tie), tie)).ToImmutableArray());

    /// <summary>Who may follow, from when, and whether income and housing are asked (voorwaarden nareis).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Voorwaarden voor nareis", "Conditions of family reunification"), [NotifiedFact, SubsidiaryFact, TieFact], Compute);

    private static Day TwoStatusesApply => Day.Of(2026, 6, 12);

    private static Day TwoStatusesKnown => Day.Of(2025, 7, 3);

    private static Citation TwoStatuses => new(Acts.AliensAct, "29", "Bills 36 703 and 36 704; adoption and first day not verified.");

    /// <summary>First day on which the family may follow.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="permitNotified">The day of notification; it governs.</param>
    /// <param name="subsidiary">Whether the sponsor has subsidiary protection.</param>
    /// <param name="trace">Receives norms, facts and steps.</param>
    /// <returns>The day; that of notification where nobody waits.</returns>
    /// <exception cref="NotInForceException">The act is not in force on that day.</exception>
    public static Day FirstDay<TTrace>(Law law, Day permitNotified, bool subsidiary, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var first = subsidiary ? permitNotified.PlusMonths(law.On(permitNotified, Wait, ref trace).Count) : permitNotified;
        if (TTrace.Records)
        {
            var from = Text.Of(first);
            trace.Fact("permitNotified", permitNotified.ToString());
            trace.Fact("subsidiary", subsidiary ? "true" : "false");
            trace.Step(TermStepKind.Derived, first, new($"Nareis kan vanaf {from.Dutch}.", $"The family may follow from {from.English}."));
        }

        return first;
    }

    /// <summary>Whether someone with this tie may follow.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="permitNotified">The day the sponsor's permit was notified; it governs.</param>
    /// <param name="tie">The tie.</param>
    /// <param name="derivedPermit">Whether the sponsor's own permit derives from a family member.</param>
    /// <param name="trace">Receives norms and rules.</param>
    /// <returns>Whether the tie counts.</returns>
    /// <exception cref="NotInForceException">The act is not in force on that day.</exception>
    public static bool MayFollow<TTrace>(Law law, Day permitNotified, FamilyTie tie, bool derivedPermit, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (derivedPermit)
        {
            if (TTrace.Records)
            {
                trace.Apply(NoChain);
            }

            return false;
        }

        var coreOnly = law.On(permitNotified, CoreFamilyOnly, ref trace).On;
        return tie switch
        {
            FamilyTie.Spouse or FamilyTie.MinorChild or FamilyTie.ParentOfMinor => true,
            FamilyTie.Partner or FamilyTie.AdultChild => !coreOnly,
        };
    }

    private static string NameOf(FamilyTie tie) => tie switch
    {
        FamilyTie.Spouse => "spouse",
        FamilyTie.Partner => "partner",
        FamilyTie.MinorChild => "minor-child",
        FamilyTie.AdultChild => "adult-child",
        FamilyTie.ParentOfMinor => "parent-of-minor",
    };

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (notified, subsidiary, tie) = (facts.Get(NotifiedFact), facts.Get(SubsidiaryFact), facts.Get(TieFact));
        result.WriteString("firstDay", FirstDay(law, notified, subsidiary, ref trace).ToString());
        trace.Fact("tie", NameOf(tie));
        result.WriteBoolean("mayFollow", MayFollow(law, notified, tie, derivedPermit: false, ref trace));
        result.WriteBoolean("incomeAndHousing", subsidiary && law.On(notified, IncomeAndHousing, ref trace).On);
    }
}
