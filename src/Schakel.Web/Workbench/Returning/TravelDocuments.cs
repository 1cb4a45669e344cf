using System.Collections.Immutable;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;

namespace Schakel.Web.Workbench.Returning;

/// <summary>
/// Requests for travel documents at one country (laissez-passers), of open return files: those that wait by age, and what was answered. Counts only.
/// </summary>
/// <param name="Country">The nationality.</param>
/// <param name="Waiting">Requests that wait, by age: see <see cref="TravelDocuments.AgeOf"/>.</param>
/// <param name="Received">Documents that came and did not expire.</param>
/// <param name="Refused">Requests that the country refused.</param>
/// <param name="Lapsed">Documents that expired unused.</param>
public sealed record DocumentCount(CountryCode Country, ImmutableArray<int> Waiting, int Received, int Refused, int Lapsed)
{
    /// <summary>Requests that wait.</summary>
    public int Open => Waiting.Sum();

    /// <summary>Nothing was asked.</summary>
    public bool IsNothing => Open + Received + Refused + Lapsed == 0;
}

/// <summary>Travel documents by country (reisdocumenten per land). At which post of a country it was asked stands nowhere in the chain.</summary>
public static class TravelDocuments
{
    private static readonly ImmutableArray<int> Ends = [30, 91, 182];

    /// <summary>How many ages there are: within a month, three months, half a year, longer, and not known.</summary>
    public static int Ages => Ends.Length + 2;

    /// <summary>The age of a request.</summary>
    /// <param name="requested">The day it was asked; absent when it is not known.</param>
    /// <param name="today">The chain's date.</param>
    /// <returns>0 within a month, 1 within three, 2 within half a year, 3 longer, 4 not known.</returns>
    public static int AgeOf(Day? requested, Day today) => requested is not { } day ? Ends.Length + 1
        : Ends.Count(end => today - day > end);

    /// <summary>By country, the most that wait first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="view">The rows.</param>
    /// <param name="track">What happened.</param>
    /// <param name="today">The chain's date.</param>
    /// <param name="counsellor">Only files of this counsellor.</param>
    public static ImmutableArray<DocumentCount> ByCountry(ChainStore store, ModelView view, ReturnTrack track, Day today, int? counsellor = null)
    {
        var (all, nationality) = (track.All(), ReturnCaseload.NationalityOf(store.Models, view, counsellor));
        return
        [
            .. ReturnCaseload.OpenOf(view, counsellor).Select(row => new { row.Person, row.DocumentRequested, row.AgreedUntil }).AsEnumerable()
                .GroupBy(row => nationality.GetValueOrDefault(row.Person), row => CountOf(all.TryGetValue(row.Person, out var happened) ? happened : [], row.DocumentRequested && row.AgreedUntil is null, today))
                .Select(of => of.Aggregate(Nothing(of.Key), Plus)).Where(each => !each.IsNothing)
                .OrderByDescending(each => each.Open).ThenByDescending(each => each.Received).ThenBy(each => each.Country.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>Of one file.</summary>
    /// <param name="happened">What happened with it, in order.</param>
    /// <param name="waits">A request waits now, also one that was taken over and of which nothing else is known.</param>
    /// <param name="today">The chain's date.</param>
    internal static DocumentCount CountOf(ImmutableArray<(string Name, Day On)> happened, bool waits, Day today)
    {
        Day? requested = null;
        var (received, refused, lapsed) = (0, 0, 0);
        foreach (var (name, on) in happened)
        {
            switch (name)
            {
                case ReturnTrack.Requested:
                    requested = on;
                    break;
                case ReturnTrack.Received:
                    (requested, received) = (null, received + 1);
                    break;
                case ReturnTrack.Refused:
                    (requested, refused) = (null, refused + 1);
                    break;
                case ReturnTrack.Expired:
                    (received, lapsed) = (Math.Max(0, received - 1), lapsed + 1);
                    break;
                default:
                    break;
            }
        }
        var age = AgeOf(requested, today);
        return new(CountryCode.Unknown, [.. Enumerable.Range(0, Ages).Select(each => waits && each == age ? 1 : 0)], received, refused, lapsed);
    }

    private static DocumentCount Nothing(CountryCode country) => new(country, [.. Enumerable.Repeat(0, Ages)], 0, 0, 0);

    private static DocumentCount Plus(DocumentCount one, DocumentCount other) => one with
    {
        Waiting = [.. one.Waiting.Zip(other.Waiting, (here, there) => here + there)],
        Received = one.Received + other.Received,
        Refused = one.Refused + other.Refused,
        Lapsed = one.Lapsed + other.Lapsed,
    };
}
