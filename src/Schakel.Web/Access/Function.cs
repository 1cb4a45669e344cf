using System.Collections.Frozen;
using System.Collections.Immutable;
using Schakel.Chain;
using static Schakel.Chain.DataCategory;

namespace Schakel.Web.Access;

/// <summary>Whose files a function may open (reikwijdte).</summary>
public enum Reach
{
    /// <summary>No file of a person (geen).</summary>
    None = 0,
    /// <summary>One's own file (eigen).</summary>
    Own,
    /// <summary>Files of those one acts for: clients, wards (eigen cliënten).</summary>
    Clients,
    /// <summary>Files in the chain that the purpose brings along (alle, binnen het doel).</summary>
    All,
}

/// <summary>
/// A function in the chain and what it may see (functie). The rule of every answer: a field is shown only when its category stands
/// here. What is not named is denied.
/// </summary>
/// <param name="Code">Stable code in Dutch, as in tokens and addresses.</param>
/// <param name="Dutch">Name in Dutch.</param>
/// <param name="English">Name in English.</param>
/// <param name="Role">The official role used for acts; none for those who are no officials.</param>
/// <param name="Reach">Whose files.</param>
/// <param name="Reads">Categories that may be read.</param>
public sealed record Function(
    string Code, string Dutch, string English, OfficialRoles Role, Reach Reach, FrozenSet<DataCategory> Reads)
{
    private static readonly DataCategory[] Everybody = [None, Identity, Contact];

    /// <summary>All functions, in the order of a person's way through the chain.</summary>
    public static ImmutableArray<Function> All { get; } =
    [
        Official("avim-registreerder", "Registreerder AVIM", "Registrar, aliens police", OfficialRoles.AliensPolice, [Procedure, Family]),
        Official("kmar-grenswachter", "Grenswachter Marechaussee", "Border guard", OfficialRoles.BorderGuard, [Procedure, Family]),
        Official("ind-hoormedewerker", "Hoor- en planmedewerker IND", "Hearing and planning officer", OfficialRoles.HearingOfficer,
            [Procedure, Claim, Family, Reception, Vulnerability]),
        Official("ind-beslismedewerker", "Beslismedewerker IND", "Decision officer", OfficialRoles.DecisionOfficer,
            [Procedure, Claim, Family, Reception, Vulnerability]),
        Official("coa-medewerker", "Medewerker opvang COA", "Reception officer", OfficialRoles.ReceptionOfficer,
            [Procedure, Family, Reception, Vulnerability, Housing, Participation, Incidents]),
        Official("gza-medewerker", "Zorgverlener GZA of GGD", "Health worker", OfficialRoles.HealthWorker,
            [Family, Reception, Medical, Vulnerability]),
        Official("gemeente-huisvester", "Medewerker huisvesting gemeente", "Municipal housing officer", OfficialRoles.HousingOfficer,
            [Family, Housing]),
        Official("gemeente-medewerker", "Medewerker burgerzaken en inburgering", "Municipal officer", OfficialRoles.MunicipalOfficer,
            [Family, Housing, Participation]),
        Official("duo-medewerker", "Medewerker inburgering DUO", "Education officer", OfficialRoles.EducationOfficer, [Participation]),
        Official("uwv-medewerker", "Medewerker werkvergunningen UWV", "Labour officer", OfficialRoles.LabourOfficer, [Procedure, Participation]),
        Official("dtv-regievoerder", "Regievoerder DT&V", "Return counsellor", OfficialRoles.ReturnOfficer,
            [Procedure, Family, Reception, DataCategory.Return]),
        Official("hulpofficier", "Hulpofficier van justitie", "Detaining authority", OfficialRoles.DetainingAuthority,
            [Procedure, Family, DataCategory.Return]),
        Official("rechtbank", "Rechtbank", "Court", OfficialRoles.Judge, [Procedure, Claim, Family, DataCategory.Return]),
        Official("raad-voor-rechtsbijstand", "Raad voor Rechtsbijstand", "Legal aid board", OfficialRoles.LegalAidOfficer, [Procedure]),
        Official("vluchtelingenwerk", "Medewerker VluchtelingenWerk", "Council worker", OfficialRoles.CouncilWorker, [Procedure, Family]),
        Official("gegevensbeheerder", "Gegevensbeheerder", "Records officer", OfficialRoles.RecordsOfficer,
            [Procedure, Family, Reception, Housing, DataCategory.Return]),
        new("advocaat", "Advocaat", "Lawyer", OfficialRoles.Lawyer, Reach.Clients,
            Set([.. Everybody, Procedure, Claim, Family, Reception, Vulnerability, DataCategory.Return])),
        new("voogd", "Voogd Nidos", "Guardian", OfficialRoles.Guardian, Reach.Clients,
            Set([.. Everybody, Procedure, Claim, Family, Reception, Medical, Vulnerability, Housing, Participation, DataCategory.Return])),
        new("iom-medewerker", "Medewerker IOM", "Migration worker", OfficialRoles.MigrationWorker, Reach.Clients, Set([.. Everybody, DataCategory.Return])),
        new("schoolmedewerker", "Medewerker school", "School worker", OfficialRoles.SchoolWorker, Reach.Clients, Set([.. Everybody, Participation])),
        new("categorale-opvang", "Medewerker categorale opvang", "Shelter worker", OfficialRoles.ShelterWorker, Reach.Clients,
            Set([.. Everybody, Family, Reception, Vulnerability])),
        new("dji-medewerker", "Medewerker DJI", "Detention officer", OfficialRoles.DetentionOfficer, Reach.Clients, Set([.. Everybody, DataCategory.Return])),
        new("aanvrager", "Aanvrager", "Applicant", OfficialRoles.None, Reach.Own, Set(Enum.GetValues<DataCategory>())),
        new("planner", "Ketenplanner", "Chain planner", OfficialRoles.None, Reach.None, Set([None])),
    ];

    /// <summary>A function by its code; null when there is none.</summary>
    /// <param name="code">The code.</param>
    public static Function? Find(string? code) => All.FirstOrDefault(each => each.Code == code);

    /// <summary>Whether a category may be read.</summary>
    /// <param name="category">The category.</param>
    public bool MayRead(DataCategory category) => Reads.Contains(category);

    private static Function Official(string code, string dutch, string english, OfficialRoles role, DataCategory[] reads) =>
        new(code, dutch, english, role, Reach.All, Set([.. Everybody, .. reads]));

    private static FrozenSet<DataCategory> Set(DataCategory[] categories) => categories.ToFrozenSet();
}
