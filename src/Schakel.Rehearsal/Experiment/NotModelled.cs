using System.Collections.Immutable;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Experiment;

/// <summary>What the model leaves out: stated in every report.</summary>
public static class NotModelled
{
    /// <summary>What is never modelled.</summary>
    public static ImmutableArray<Bilingual> Always { get; } =
    [
        new("Oekraïense ontheemden: hun gemeentelijke opvang en de concurrentie om gebouwen en woningen.",
            "Displaced people from Ukraine: their municipal reception and the competition for buildings and homes."),
        new("Hoger beroep en voorlopige voorzieningen; een uitspraak van de rechtbank is in het model het einde.",
            "Higher appeal and interim relief; a court's ruling ends the matter in the model."),
        new("Beslissen binnen de grensprocedure: de detentie is er, maar iedereen stroomt door naar de open procedure.",
            "Decisions within the border procedure: detention is there, but everybody goes on to the open procedure."),
        new("Capaciteit van advocaten, tolken, Nidos, VluchtelingenWerk, AVIM en KMar, anders dan als registraties per dag.",
            "Capacity of lawyers, interpreters, guardians, refugee council and police, other than as registrations a day."),
        new("Huishoudens die splitsen of trouwen, geboorte en overlijden; minderjarigen die achttien worden verhuizen niet vanzelf.",
            "Households that split or marry, births and deaths; minors who turn eighteen do not move by themselves."),
        new("Handhavingslocatie, intensieve begeleiding, Veldzicht, incidenten en de opvang van vertrekplichtigen buiten COA (LVV).",
            "Enforcement site, intensive care, Veldzicht, incidents, and shelter of those without right of stay outside COA (LVV)."),
        new("Plaatsing op werk, studie of zorg: de keuze van een gemeente volgt haar taak en de lengte van haar rij.",
            "Placement by work, study or care: the choice of a municipality follows its task and the length of its line."),
        new("Intrekking en verlenging van vergunningen, naturalisatie en inburgering.",
            "Withdrawal and renewal of permits, naturalisation and civic integration."),
        new("Buitenschuldvergunning, uitstel om medische redenen (art. 64) en bewaring als reeks van toetsen door de rechter.",
            "No-fault permits, deferral on medical grounds (art. 64), and detention as a series of judicial reviews."),
        new("Gedragsreacties van mensen op beleid (aanzuiging, afschrikking), tenzij een maatregel ze als aanname aanzet.",
            "Answers of people's behaviour to policy (attraction, deterrence), unless a measure switches them on as an assumption."),
    ];
}
