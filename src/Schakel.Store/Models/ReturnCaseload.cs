using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Store.Models;

/// <summary>
/// Return files of one nationality by the conditions of return (caseload per land): the country agrees or a document serves, nothing is pending
/// or defers departure, the person is here. Counts only, exact.
/// </summary>
/// <param name="Country">The nationality; not known when no identity is on record.</param>
/// <param name="Files">Open return files.</param>
/// <param name="Agreed">First condition.</param>
/// <param name="Free">Second condition.</param>
/// <param name="Available">Third condition.</param>
/// <param name="Ready">All three.</param>
/// <param name="Detained">Detained.</param>
/// <param name="Flights">With a flight planned.</param>
public readonly record struct ReturnCount(CountryCode Country, int Files, int Agreed, int Free, int Available, int Ready, int Detained, int Flights)
{
    /// <summary>Both together, under the country of this one.</summary>
    /// <param name="other">The other.</param>
    public ReturnCount Plus(ReturnCount other) => new(
        Country, Files + other.Files, Agreed + other.Agreed, Free + other.Free, Available + other.Available, Ready + other.Ready, Detained + other.Detained, Flights + other.Flights);
}

/// <summary>The caseload of the return service, counted (caseload terugkeer).</summary>
public static class ReturnCaseload
{
    /// <summary>Open return files by nationality, the most first.</summary>
    /// <param name="models">The models: nationality is known by keyed hashes alone.</param>
    /// <param name="view">The rows.</param>
    /// <param name="today">The chain's day.</param>
    /// <param name="counsellor">Only files of this counsellor.</param>
    public static IReadOnlyList<ReturnCount> ByCountry(ReadModels models, ModelView view, Day today, int? counsellor = null)
    {
        var rows = OpenOf(view, counsellor);
        var nationality = NationalityOf(models, view, counsellor);
        return
        [
            .. rows.AsEnumerable().GroupBy(row => nationality.GetValueOrDefault(row.Person), row => Of(row, today))
                .Select(of => of.Aggregate(new ReturnCount { Country = of.Key }, (sum, one) => sum.Plus(one)))
                .OrderByDescending(of => of.Files).ThenBy(of => of.Country.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>Open return files.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="counsellor">Only files of this counsellor.</param>
    public static IQueryable<ReturnCaseRow> OpenOf(ModelView view, int? counsellor = null) => view.ReturnCases.Where(row => row.IsOpen && (counsellor == null || row.Counsellor == counsellor));

    /// <summary>The nationality of who have an open return file, as far as it is known.</summary>
    /// <param name="models">The models: nationality is known by keyed hashes alone.</param>
    /// <param name="view">The rows.</param>
    /// <param name="counsellor">Only files of this counsellor.</param>
    public static IReadOnlyDictionary<long, CountryCode> NationalityOf(ReadModels models, ModelView view, int? counsellor = null)
    {
        var rows = OpenOf(view, counsellor);
        var terms = rows.Join(view.SearchTerms, row => row.Person, term => term.Person, (row, term) => new { row.Person, term.Term });
        var countries = models.Terms.Countries;
        var nationality = new Dictionary<long, CountryCode>();
        foreach (var each in terms)
        {
            if (countries.TryGetValue(each.Term, out var country))
            {
                nationality[each.Person] = country;
            }
        }
        return nationality;
    }

    private static ReturnCount Of(ReturnCaseRow row, Day today)
    {
        var agreed = row.AgreedUntil >= today.Number;
        var free = !row.ProcedurePending && !(row.DeferredUntil >= today.Number);
        return new(default, 1, One(agreed), One(free), One(row.Available), One(agreed && free && row.Available), One(row.DetainedSince is not null), One(row.FlightOn >= today.Number));
    }

    private static int One(bool holds) => holds ? 1 : 0;
}
