using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Supporting;

/// <summary>Somebody who chose this support (wie begeleid wordt).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="Language">The language they speak; null when it is not known.</param>
/// <param name="Stands">How far the application is; null without one.</param>
/// <param name="Next">What is planned next: an interview, a session of the court; null when nothing is.</param>
/// <param name="On">The day of it.</param>
/// <param name="Family">How many belong to the household, the person included.</param>
public sealed record SupportedPerson(long Person, ShownPerson Who, LanguageCode? Language, ApplicationStatus? Stands, Text? Next, Day? On, int Family);

/// <summary>
/// The page of a volunteer of the council for refugees (begeleiding): who at one's site chose its support. That somebody chose it stands in
/// their file alone, so that each is opened through the gate and each is a look.
/// </summary>
internal static class SupportPages
{
    /// <summary>Most people on the page.</summary>
    public const int Most = 200;

    public static IResult Show(WorkVisit visit)
    {
        if (!OwnPages.Supports(visit.Caller))
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        var (store, gate) = (services.GetRequiredService<ChainStore>(), services.GetRequiredService<Gate>());
        var looking = Looking.Of(visit.Http, services.GetRequiredService<LookLog>());
        using var view = store.Models.Look();
        var departed = (int)Presences.Departed;
        var found = gate.Files(visit.Caller, view.Files).Where(file => file.Presence != departed).OrderBy(file => file.Person).Select(file => file.Person).Take(Most + 1).ToList();
        var persons = found.Take(Most).Select(each => gate.Open(visit.Caller, new(StreamKind.CaseFile, each), looking)).OfType<Sight>()
            .Select(each => Of(visit, store, each)).OrderBy(each => each.On?.Number ?? int.MaxValue).ThenBy(each => each.Person).ToImmutableArray();
        return WorkAnswers.Page<SupportPage>(visit, (nameof(SupportPage.Persons), persons), (nameof(SupportPage.HasMore), found.Count > Most),
            (nameof(SupportPage.Law), services.GetRequiredService<WebSettings>().LawOn(visit.Today)));
    }

    private static SupportedPerson Of(WorkVisit visit, ChainStore store, Sight sight)
    {
        var file = sight.State.File;
        var (next, on) = NextOf(file, visit.Today);
        return new(
            sight.Stream.Number, Worklists.Named(file), file.Registration.Identity?.Language is { } language && language != LanguageCode.Unknown ? language : null,
            sight.MayRead(DataCategory.Procedure) ? file.Procedure.Application?.Status : null, sight.MayRead(DataCategory.Procedure) ? next : null, sight.MayRead(DataCategory.Procedure) ? on : null,
            sight.MayRead(DataCategory.Family) ? FileState.Read(store, StreamId.Of(file.Registration.Household)).Household.Members.Length : 1);
    }

    private static (Text? What, Day? On) NextOf(CaseFile file, Day today) => file.Procedure switch
    {
        { Open: { PlannedFor: { } planned } open } when planned >= today && (open.InterviewedOn is not { } held || held < planned) => (new("gehoor", "interview"), planned),
        { Courts.Hearing: { HeldOn: null, PlannedFor: var on } } when on >= today => (new("zitting bij de rechtbank", "session of the court"), on),
        _ => (null, null),
    };
}
