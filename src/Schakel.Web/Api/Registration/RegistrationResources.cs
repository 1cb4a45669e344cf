using System.Collections.Immutable;
using Schakel.Chain.Registration;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api.Registration;

/// <summary>Commands of the room Registration as resources (aanmelding): arrival, identity, age.</summary>
public static class RegistrationResources
{
    /// <summary>The table.</summary>
    public static ImmutableArray<CommandResource> All { get; } =
    [
        CommandResource.For<AskAgeAssessment>(Purpose.Registration, "leeftijdsonderzoeken",
            "Vraagt een leeftijdsonderzoek.", "Ask for an assessment of age."),
        CommandResource.For<AssignVNumber>(Purpose.Registration, "v-nummers",
            "Kent het V-nummer toe.", "Give the number from the register of aliens."),
        CommandResource.For<CancelPreRegistration>(Purpose.Registration, "vooraanmeldingsintrekkingen",
            "Trekt de vooraanmelding in.", "Take the pre-registration back.") with { OpenTo = ["aanvrager", "avim-registreerder"] },
        CommandResource.For<ConsentToAgeAssessment>(Purpose.Registration, "toestemmingen-leeftijdsonderzoek",
            "Stemt in met een leeftijdsonderzoek.", "Agree to an assessment of one's age.") with { OpenTo = ["aanvrager", "voogd", "ind-hoormedewerker"] },
        CommandResource.For<CorrectIdentity>(Purpose.Registration, "identiteitscorrecties",
            "Corrigeert de identiteit.", "Correct who someone is."),
        CommandResource.For<DecideAge>(Purpose.Registration, "leeftijdsvaststellingen",
            "Stelt de leeftijd vast.", "Decide how old someone is taken to be."),
        CommandResource.For<ExamineDocument>(Purpose.Registration, "documentonderzoeken",
            "Onderzoekt een document.", "Examine a document that was handed in."),
        CommandResource.For<HoldRegistrationInterview>(Purpose.Registration, "aanmeldgehoren",
            "Houdt het aanmeldgehoor.", "Hold the registration interview."),
        CommandResource.For<IdentifyPerson>(Purpose.Registration, "identificaties",
            "Identificeert en registreert iemand.", "Identify and register a person."),
        CommandResource.For<PreRegister>(Purpose.Registration, "vooraanmeldingen",
            "Meldt vooraf dat iemand om bescherming komt vragen.", "Say beforehand that one will come to ask for protection.") with { OpenTo = ["avim-registreerder", "vluchtelingenwerk", "coa-medewerker"] },
        CommandResource.For<RaiseAgeDoubt>(Purpose.Registration, "leeftijdstwijfels",
            "Trekt de opgegeven leeftijd in twijfel.", "Raise doubt about the age someone states."),
        CommandResource.For<ReceiveAgeAssessment>(Purpose.Registration, "leeftijdsonderzoeksuitkomsten",
            "Ontvangt de uitkomst van het leeftijdsonderzoek.", "Take in the outcome of the assessment."),
        CommandResource.For<RecordComposition>(Purpose.Registration, "gezinssamenstellingen",
            "Legt de gezinssamenstelling vast.", "Record the household as the person states it at registration."),
        CommandResource.For<RecordIdentity>(Purpose.Registration, "identiteiten",
            "Legt de identiteit vast.", "Record who someone is."),
        CommandResource.For<RedirectToCentre>(Purpose.Registration, "doorverwijzingen",
            "Verwijst door naar een ander aanmeldcentrum.", "Sent on to another registration centre because the first is full or down."),
        CommandResource.For<RegisterArrival>(Purpose.Registration, "aankomsten",
            "Legt vast dat iemand om bescherming vraagt.", "A person asks for protection, or comes back and does so again.") with { OpenTo = ["avim-registreerder", "kmar-grenswachter"] },
        CommandResource.For<RegisterFamilyArrival>(Purpose.Registration, "nareis-aankomsten",
            "Legt de inreis van een nareiziger vast.", "A relative arrives with the entry visa that was granted for them.") with { OpenTo = ["avim-registreerder", "kmar-grenswachter"] },
        CommandResource.For<RegisterResettledArrival>(Purpose.Registration, "hervestigingen",
            "Legt de aankomst van een uitgenodigde vluchteling vast.", "An invited refugee arrives.") with { OpenTo = ["avim-registreerder", "ind-hoormedewerker", "kmar-grenswachter"] },
        CommandResource.For<TakeOverFile>(Purpose.Records, "overnames",
            "Neemt een zaak zonder verleden over.", "Take over a file without its past."),
    ];
}
