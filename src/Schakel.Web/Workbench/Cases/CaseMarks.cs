using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Countries;

namespace Schakel.Web.Workbench.Cases;

/// <summary>One thing at the head of a file (kenmerk in de kop).</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How it stands.</param>
/// <param name="By">The day that is counted down to; absent when none is.</param>
public sealed record CaseMark(string Label, string Value, Day? By = null);

/// <summary>
/// What stands at the head of a file (kop van een zaak): for each function what its work turns on, such as the last day of the decision period for
/// who decides, and the site and next move for who receives. Who it is stands above it already.
/// </summary>
internal static class CaseMarks
{
    private const int Most = 4;

    private delegate CaseMark? Mark(CaseView view);

    /// <summary>The marks for who looks, the first of their function that this file has.</summary>
    /// <param name="view">The file.</param>
    public static ImmutableArray<CaseMark> Of(CaseView view) => [.. For(view.Visit.Caller.Function).Select(each => each(view)).OfType<CaseMark>().Take(Most)];

    private static Mark[] For(Function function) => function.Role switch
    {
        OfficialRoles.AliensPolice or OfficialRoles.BorderGuard => [RegisterBy, Nationality, Born, Interview, Decision],
        OfficialRoles.HearingOfficer => [Interview, Language, DecideBy, Site],
        OfficialRoles.DecisionOfficer => [DecideBy, Interview, Decision, Appeal, NextTerm],
        OfficialRoles.ReceptionOfficer => [Site, NextMove, HouseBy, Household],
        OfficialRoles.HealthWorker => [Site, NextMove, Born, Household],
        OfficialRoles.HousingOfficer => [HouseBy, Municipality, Home, Household],
        OfficialRoles.MunicipalOfficer => [Municipality, Home, HouseBy, Household],
        OfficialRoles.EducationOfficer or OfficialRoles.SchoolWorker => [Born, Language, Nationality],
        OfficialRoles.LabourOfficer => [WorkFrom, Decision, Application, Born],
        OfficialRoles.ReturnOfficer or OfficialRoles.MigrationWorker => [DepartBy, Detained, ReturnFile, Site],
        OfficialRoles.DetainingAuthority or OfficialRoles.DetentionOfficer => [Detained, DetainedUntil, Decision, Nationality],
        OfficialRoles.Judge => [RuleBy, Session, Appeal, Detained, Decision],
        OfficialRoles.LegalAidOfficer => [Interview, NextTerm, Appeal, Application, Born],
        OfficialRoles.Lawyer => [NextTerm, Interview, Session, Appeal, DecideBy],
        OfficialRoles.Guardian => [Eighteen, Interview, NextTerm, Site],
        OfficialRoles.ShelterWorker => [Site, NextMove, Household],
        OfficialRoles.RecordsOfficer => [Nationality, Born, Application, Municipality],
        _ => [Interview, DecideBy, Decision, NextTerm, Language, Born], // Who supports somebody: the council's worker and volunteer.
    };

    private static CaseMark? RegisterBy(CaseView view) => TermOf(view, "Registreren uiterlijk", "Register by", RegistrationSteps.RegistrationPeriod);

    private static CaseMark? DecideBy(CaseView view) => TermOf(view, "Beslissen uiterlijk", "Decide by", DecisionSteps.OrderedTerm, DecisionSteps.DecisionPeriod);

    private static CaseMark? RuleBy(CaseView view) => TermOf(view, "Uitspraak uiterlijk", "Rule by", CourtSteps.FurtherRulingTerm, AppealSteps.RulingTerm);

    private static CaseMark? HouseBy(CaseView view) => TermOf(view, null, null, HousingSteps.LinkingTerm, HousingSteps.HousingTermType, HousingSteps.MovingTerm);

    private static CaseMark? DepartBy(CaseView view) => TermOf(view, "Vertrekken uiterlijk", "Depart by", ReturnSteps.DeparturePeriodTerm);

    private static CaseMark? DetainedUntil(CaseView view) => TermOf(view, "Bewaring uiterlijk tot en met", "Detention through", ReturnSteps.DetentionTerm);

    private static CaseMark? WorkFrom(CaseView view) => TermOf(view, "Wachttijd voor werk tot en met", "Waits for work through", ParticipationSteps.WaitForWork);

    // The term that ends first of those that still run, but for the decision period: that is another's.
    private static CaseMark? NextTerm(CaseView view) => view.Running.Where(each => each.LastDay >= view.Visit.Today && each.Type != DecisionSteps.DecisionPeriod)
        .Select(each => new CaseMark(view.Visit.In(each.Type.Name), view.Visit.Date(each.LastDay), each.LastDay)).FirstOrDefault();

    private static CaseMark? Interview(CaseView view)
    {
        if (!view.Sight.MayRead(DataCategory.Procedure) || view.File.Procedure.Application is not { } application)
        {
            return null;
        }
        var (visit, label) = (view.Visit, view.Visit.In("Gehoor", "Interview"));
        return application switch
        {
            { PlannedFor: { } planned } when application.InterviewedOn is not { } held || held < planned => new(label, visit.In($"gepland op {visit.Date(planned)}", $"planned for {visit.Date(planned)}"), planned >= visit.Today ? planned : null),
            { InterviewedOn: { } on } => new(label, visit.In($"gehouden op {visit.Date(on)}", $"held on {visit.Date(on)}")),
            _ => view.File.Procedure.Open is null ? null : new(label, visit.In("nog niet gepland", "not planned yet")),
        };
    }

    private static CaseMark? Application(CaseView view) => view.Sight.MayRead(DataCategory.Procedure) && view.File.Procedure.Application is { } application
        ? new(view.Visit.In("Aanvraag", "Application"), Plain.Value(application.Status, view.Visit.InEnglish)) : null;

    private static CaseMark? Decision(CaseView view) => view.Sight.MayRead(DataCategory.Procedure) && view.File.Procedure.Decision is { } decision
        ? new(view.Visit.In("Besluit", "Decision"), Plain.Value(decision.Outcome, view.Visit.InEnglish) + (decision.On is { } on ? $", {view.Visit.Date(on)}" : "")) : null;

    private static CaseMark? Appeal(CaseView view) => view.Sight.MayRead(DataCategory.Procedure) && view.File.Procedure is { AppealPending: true } or { FurtherAppealPending: true }
        ? new(view.File.Procedure.FurtherAppealPending ? view.Visit.In("Hoger beroep", "Further appeal") : view.Visit.In("Beroep", "Appeal"),
            (view.File.Procedure.FurtherAppealPending ? view.File.Procedure.Courts.FurtherAppeal?.LodgedOn : view.File.Procedure.Appeal?.LodgedOn) is { } since
                ? view.Visit.In($"loopt sinds {view.Visit.Date(since)}", $"pending since {view.Visit.Date(since)}") : view.Visit.In("loopt", "pending")) : null;

    private static CaseMark? Session(CaseView view) => view.Sight.MayRead(DataCategory.Procedure) && view.File.Procedure.Courts.Hearing is { HeldOn: null, PlannedFor: var on }
        ? new(view.Visit.In("Zitting", "Session"), view.Visit.Date(on), on >= view.Visit.Today ? on : null) : null;

    private static CaseMark? Born(CaseView view) => view.Sight.MayRead(DataCategory.Identity)
        ? new(view.Visit.In("Geboren", "Born"), view.File.Registration.Identity is { Born: { IsNone: false } known } && !Day.TryParse(known.ToString(), out _) ? known.ToString() : view.Visit.Date(view.File.Registration.Born)) : null;

    private static CaseMark? Nationality(CaseView view) => view.Sight.MayRead(DataCategory.Origin) && view.File.Registration.Identity is { } who
        ? new(view.Visit.In("Nationaliteit", "Nationality"), view.Visit.In(CountryNames.Of(who.Nationality))) : null;

    private static CaseMark? Language(CaseView view) => view.Sight.MayRead(DataCategory.Identity) && view.File.Registration.Identity is { } who && who.Language != LanguageCode.Unknown
        ? new(view.Visit.In("Taal", "Language"), view.Visit.In(CodesInWords.Of(who.Language))) : null;

    private static CaseMark? Eighteen(CaseView view) => view.Sight.MayRead(DataCategory.Identity) && Age.ComesOfAge(view.File.Registration.Born) is var on
        ? new(view.Visit.In("Wordt 18", "Turns 18"), view.Visit.Date(on)) : null;

    private static CaseMark? Site(CaseView view) => !view.Sight.MayRead(DataCategory.Reception) ? null
        : new(view.Visit.In("Locatie", "Site"), view.File.Reception.Site is { } site
            ? $"{WorkVisit.Plain(site.Value)}, {Plain.Value(view.File.Reception.Modality, view.Visit.InEnglish)}" : view.Visit.In("geen", "none"));

    private static CaseMark? NextMove(CaseView view)
    {
        if (!view.Sight.MayRead(DataCategory.Reception) || view.File.Reception is { AnnouncedSite: null, MoveDue: null })
        {
            return null;
        }
        var (visit, stay) = (view.Visit, view.File.Reception);
        var to = stay.AnnouncedSite is { } site ? visit.In($"naar locatie {WorkVisit.Plain(site.Value)}", $"to site {WorkVisit.Plain(site.Value)}") : visit.In("aangekondigd", "announced");
        return new(visit.In("Verhuizing", "Move"), stay.MoveDue is { } day ? $"{to}, {visit.Date(day)}" : to, stay.MoveDue is { } on && on >= visit.Today ? on : null);
    }

    private static CaseMark? Household(CaseView view) => view.Sight.MayRead(DataCategory.Family) && view.Household.Members.Length is > 1 and var many
        ? new(view.Visit.In("Gezin", "Family"), view.Visit.In($"{many} personen", $"{many} persons")) : null;

    private static CaseMark? Municipality(CaseView view) => view.Sight.MayRead(DataCategory.Housing)
        ? new(view.Visit.In("Gemeente", "Municipality"), view.File.Housing.LinkedTo is { } linked ? Municipalities.NameOf(linked) : view.Visit.In("nog niet gekoppeld", "not linked yet")) : null;

    private static CaseMark? Home(CaseView view)
    {
        if (!view.Sight.MayRead(DataCategory.Housing))
        {
            return null;
        }
        var (visit, home) = (view.Visit, view.File.Housing);
        return new(visit.In("Woning", "Home"), home.IsHoused ? home.HousedOn is { } on ? visit.In($"betrokken op {visit.Date(on)}", $"moved in on {visit.Date(on)}") : visit.In("betrokken", "moved in")
            : home.OfferedIn is null ? visit.In("nog niet aangeboden", "not offered yet")
            : home.OfferedOn is { } offered ? visit.In($"aangeboden op {visit.Date(offered)}", $"offered on {visit.Date(offered)}") : visit.In("aangeboden", "offered"));
    }

    private static CaseMark? Detained(CaseView view) => view.Sight.MayRead(DataCategory.Return) && view.File.Return.Detention is { } detention
        ? new(view.Visit.In("In bewaring sinds", "Detained since"), view.Visit.Date(detention.Since)) : null;

    private static CaseMark? ReturnFile(CaseView view) => !view.Sight.MayRead(DataCategory.Return) ? null
        : new(view.Visit.In("Terugkeerdossier", "Return file"), view.File.Return.IsOpen ? view.File.Return.OpenedOn is { } on
            ? view.Visit.In($"open sinds {view.Visit.Date(on)}", $"open since {view.Visit.Date(on)}") : view.Visit.In("open", "open") : view.Visit.In("geen", "none"));

    // The first of these terms that runs, with its last day.
    private static CaseMark? TermOf(CaseView view, string? dutch, string? english, params TermType[] types) =>
        types.Select(type => view.Running.Where(each => each.Type == type).Select(each => (RunningTerm?)each).FirstOrDefault()).FirstOrDefault(each => each is not null) is { } term
            ? new(dutch is null ? view.Visit.In(term.Type.Name) : view.Visit.In(dutch, english!), view.Visit.Date(term.LastDay), term.LastDay) : null;
}
