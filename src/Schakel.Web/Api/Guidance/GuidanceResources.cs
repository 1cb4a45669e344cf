using System.Collections.Immutable;
using Schakel.Chain.Guidance;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Guidance;

/// <summary>Commands of the room Guidance as resources (begeleiding): information, care, school, integration.</summary>
public static class GuidanceResources
{
    /// <summary>The table.</summary>
    public static ImmutableArray<CommandResource> All { get; } =
    [
        CommandResource.For<AdoptIntegrationPlan>(Purpose.Participation, "inburgeringsplannen",
            "Stelt het plan inburgering en participatie vast.", "Adopt the plan for integration and participation."),
        CommandResource.For<AdviseOnHearing>(Purpose.Procedure, "hooradviezen",
            "Adviseert of en hoe iemand gehoord kan worden.", "Advise whether and how someone can be heard."),
        CommandResource.For<AppointGuardian>(Purpose.Family, "voogdijen",
            "Benoemt een voogd voor een alleenstaande minderjarige.", "Appoint a guardian for an unaccompanied minor."),
        CommandResource.For<AssessNeeds>(Purpose.Reception, "behoefteonderzoeken",
            "Onderzoekt bijzondere opvangbehoeften.", "Assess special reception needs."),
        CommandResource.For<AssignLawyer>(Purpose.Procedure, "toevoegingen",
            "Voegt een advocaat toe.", "Assign a lawyer."),
        CommandResource.For<BeginLessons>(Purpose.Participation, "taallessen",
            "Begint taallessen.", "Begin language lessons.") with { OpenTo = ["coa-medewerker"] },
        CommandResource.For<BeginSocialGuidance>(Purpose.Participation, "maatschappelijke-begeleidingen",
            "Begint maatschappelijke begeleiding.", "Begin social guidance."),
        CommandResource.For<ChoosePreferences>(Purpose.Registration, "voorkeuren",
            "Kiest hoe iemand berichten krijgt.", "Choose how one is told things.") with { OpenTo = ["aanvrager"] },
        CommandResource.For<EnrolInSchool>(Purpose.Reception, "schoolinschrijvingen",
            "Schrijft een kind in op school.", "Enrol a child in school.") with { OpenTo = ["coa-medewerker", "voogd", "aanvrager"] },
        CommandResource.For<ExplainProcedure>(Purpose.Procedure, "procedurevoorlichtingen",
            "Legt de procedure uit.", "Explain the procedure in a language understood."),
        CommandResource.For<ExplainReception>(Purpose.Reception, "opvangvoorlichtingen",
            "Legt rechten en plichten in de opvang uit.", "Explain rights and duties in reception."),
        CommandResource.For<GrantSocialAssistance>(Purpose.Participation, "bijstandsverleningen",
            "Kent bijstand toe.", "Grant social assistance."),
        CommandResource.For<HandOverResidenceDocument>(Purpose.Procedure, "verblijfsdocumentuitreikingen",
            "Reikt het verblijfsdocument uit.", "Hand over the residence document."),
        CommandResource.For<HoldBroadIntake>(Purpose.Participation, "brede-intakes",
            "Houdt de brede intake.", "Hold the broad intake."),
        CommandResource.For<HoldDepartureTalk>(Purpose.Return, "vertrekgesprekken",
            "Voert een vertrekgesprek.", "Talk with someone on departure."),
        CommandResource.For<HoldHealthIntake>(Purpose.Care, "medische-intakes",
            "Houdt de medische intake.", "Hold the health intake."),
        CommandResource.For<HoldHousingInterview>(Purpose.Housing, "huisvestingsgesprekken",
            "Voert het gesprek over woning en gemeente.", "Interview a permit holder on the home and municipality that fit."),
        CommandResource.For<IssueApplicantDocument>(Purpose.Procedure, "w-documenten",
            "Geeft het document van de aanvrager af.", "Give the document that proves the status of applicant."),
        CommandResource.For<JudgeCapacity>(Purpose.Reception, "doenvermogenoordelen",
            "Legt vast dat meer hulp past, of dat het niet meer nodig is.", "Record that more help fits, or no longer does."),
        CommandResource.For<NotifyIntegrationDuty>(Purpose.Participation, "inburgeringskennisgevingen",
            "Geeft kennis van de inburgeringsplicht.", "Tell a permit holder of the duty to integrate."),
        CommandResource.For<PrepareApplicant>(Purpose.Procedure, "voorbereidingsgesprekken",
            "Bereidt iemand voor op de procedure.", "Prepare someone for the procedure."),
        CommandResource.For<RegisterAddress>(Purpose.Housing, "adresinschrijvingen",
            "Schrijft het adres van de woning in.", "Register the address of the home."),
        CommandResource.For<RegisterResident>(Purpose.Participation, "ingezetenschappen",
            "Schrijft in als ingezetene.", "Register as a resident, with a citizen service number."),
        CommandResource.For<ScreenForTuberculosis>(Purpose.Care, "tuberculosescreeningen",
            "Screent op tuberculose.", "Screen for tuberculosis on arrival."),
        CommandResource.For<StartAllowance>(Purpose.Reception, "leefgelden",
            "Begint de betaling van leefgeld.", "Begin paying the allowance."),
        CommandResource.For<StateCapacity>(Purpose.Reception, "zelfchecks",
            "Zegt wat iemand zelf redt.", "Say what one manages.") with { OpenTo = ["aanvrager"] },
        CommandResource.For<WithdrawCapacity>(Purpose.Reception, "zelfcheckintrekkingen",
            "Haalt weg wat iemand zei over hulp.", "Take back what one said about help.") with { OpenTo = ["aanvrager"] },
    ];
}
