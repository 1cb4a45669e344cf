using System.Collections.Immutable;
using NodaTime;

namespace Schakel.Rehearsal.Data;

/// <summary>A figure that may not be looked at while fitting.</summary>
/// <param name="Id">Id of the published figure.</param>
/// <param name="Reason">Why it is held back, and why it does not follow from what is fitted.</param>
public sealed record HeldBackFigure(string Id, string Reason);

/// <summary>Figures of which one is the sum of the others: whoever knows all but one knows them all.</summary>
/// <param name="Whole">Id of the sum; empty when it is the constant.</param>
/// <param name="Constant">The sum when it is no figure, such as 1 for shares.</param>
/// <param name="Parts">Ids of the parts, at least two.</param>
public sealed record SumIdentity(string Whole, double Constant, ImmutableArray<string> Parts)
{
    /// <summary>Every figure in the identity.</summary>
    public IEnumerable<string> Members => Whole.Length == 0 ? Parts : Parts.Prepend(Whole);
}

/// <summary>Which published figures a calibration from a starting day may not use (achtergehouden cijfers).</summary>
/// <remarks>
/// Loading refuses a list that holds back less than a third of the outcomes, leaves out an outcome that ends after the starting
/// year, or lets a held-back figure follow from fitted ones through a sum.
/// </remarks>
/// <param name="Start">Starting day of the rehearsal.</param>
/// <param name="Figures">The figures with their reasons.</param>
/// <param name="Identities">The sums among published figures.</param>
public sealed record HeldBackFigures(LocalDate Start, ImmutableArray<HeldBackFigure> Figures, ImmutableArray<SumIdentity> Identities)
{
    internal const string FileName = "held-back.json";

    /// <summary>Ids of the held-back figures.</summary>
    public ImmutableHashSet<string> Ids { get; } = Figures.Select(figure => figure.Id).ToImmutableHashSet(StringComparer.Ordinal);

    internal static HeldBackFigures Read(DataFolder folder, ImmutableArray<PublishedFigure> published)
    {
        var root = JsonPart.Root(folder, FileName).Only("schema", "start", "rule", "identities", "figures");
        root.Whole("schema", 1, 1);
        var outcomes = published.Where(figure => figure.Role == FigureRole.Outcome).ToDictionary(figure => figure.Id, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var figures = ImmutableArray.CreateBuilder<HeldBackFigure>();
        foreach (var item in root.Items("figures"))
        {
            var id = item.Only("id", "reason").Text("id");
            if (!outcomes.ContainsKey(id))
            {
                throw item.Fault("id", id, "it is not the id of a published outcome");
            }

            if (!seen.Add(id))
            {
                throw item.Fault("id", id, "it occurs twice");
            }

            figures.Add(new HeldBackFigure(id, item.Text("reason")));
        }

        var start = root.Date("start");
        foreach (var figure in outcomes.Values)
        {
            if (figure.Period.End.Year > start.Year && !seen.Contains(figure.Id))
            {
                throw root.Fault("figures", figure.Id, $"every outcome that ends after {Written.Number(start.Year)} must be held back");
            }
        }

        if (seen.Count * 3 < outcomes.Count)
        {
            throw root.Fault(
                "figures", Written.Number(seen.Count), $"at least a third of the {Written.Number(outcomes.Count)} outcomes must be held back");
        }

        return new HeldBackFigures(start, figures.DrainToImmutable(), Sums(root, published, seen));
    }

    private static ImmutableArray<SumIdentity> Sums(JsonPart root, ImmutableArray<PublishedFigure> published, HashSet<string> heldBack)
    {
        var ids = published.Select(figure => figure.Id).ToHashSet(StringComparer.Ordinal);
        var sums = ImmutableArray.CreateBuilder<SumIdentity>();
        foreach (var item in root.Items("identities"))
        {
            item.Only("whole", "parts");
            var constant = item.IsNumber("whole");
            var sum = new SumIdentity(
                constant ? "" : item.Text("whole"), constant ? item.Number("whole", 0, Limits.Persons) : 0, item.Texts("parts"));
            foreach (var id in sum.Members)
            {
                if (!ids.Contains(id))
                {
                    throw item.Fault("parts", id, "it is not the id of a published figure");
                }
            }

            if (sum.Members.Count(heldBack.Contains) == 1)
            {
                throw item.Fault(
                    "parts", sum.Members.First(heldBack.Contains), "it follows from the other figures of this sum, which are not held back");
            }

            sums.Add(sum);
        }

        return sums.DrainToImmutable();
    }
}
