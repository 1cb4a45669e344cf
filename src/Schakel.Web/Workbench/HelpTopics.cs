using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Clients;

namespace Schakel.Web.Workbench;

/// <summary>Help on a page (hulp bij een bladzijde): the page links to it, and it stands on the page of help of whoever can open that page.</summary>
/// <param name="Mark">Its mark on the page of help.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Words">What one should know.</param>
/// <param name="IsFor">Whether a caller can open the page.</param>
internal sealed record HelpTopic(string Mark, Text Title, Text Words, Func<Caller, bool> IsFor)
{
    /// <summary>Where the page is; absent when it is of a file or a site.</summary>
    public string? Path { get; init; }
}

/// <summary>The pages of the workbench that have help here (hulponderwerpen); those of a menu of one's own have it from the tour.</summary>
internal static class HelpTopics
{
    /// <summary>An act, on a file, a country or a household.</summary>
    public const string Act = "h-handeling";

    /// <summary>What a client sees.</summary>
    public const string Client = "h-client";

    /// <summary>A case file.</summary>
    public const string Case = "h-zaak";

    /// <summary>The registration desk.</summary>
    public const string Desk = "h-aanmeldbalie";

    /// <summary>Free days for interviews.</summary>
    public const string Moments = "h-dagen";

    /// <summary>The municipality.</summary>
    public const string Municipality = "h-gemeente";

    /// <summary>Searching.</summary>
    public const string Search = "h-zoeken";

    /// <summary>A site.</summary>
    public const string Site = "h-locatie";

    /// <summary>The sites.</summary>
    public const string Sites = "h-locaties";

    /// <summary>Supplying a document.</summary>
    public const string Supply = "h-aanleveren";

    /// <summary>Taking up work.</summary>
    public const string Taking = "h-oppakken";

    /// <summary>One act for several persons.</summary>
    public const string Together = "h-samen";

    /// <summary>The tour.</summary>
    public const string Tour = "h-rondleiding";

    /// <summary>All, in the order of the page of help.</summary>
    public static ImmutableArray<HelpTopic> All { get; } =
    [
        new(Desk, new("De aanmeldbalie", "The registration desk"), new(
            "Vul in wie er aankomt: eerst de hoofdpersoon, dan het gezin. Lijkt iemand op een persoon die er al is, dan ziet u dat voordat er iets vastligt. Onder Vandaag staat wie er vandaag aan dit centrum kwam en wat er nog moet gebeuren.",
            "Fill in who arrives: first the main person, then the family. When somebody resembles a person who is there already you see that before anything is recorded. Under Today stands who came to this centre today and what still has to happen."),
            caller => Registration.Desk.IsOf(caller.Function)) { Path = WorkPaths.Desk },
        new(Moments, new("Vrije gehoordagen", "Free interview days"), new(
            "Geef per centrum op welke dagen mensen zelf kunnen kiezen voor hun gehoor, en hoeveel plekken er zijn. Met nul plekken neemt u een dag terug; wie hem al koos, houdt hem. Verplaatst u een gehoor, dan komt de plek vrij.",
            "Say for each centre which days people can choose themselves for their interview, and how many places there are. With no places you take a day back; whoever chose it already keeps it. When you move an interview the place comes free."),
            caller => Workbench.Moments.MomentPages.Publishes(caller.Function)) { Path = WorkPaths.Moments },
        new(Search, new("Zoeken", "Searching"), new(
            "Typ een V-nummer, zaaknummer, geboortedatum of een naam in welke schrijfwijze ook. U vindt alleen wie uw functie mag openen. Wat u zocht, staat nooit in een adres, en elke persoon in de uitkomst is een inzage.",
            "Type a V-number, case number, date of birth or a name in any spelling. You find only those whom your function may open. What you searched for never stands in an address, and each person found counts as a look."),
            Finding.Finder.MaySearch) { Path = WorkPaths.Search },
        new(Together, new("Samen doen", "Do together"), new(
            "Kies op de werklijst meerdere regels met dezelfde stap. U ziet eerst per persoon wat er gebeurt; wie u uitvinkt, doet niet mee. Per persoon wordt het apart vastgelegd. Was een collega u bij iemand voor, dan wordt die overgeslagen en ziet u dat.",
            "Choose several rows with the same step on the worklist. You first see for each person what happens; whom you untick stays out. It is recorded for each person apart. When a colleague was first with somebody, that person is skipped and you see so."),
            caller => Work.Worklists.HasList(caller.Function)),
        new(Taking, new("Oppakken", "Taking up"), new(
            "Pak een zaak op, en uw collega's met dezelfde functie zien dat u eraan werkt; onder Van staat wat van u is en wat nog niemand heeft opgepakt. Wat een collega heeft, neemt u alleen uitdrukkelijk over; wat u hebt, geeft u terug of draagt u over. Na veertien dagen komt een zaak vanzelf vrij; pakt u haar nog eens op, dan begint dat opnieuw. Wie mag zien of handelen verandert hier niet door.",
            "Take up a file, and your colleagues in the same function see that you work on it; under Whose stands what is yours and what nobody has taken up yet. What a colleague has you take over only expressly; what you have you give back or hand over. After fourteen days a file comes free by itself; when you take it up once more, that begins anew. Who may see or act is not changed by it."),
            caller => Workbench.Taking.TakingShelf.IsFor(caller.Function)) { Path = WorkPaths.Worklist },
        new(Act, new("Een handeling", "An act"), new(
            "Vul in wat er gebeurde en op welke dag. Daarna ziet u wat wordt vastgelegd, welke termijn verschuift en wat u doorkruist, en dan bevestigt u. Mag het niet, dan staat er welke regel dat zegt. Gaat u terug, dan is er niets gebeurd.",
            "Fill in what happened and on which day. Then you see what is recorded, which term moves and what you cut across, and then you confirm. When it may not be done, the rule that says so stands there. When you go back, nothing has happened."),
            caller => caller.Function.Role != Chain.OfficialRoles.None),
        new(Client, new("Wat uw cliënt ziet", "What your client sees"), new(
            "Dit is wat uw cliënt op de eigen bladzijden leest, voor zover uw functie het mag zien: waar de zaak staat, wat er gevraagd wordt en voor welke dag, de brieven en de documenten.",
            "This is what your client reads on their own pages, as far as your function may see it: where the case stands, what is asked and by which day, the letters and the documents."),
            ClientPages.StandsBy),
        new(Supply, new("Een document aanleveren", "Supplying a document"), new(
            "U levert het aan onder uw eigen naam; uw cliënt ziet dat. Een foto of PDF is genoeg. Het wordt meteen verstuurd, en binnen een week kijkt iemand ernaar. Zolang het niet is opgenomen, kan het worden teruggenomen.",
            "You supply it under your own name; your client sees that. A photo or PDF will do. It is sent at once, and within a week somebody looks at it. As long as it was not taken in it can be taken back."),
            ClientPages.StandsBy),
        new(Sites, new("Locaties", "Sites"), new(
            "Alle open opvanglocaties met soort, plekken en bezetting. Een bezetting onder de vijf staat er alleen voor wie locaties leidt. Wie landelijk plaatst ziet erboven wie vanavond geen plek heeft, waar te veel mensen zijn, en wie morgen van waar naar waar verhuist.",
            "All open reception sites with their kind, places and occupancy. An occupancy under five is told only to those who run sites. Who places in the whole country sees above it who has no place tonight, where there are too many people, and who moves from where to where tomorrow."),
            caller => caller.Function.IsNationwide || caller.Function.Reach == Reach.None) { Path = WorkPaths.Sites },
        new(Site, new("Een locatie", "A site"), new(
            "Plekken, inrichting, bevindingen en de dag van vandaag: wie er kwam en vertrok, en wat er gebeurde. Wie er wonen ziet alleen wie in de opvang werkt; nooit de politie of wie over terugkeer gaat. Dat een overdracht aan de zorg wacht, staat er; waarom, staat bij de zorgverlener.",
            "Places, facilities, findings and today: who came and left, and what happened. Who live there is seen only by those who work in reception; never by the police or whoever deals with return. That a handover to care waits stands there; why, stands with the health worker."),
            caller => caller.Function.IsNationwide || caller.Function.Reach is Reach.None or Reach.Site),
        new(Municipality, new("Mijn gemeente", "My municipality"), new(
            "De huishoudens die aan uw gemeente zijn gekoppeld en nog geen woning hebben, op laatste dag; bovenaan wie te laat is. Bij elk staat de grootte, het gezin dat nog komt en wanneer zij zijn ingeschreven. Open een zaak om een woning aan te bieden of een contract vast te leggen.",
            "The households that are linked to your municipality and have no home yet, by last day; on top who is late. With each stands its size, the family yet to come and when they were registered. Open a file to offer a home or to record a contract."),
            caller => caller.Municipality is not null) { Path = WorkPaths.Municipality },
        new(Tour, new("De rondleiding", "The tour"), new(
            "Enkele haltes over wat uw functie hier ziet en doet. U kunt haar overslaan en later opnieuw doen.",
            "Some stops about what your function sees and does here. You can skip it and take it again later."),
            _ => true) { Path = WorkPaths.Tour },
    ];
}
