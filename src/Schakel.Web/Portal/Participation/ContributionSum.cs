using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Norms;
using Schakel.Norms.Participation;
using Schakel.Web.Portal.Forms;
using Age = Schakel.Chain.Registration.Age;
using Purse = Schakel.Norms.Participation.Household;

namespace Schakel.Web.Portal.Participation;

/// <summary>What somebody would pay of their wage for reception (eigen bijdrage), by the law of the month; nothing of it is kept.</summary>
/// <param name="Euro">What is paid in a month.</param>
/// <param name="Adults">Adults it was computed with.</param>
/// <param name="Children">Children.</param>
/// <param name="Grounds">Why.</param>
public sealed record ContributionSum(decimal Euro, int Adults, int Children, ImmutableArray<Text> Grounds)
{
    private const int MostEuro = 1_000_000;
    private const int WeeksInYear = 52;

    /// <summary>What is asked.</summary>
    public static ImmutableArray<Field> Fields { get; } =
    [
        new("loon", FieldKind.Number, "contribution.labour") { Most = MostEuro, Bounds = "contribution.range", IsAmount = true },
        new("ander", FieldKind.Number, "contribution.other") { Most = MostEuro, Bounds = "contribution.range", IsAmount = true },
        new("spaargeld", FieldKind.Number, "contribution.assets") { Most = MostEuro, Bounds = "contribution.range", IsAmount = true },
        new("weken", FieldKind.Number, "contribution.weeks") { Most = WeeksInYear, Bounds = "contribution.range" },
    ];

    /// <summary>Computes it.</summary>
    /// <param name="visit">Whose household.</param>
    /// <param name="answers">What was filled in, without faults.</param>
    public static ContributionSum Of(CaseVisit visit, Answers answers)
    {
        var purse = PurseOf(visit);
        var trace = new GroundsTrace(visit.Law);
        var means = new Means(
            Numbers.ReadAmount(answers["loon"]) ?? 0, Numbers.ReadAmount(answers["ander"]) ?? 0, Numbers.ReadAmount(answers["spaargeld"]) ?? 0);
        var euro = OwnContribution.Monthly(visit.Law, visit.Today, purse, means, visit.File.Procedure.Permit is not null, Numbers.Read(answers["weken"]) ?? 0, ref trace);
        var grounds = trace.ToGrounds();
        return new(euro, purse.Adults, purse.Children, [.. grounds.Steps.Select(each => each.Words), .. grounds.Sentences]);
    }

    private static Purse PurseOf(CaseVisit visit)
    {
        (FamilyRole Role, Day Born)[] people = visit.Household.Members.IsEmpty
            ? [(visit.File.Registration.Role, visit.File.Registration.Born)] : [.. visit.Household.Members.Select(each => (each.Role, each.Born))];
        var children = people.Count(each => each.Role != FamilyRole.UnaccompaniedMinor && Age.IsMinor(each.Born, visit.Today));
        return new(people.Length - children, children);
    }
}
