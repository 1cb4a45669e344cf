using System.Collections.Frozen;
using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using static Schakel.Chain.DataCategory;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Access;

/// <summary>
/// The table of roles and purposes (rollen en doelen): who may read or write what, for which purpose, on whose files. Every page, answer,
/// search, list and event goes by it; what does not stand here is denied. What a function may record follows from the acts for which it has the purpose
/// and the power; each act says by its events which categories that is. A test walks all of it over HTTP against a table of its own, reading and writing.
/// Some walls that one sees here: no claim and no health with police, border, return and housing (red lines 4 and 5); nothing of school,
/// care or shelter with them either (red line 6); who supervises with figures opens no file. What somebody writes to one function is read by that
/// one of those who have the category (<see cref="IWrittenTo"/>).
/// </summary>
public static class RolesAndPurposes
{
    // Identity and contact go with every file that may be opened. Nationality does not: whoever places or houses people has no part in it (red line 2).
    private static readonly DataCategory[] Person = [Identity, Contact];

    /// <summary>The table, in the order of a person's way through the chain.</summary>
    public static ImmutableArray<Function> All { get; } =
    [
        new("avim-registreerder", "Registreerder AVIM", "Registrar, aliens police", OfficialRoles.AliensPolice, Reach.All,
            [For(LookPurpose.Registration, [Procedure, Family, Origin], Purpose.Registration, Purpose.Procedure, Purpose.Family),
                For(LookPurpose.Supervision, [], Purpose.Supervision, Purpose.Reception)]),
        new("kmar-grenswachter", "Grenswachter Marechaussee", "Border guard", OfficialRoles.BorderGuard, Reach.All,
            [For(LookPurpose.Registration, [Procedure, Family, Origin], Purpose.Registration, Purpose.Procedure, Purpose.Family),
                For(LookPurpose.Supervision, [], Purpose.Supervision, Purpose.Return)]),
        new("ind-planner", "Planner gehoren IND", "Interview planner", OfficialRoles.HearingOfficer, Reach.All,
            [For(LookPurpose.Procedure, [Procedure, Family, Reception, Origin], Purpose.Procedure)])
        {
            ActsAs = "ind-hoormedewerker",
            OnlyActs = Acts(typeof(PlanInterview), typeof(InviteToInterview), typeof(MoveInterview), typeof(MissInterview), typeof(AssignTeam)),
        },
        new("ind-hoormedewerker", "Hoor- en planmedewerker IND", "Hearing and planning officer", OfficialRoles.HearingOfficer, Reach.Team,
            [For(LookPurpose.Procedure, [Procedure, Claim, Family, Reception, Vulnerability, Origin, Correspondence], Purpose.Registration, Purpose.Procedure, Purpose.Family)]),
        new("ind-beslismedewerker", "Beslismedewerker IND", "Decision officer", OfficialRoles.DecisionOfficer, Reach.Team,
            [For(LookPurpose.Procedure, [Procedure, Claim, Family, Reception, Vulnerability, Origin], Purpose.Registration, Purpose.Procedure, Purpose.Family, Purpose.Return)]),
        new("coa-medewerker", "Medewerker plaatsing COA", "Placement officer", OfficialRoles.ReceptionOfficer, Reach.All,
            [For(LookPurpose.Reception, [Procedure, Family, Reception, Vulnerability, Incidents, Correspondence],
                    Purpose.Reception, Purpose.Registration, Purpose.Family, Purpose.Procedure),
                For(LookPurpose.Housing, [Housing], Purpose.Housing),
                For(LookPurpose.Participation, [Participation], Purpose.Participation)]),
        new("coa-locatiemanager", "Locatiemanager COA", "Site manager", OfficialRoles.ReceptionOfficer, Reach.Site,
            [For(LookPurpose.Reception, [Family, Reception, Vulnerability, Incidents], Purpose.Reception),
                For(LookPurpose.Participation, [Participation], Purpose.Participation)])
        { ActsAs = "coa-medewerker" },
        new("coa-casemanager", "Casemanager COA", "Case manager", OfficialRoles.ReceptionOfficer, Reach.Site,
            [For(LookPurpose.Reception, [Procedure, Family, Reception, Vulnerability, Incidents, Correspondence], Purpose.Reception, Purpose.Family, Purpose.Procedure),
                For(LookPurpose.Housing, [Housing], Purpose.Housing),
                For(LookPurpose.Participation, [Participation], Purpose.Participation)])
        { ActsAs = "coa-medewerker" },
        new("gza-medewerker", "Zorgverlener GZA of GGD", "Health worker", OfficialRoles.HealthWorker, Reach.All,
            [For(LookPurpose.Care, [Family, Reception, Medical, Vulnerability, Origin], Purpose.Care, Purpose.Registration, Purpose.Reception, Purpose.Procedure, Purpose.Return)]),
        new("gemeente-huisvester", "Medewerker huisvesting gemeente", "Municipal housing officer", OfficialRoles.HousingOfficer, Reach.Municipality,
            [For(LookPurpose.Housing, [Family, Housing], Purpose.Housing, Purpose.Procedure)]),
        new("gemeente-medewerker", "Medewerker burgerzaken en inburgering", "Municipal officer", OfficialRoles.MunicipalOfficer, Reach.Municipality,
            [For(LookPurpose.Participation, [Family, Housing, Participation, Origin, Correspondence], Purpose.Registration, Purpose.Participation, Purpose.Housing, Purpose.Return, Purpose.Procedure)]),
        new("duo-medewerker", "Medewerker inburgering DUO", "Education officer", OfficialRoles.EducationOfficer, Reach.All,
            [For(LookPurpose.Participation, [Participation], Purpose.Participation, Purpose.Procedure)]),
        new("uwv-medewerker", "Medewerker werkvergunningen UWV", "Labour officer", OfficialRoles.LabourOfficer, Reach.All,
            [For(LookPurpose.Participation, [Procedure, Participation], Purpose.Participation, Purpose.Procedure)]),
        new("dtv-regievoerder", "Regievoerder DT&V", "Return counsellor", OfficialRoles.ReturnOfficer, Reach.All,
            [For(LookPurpose.Return, [Procedure, Family, Reception, DataCategory.Return, Origin], Purpose.Return, Purpose.Supervision, Purpose.Reception, Purpose.Procedure)])
        { Stage = Stage.InReturn },
        new("hulpofficier", "Hulpofficier van justitie", "Detaining authority", OfficialRoles.DetainingAuthority, Reach.All,
            [For(LookPurpose.Supervision, [Procedure, Family, DataCategory.Return, Origin], Purpose.Supervision, Purpose.Procedure)]),
        new("rechtbank", "Rechtbank", "Court", OfficialRoles.Judge, Reach.All,
            [For(LookPurpose.Review, [Procedure, Claim, Family, DataCategory.Return, Origin], Purpose.Procedure, Purpose.Family, Purpose.Supervision)])
        { Stage = Stage.AtCourt },
        new("griffier", "Griffier", "Court clerk", OfficialRoles.Judge, Reach.All,
            [For(LookPurpose.Review, [Procedure, Family, DataCategory.Return, Origin], Purpose.Procedure)])
        { Stage = Stage.AtCourt, ActsAs = "rechtbank", OnlyActs = Acts(typeof(PlanCourtHearing)) },
        new("raad-voor-rechtsbijstand", "Raad voor Rechtsbijstand", "Legal aid board", OfficialRoles.LegalAidOfficer, Reach.All,
            [For(LookPurpose.LegalAid, [Procedure], Purpose.Procedure, Purpose.Family)]),
        new("vluchtelingenwerk", "Medewerker VluchtelingenWerk", "Council worker", OfficialRoles.CouncilWorker, Reach.All,
            [For(LookPurpose.Support, [Procedure, Family, Origin, Correspondence], Purpose.Registration, Purpose.Procedure, Purpose.Family)]),
        new("vluchtelingenwerk-vrijwilliger", "Vrijwilliger VluchtelingenWerk", "Council volunteer", OfficialRoles.None, Reach.Site,
            [For(LookPurpose.Support, [Procedure, Family])])
        { Stage = Stage.InSupport },
        new("gegevensbeheerder", "Gegevensbeheerder", "Records officer", OfficialRoles.RecordsOfficer, Reach.All,
            [For(LookPurpose.Records, [Procedure, Family, Reception, Housing, DataCategory.Return, Origin, Correspondence], Purpose.Records, Purpose.Registration, Purpose.Procedure)]),
        new("advocaat", "Advocaat", "Lawyer", OfficialRoles.Lawyer, Reach.Clients,
            [For(LookPurpose.LegalAssistance, [Procedure, Claim, Family, Reception, Vulnerability, DataCategory.Return, Origin],
                Purpose.Procedure, Purpose.Supervision, Purpose.Return, Purpose.Family)]),
        new("voogd", "Voogd Nidos", "Guardian", OfficialRoles.Guardian, Reach.Clients,
            [For(LookPurpose.Guardianship, [Procedure, Claim, Family, Reception, Medical, Vulnerability, Housing, Participation, DataCategory.Return, Origin],
                Purpose.Registration, Purpose.Procedure, Purpose.Reception, Purpose.Supervision, Purpose.Return, Purpose.Family)]),
        new("iom-medewerker", "Medewerker IOM", "Migration worker", OfficialRoles.MigrationWorker, Reach.Clients,
            [For(LookPurpose.Return, [DataCategory.Return, Origin], Purpose.Procedure)]),
        new("schoolmedewerker", "Medewerker school", "School worker", OfficialRoles.SchoolWorker, Reach.Clients,
            [For(LookPurpose.Schooling, [Participation], Purpose.Procedure)]),
        new("categorale-opvang", "Medewerker categorale opvang", "Shelter worker", OfficialRoles.ShelterWorker, Reach.Clients,
            [For(LookPurpose.Shelter, [Family, Reception, Vulnerability], Purpose.Procedure)]),
        new("dji-medewerker", "Medewerker DJI", "Detention officer", OfficialRoles.DetentionOfficer, Reach.Clients,
            [For(LookPurpose.Supervision, [DataCategory.Return, Origin], Purpose.Procedure)]),
        new("aanvrager", "Aanvrager", "Applicant", OfficialRoles.None, Reach.Own,
            [For(LookPurpose.OwnFile, Enum.GetValues<DataCategory>(), Purpose.Registration, Purpose.Procedure, Purpose.Reception, Purpose.Participation,
                Purpose.Housing, Purpose.Return, Purpose.Supervision, Purpose.Family)]),
        new("ind-beleidsmedewerker", "Beleidsmedewerker landenbeleid", "Country policy officer", OfficialRoles.PolicyOfficer, Reach.None,
            [new(LookPurpose.Figures, [], [Purpose.Policy])]),
        Without("planner", "Ketenplanner", "Chain planner", LookPurpose.Figures),
        Without("provincie-toezichthouder", "Toezichthouder provincie", "Provincial supervisor", LookPurpose.Figures),
        Without("inspecteur", "Inspecteur", "Inspector", LookPurpose.Figures),
        Without("privacyfunctionaris", "Functionaris gegevensbescherming", "Privacy officer", LookPurpose.DataProtection),
    ];

    private static Duty For(LookPurpose purpose, DataCategory[] reads, params Purpose[] acts) => new(purpose, [.. Person, .. reads], [.. acts]);

    private static Function Without(string code, string dutch, string english, LookPurpose purpose) =>
        new(code, dutch, english, OfficialRoles.None, Reach.None, [new(purpose, [], [])]);

    private static FrozenSet<Type> Acts(params Type[] commands) => commands.ToFrozenSet();
}
