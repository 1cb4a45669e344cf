using System.Text.RegularExpressions;
using Schakel.Norms;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Signals;

/// <summary>Signals of unusual looking in plain words (woorden bij inzagesignalen).</summary>
internal static partial class SignalWords
{
    /// <summary>What people call an outcome.</summary>
    public static Text Of(SignalOutcome outcome) => outcome switch
    {
        SignalOutcome.Open => new("wordt nog uitgezocht", "still being looked into"),
        SignalOutcome.Explained => new("het inzien hoorde bij het werk", "the looking belonged to the work"),
        SignalOutcome.TalkedOver => new("besproken met wie keek en met de leidinggevende", "talked over with whoever looked and with their manager"),
        SignalOutcome.PassedOn => new("doorgegeven als mogelijk datalek", "passed on as a possible breach of data"),
    };

    /// <summary>Whose files the function may open.</summary>
    public static Text Of(Reach reach) => reach switch
    {
        Reach.None => new("geen zaken van personen", "no files of persons"),
        Reach.Own => new("alleen de eigen zaak", "only one's own file"),
        Reach.Clients => new("de eigen cliënten", "one's own clients"),
        Reach.Site => new("wie verblijft of komt op de eigen locatie", "who stays at or comes to one's own site"),
        Reach.Municipality => new("wie gekoppeld is aan de eigen gemeente", "who is linked to one's own municipality"),
        Reach.Team => new("de zaken van het eigen team, en die van geen team", "files of one's own team, and those of none"),
        Reach.All => new("alle zaken die het doel van de functie raakt", "all files that the purpose of the function touches"),
    };

    /// <summary>Why it is unusual, with its numbers.</summary>
    public static Text WhyOf(UnusualLooking looking) => looking switch
    {
        { Kind: UnusualKind.FarMore, Usual: { } usual } => new(
            $"Deze medewerker opende {looking.Persons} personen op één dag; de middelste collega van deze functie {usual}. Opvallend is meer dan {UnusualLooks.Times} maal zoveel, vanaf {UnusualLooks.NeverMany}.",
            $"This official opened {looking.Persons} persons on one day; the middle colleague of this function {usual}. Unusual is more than {UnusualLooks.Times} times as many, from {UnusualLooks.NeverMany}."),
        { Kind: UnusualKind.FarMore } => new(
            $"Deze medewerker opende {looking.Persons} personen op één dag. Er waren te weinig collega's om mee te vergelijken; dan is meer dan {UnusualLooks.ManyAlone} opvallend.",
            $"This official opened {looking.Persons} persons on one day. There were too few colleagues to compare with; then more than {UnusualLooks.ManyAlone} is unusual."),
        { Kind: UnusualKind.Outside } => new(
            $"Gevraagd werd naar {looking.Persons} {(looking.Persons == 1 ? "persoon" : "personen")} die buiten de eigen kring of het doel {(looking.Persons == 1 ? "valt" : "vallen")}. Het is geweigerd: er is niets getoond.",
            $"{looking.Persons} {(looking.Persons == 1 ? "person was" : "persons were")} asked for outside one's own circle or purpose. It was refused: nothing was shown."),
        _ => new(
            $"Gezocht werd op de eigen naam of die van een collega, en {looking.Persons} {(looking.Persons == 1 ? "persoon" : "personen")} kwam{(looking.Persons == 1 ? "" : "en")} in beeld. Zoeken mag; het valt wel op.",
            $"One's own name or a colleague's was searched for, and {looking.Persons} {(looking.Persons == 1 ? "person" : "persons")} came into view. Searching is allowed; it is noticed."),
    };

    /// <summary>With what was looked, without numbers and constraints of an address.</summary>
    /// <param name="route">The route.</param>
    public static Text WithOf(string route) => route switch
    {
        _ when route.Contains("zoek", StringComparison.Ordinal) => new("zoeken", "searching"),
        _ when route.Contains("/documenten", StringComparison.Ordinal) => new("een document", "a document"),
        _ when route.Contains("/gebeurtenissen", StringComparison.Ordinal) => new("de gebeurtenissen van een zaak", "the events of a file"),
        _ when route.Contains("/doen/", StringComparison.Ordinal) || route.Contains("/gezin/", StringComparison.Ordinal) => new("een handeling in een zaak", "an act in a file"),
        _ when route.Contains("/huishouden", StringComparison.Ordinal) => new("een gezin", "a family"),
        _ when route.Contains("/zaken/{", StringComparison.Ordinal) => new("een zaak", "a file"),
        "/werk" or "/werk/lijst.csv" or "/werk/lijst.xlsx" => new("de werklijst", "the worklist"),
        _ => new(Constraint().Replace(route, "}"), Constraint().Replace(route, "}")),
    };

    [GeneratedRegex(":[^}]*}")]
    private static partial Regex Constraint();
}
