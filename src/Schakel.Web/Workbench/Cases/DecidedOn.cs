using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Policy;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Cases;

/// <summary>The policy on somebody's country on a day that matters to the file (landenbeleid op de datum van de zaak).</summary>
/// <param name="Day">The day.</param>
/// <param name="What">What happened on it, or that it is today.</param>
/// <param name="InForce">The version in force that day; absent when none was.</param>
/// <param name="Moratoria">How many moratoria held that day.</param>
public sealed record PolicyOnDay(Day Day, Text What, AdoptedPolicy? InForce, int Moratoria);

/// <summary>
/// What a decision rests on beside the file (waarop wordt beslist): the policy on the country as on the days of the file, and the files that are
/// decided together with it. For who hears, decides, judges or assists, as far as they may read nationality, procedure and family.
/// </summary>
/// <param name="Country">The nationality on record; absent when none is, or when who looks may not know.</param>
/// <param name="Policies">The policy on the days that matter.</param>
/// <param name="Linked">Files that are decided together with it; no name for a file that who looks may not list.</param>
public sealed record DecidedOn(CountryCode? Country, ImmutableArray<PolicyOnDay> Policies, ImmutableArray<(long Person, ShownPerson? Who)> Linked)
{
    /// <summary>There is nothing to tell.</summary>
    public bool IsNothing => Country is null && Linked.IsEmpty;

    /// <summary>What a decision rests on; whoever is linked is looked at.</summary>
    /// <param name="view">The file.</param>
    public static DecidedOn Of(CaseView view)
    {
        var (sight, services) = (view.Sight, view.Visit.Http.RequestServices);
        var isFor = view.Visit.Caller.Function.MainPurpose is LookPurpose.Procedure or LookPurpose.Review or LookPurpose.LegalAssistance && sight.MayRead(DataCategory.Procedure);
        var country = isFor && sight.MayRead(DataCategory.Origin) && view.File.Procedure.Application is not null && view.File.Registration.Identity?.Nationality is { } one && one != CountryCode.Unknown ? one : (CountryCode?)null;
        return new(
            country, country is { } known ? PoliciesOn(view, FileState.Read(services.GetRequiredService<ChainStore>(), StreamId.Of(known)).Policy) : [],
            isFor && sight.MayRead(DataCategory.Family) ? LinkedOf(view, services) : []);
    }

    /// <summary>The address of the policy on a country as it held on a day.</summary>
    /// <param name="country">The country.</param>
    /// <param name="day">The day.</param>
    public static string AddressOf(CountryCode country, Day day) => $"{WorkPaths.Country(country)}?op={day}";

    // A decision rests on the policy of its own day; until there is one, on that of the day it will be taken.
    private static ImmutableArray<PolicyOnDay> PoliciesOn(CaseView view, CountryPolicy policy)
    {
        var (procedure, today) = (view.File.Procedure, view.Visit.Today);
        PolicyOnDay On(Day day, string dutch, string english) => new(day, new(dutch, english), policy.InForceOn(day), policy.Moratoria.Count(each => each.HoldsOn(day)));
        return
        [
            .. procedure.Application?.LodgedOn is { } lodged ? [On(lodged, "dag van de aanvraag", "day of the application")] : Array.Empty<PolicyOnDay>(),
            .. procedure.Decision?.On is { } decided ? [On(decided, "dag van het besluit", "day of the decision")] : Array.Empty<PolicyOnDay>(),
            .. procedure.Open is not null || procedure.Decision?.On is null ? [On(today, "nu", "now")] : Array.Empty<PolicyOnDay>(),
        ];
    }

    private static ImmutableArray<(long Person, ShownPerson? Who)> LinkedOf(CaseView view, IServiceProvider services)
    {
        var linked = view.File.Procedure.Application?.LinkedWith.Select(each => each.Value).ToList() ?? [];
        if (linked.Count == 0)
        {
            return [];
        }
        var (visit, worklists) = (view.Visit, services.GetRequiredService<Worklists>());
        var listed = services.GetRequiredService<Gate>().Listed(visit.Caller, linked);
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, listed, view.Sight.Purpose);
        using var rows = services.GetRequiredService<ChainStore>().Models.Look();
        var files = rows.Files.Where(each => listed.Contains(each.Person)).ToDictionary(each => each.Person);
        return [.. linked.Select(each => (each, files.TryGetValue(each, out var file) ? worklists.PersonOf(visit.Caller, file) : null))];
    }
}
