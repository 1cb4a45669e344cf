using Schakel.Norms;

namespace Schakel.Web.Access;

/// <summary>For what somebody looks at data of a person (doel van inzage). It stands in the log of looks, and the person can read it there.</summary>
public enum LookPurpose
{
    /// <summary>None: about no person.</summary>
    None = 0,
    /// <summary>Registration and identification (registratie).</summary>
    Registration,
    /// <summary>The asylum procedure (asielprocedure).</summary>
    Procedure,
    /// <summary>Review by a court (rechterlijke toetsing).</summary>
    Review,
    /// <summary>Reception (opvang).</summary>
    Reception,
    /// <summary>Health care (zorg).</summary>
    Care,
    /// <summary>A home in a municipality (huisvesting).</summary>
    Housing,
    /// <summary>Work, language, integration (participatie).</summary>
    Participation,
    /// <summary>Return and departure (terugkeer).</summary>
    Return,
    /// <summary>Supervision and detention (toezicht).</summary>
    Supervision,
    /// <summary>Assigning legal aid (toevoeging).</summary>
    LegalAid,
    /// <summary>Standing by a client (rechtsbijstand).</summary>
    LegalAssistance,
    /// <summary>Guardianship (voogdij).</summary>
    Guardianship,
    /// <summary>Support on the person's own wish (ondersteuning).</summary>
    Support,
    /// <summary>School (onderwijs).</summary>
    Schooling,
    /// <summary>A safe place (veilige opvang).</summary>
    Shelter,
    /// <summary>Keeping the records (gegevensbeheer).</summary>
    Records,
    /// <summary>Supervision of how data are handled (toezicht op gegevensverwerking).</summary>
    DataProtection,
    /// <summary>Policy and supervision with figures only (beleid en toezicht met cijfers).</summary>
    Figures,
    /// <summary>Seeing one's own file (inzage in het eigen dossier; AVG 15).</summary>
    OwnFile,
}

/// <summary>Names of the purposes, and their entry in the register of processing (verwerkingsregister).</summary>
public static class LookPurposes
{
    /// <summary>What people call a purpose.</summary>
    /// <param name="purpose">The purpose.</param>
    public static Text NameOf(LookPurpose purpose) => purpose switch
    {
        LookPurpose.None => new("geen", "none"),
        LookPurpose.Registration => new("registratie en identificatie", "registration and identification"),
        LookPurpose.Procedure => new("asielprocedure", "asylum procedure"),
        LookPurpose.Review => new("toetsing door de rechter", "review by a court"),
        LookPurpose.Reception => new("opvang", "reception"),
        LookPurpose.Care => new("zorg", "health care"),
        LookPurpose.Housing => new("huisvesting in een gemeente", "housing in a municipality"),
        LookPurpose.Participation => new("werk, taal en inburgering", "work, language and integration"),
        LookPurpose.Return => new("terugkeer", "return"),
        LookPurpose.Supervision => new("toezicht en bewaring", "supervision and detention"),
        LookPurpose.LegalAid => new("toevoegen van een advocaat", "assigning a lawyer"),
        LookPurpose.LegalAssistance => new("rechtsbijstand", "legal assistance"),
        LookPurpose.Guardianship => new("voogdij", "guardianship"),
        LookPurpose.Support => new("ondersteuning die u zelf koos", "support of your own choice"),
        LookPurpose.Schooling => new("onderwijs", "school"),
        LookPurpose.Shelter => new("veilige opvang", "a safe place"),
        LookPurpose.Records => new("beheer van de gegevens", "keeping the records"),
        LookPurpose.DataProtection => new("toezicht op het gebruik van gegevens", "supervision of how data are used"),
        LookPurpose.Figures => new("cijfers voor beleid en toezicht", "figures for policy and supervision"),
        LookPurpose.OwnFile => new("inzage in het eigen dossier", "seeing one's own file"),
    };

    /// <summary>The versioned entry in the register of processing, for <c>dpl.core.processing_activity_id</c>.</summary>
    /// <param name="purpose">The purpose.</param>
    public static string ActivityOf(LookPurpose purpose) => "https://schakel.example.nl/verwerkingen/" + CodeOf(purpose) + "/v1";

    /// <summary>The stable code of a purpose.</summary>
    /// <param name="purpose">The purpose.</param>
    public static string CodeOf(LookPurpose purpose) => purpose switch
    {
        LookPurpose.None => "geen",
        LookPurpose.Registration => "registratie",
        LookPurpose.Procedure => "procedure",
        LookPurpose.Review => "rechterlijke-toetsing",
        LookPurpose.Reception => "opvang",
        LookPurpose.Care => "zorg",
        LookPurpose.Housing => "huisvesting",
        LookPurpose.Participation => "participatie",
        LookPurpose.Return => "terugkeer",
        LookPurpose.Supervision => "toezicht",
        LookPurpose.LegalAid => "toevoeging",
        LookPurpose.LegalAssistance => "rechtsbijstand",
        LookPurpose.Guardianship => "voogdij",
        LookPurpose.Support => "ondersteuning",
        LookPurpose.Schooling => "onderwijs",
        LookPurpose.Shelter => "veilige-opvang",
        LookPurpose.Records => "gegevensbeheer",
        LookPurpose.DataProtection => "gegevenstoezicht",
        LookPurpose.Figures => "cijfers",
        LookPurpose.OwnFile => "eigen-dossier",
    };

    /// <summary>The purpose of an entry in the register; none when it is not ours.</summary>
    /// <param name="activity">The entry.</param>
    public static LookPurpose OfActivity(string activity) => Enum.GetValues<LookPurpose>().FirstOrDefault(each => ActivityOf(each) == activity);
}
