using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Wards;

/// <summary>A ward (pupil).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="Age">Age in whole years.</param>
/// <param name="Eighteen">The day of the eighteenth birthday.</param>
/// <param name="GuardianSince">Since when there is a guardian; null when none was appointed yet.</param>
/// <param name="Site">Where the child stays; null when nowhere.</param>
/// <param name="Modality">Kind of place.</param>
/// <param name="Step">What comes first for the guardian or the child.</param>
/// <param name="By">By when.</param>
public sealed record Ward(long Person, ShownPerson Who, int Age, Day Eighteen, Day? GuardianSince, int? Site, Modality? Modality, Text? Step, Day? By)
{
    /// <summary>The child left, and nobody knows where to (vermist).</summary>
    public bool IsMissing { get; init; }

    /// <summary>Since when it is missing; null when it is not, or the day is not known.</summary>
    public Day? MissingSince { get; init; }

    /// <summary>The age is doubted and not decided (leeftijd betwist): until then it is a child.</summary>
    public bool IsAgeDoubted { get; init; }
}

/// <summary>The page of a guardian (voogd, Nidos): one's own wards, and how many children wait for a guardian.</summary>
internal static class WardPages
{
    private const int Most = 500;

    public static IResult Show(WorkVisit visit)
    {
        if (!OwnPages.HasWards(visit.Caller))
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        var (store, gate) = (services.GetRequiredService<ChainStore>(), services.GetRequiredService<Gate>());
        var looking = Looking.Of(visit.Http, services.GetRequiredService<LookLog>());
        using var view = store.Models.Look();
        var departed = (int)Presences.Departed;
        var rows = gate.Files(visit.Caller, view.Files).Where(file => file.Presence != departed).OrderBy(file => file.Person).Take(Most).ToList();
        var persons = rows.Select(each => each.Person).ToList();
        var (today, agency, child, choice) = (visit.Today.Number, (int)Party.GuardianAgency, (int)Party.Applicant, StepRank.Choice);
        // What is added to the party changes nothing, but that a database begins with these persons and not with the steps of all children.
        var steps = view.Steps.Where(step => persons.Contains(step.Person) && (step.Party + 0 == agency || step.Party + 0 == child) && step.WaitsFor == null && (step.Earliest == null || step.Earliest <= today)
            && (step.Until == null || step.Until >= today) && (step.Rank < choice || step.LastDay >= today)).AsEnumerable().ToLookup(step => step.Person);
        // The file is opened through the gate, one by one: a list of wards is as many looks.
        var wards = rows.Select(row => (Row: row, Sight: gate.Open(visit.Caller, new(StreamKind.CaseFile, row.Person), looking))).Where(each => each.Sight is not null)
            .Select(each => Of(visit, each.Row, each.Sight!, steps[each.Row.Person].OrderBy(step => step.SortDay).FirstOrDefault())).OfType<Ward>()
            .OrderByDescending(each => each.IsMissing).ThenBy(each => each.Eighteen).ThenBy(each => each.Person).ToImmutableArray();
        // Children without a guardian are nobody's wards yet: a number, and none so small that it would tell of somebody (red line 9).
        var (court, appoint) = ((int)Party.Court, CareSteps.Appoint.Code);
        var waiting = view.Steps.LongCount(step => step.Party == court && step.Rank <= StepRank.Undated && step.Code == appoint && (step.Until == null || step.Until >= today));
        return WorkAnswers.Page<WardPage>(visit, (nameof(WardPage.Wards), wards), (nameof(WardPage.Waiting), Suppressed.One(waiting)),
            (nameof(WardPage.Law), services.GetRequiredService<WebSettings>().LawOn(visit.Today)));
    }

    private static Ward? Of(WorkVisit visit, FileRow row, Sight sight, StepRow? step)
    {
        var file = sight.State.File;
        if (file.Registration.Role != FamilyRole.UnaccompaniedMinor)
        {
            return null;
        }
        var born = file.Registration.Born;
        var age = visit.Today.Parts.Year - born.Parts.Year;
        return new(
            row.Person, Worklists.Named(file), born.PlusYears(age) > visit.Today ? age - 1 : age, Age.ComesOfAge(born), file.Guidance.GuardianOn, row.Site, (Modality?)row.Modality,
            step is null ? null : StepType.All.FirstOrDefault(type => type.Code == step.Code)?.Name, step?.LastDay is { } last ? new Day(last) : null)
        {
            IsMissing = file.Presence == Presences.Gone,
            MissingSince = file.Presence == Presences.Gone ? file.Reception.GoneOn : null,
            IsAgeDoubted = file.Registration.AgeDoubt is not null,
        };
    }
}
