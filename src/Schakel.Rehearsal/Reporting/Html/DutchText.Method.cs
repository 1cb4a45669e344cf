using System.Collections.Immutable;

namespace Schakel.Rehearsal.Reporting.Html;

/// <content>The method page: the twenty items of STRESS-DES.</content>
internal sealed partial class DutchText
{
    public override string MethodGroup(char group) => group switch
    {
        '1' => "1. Doel",
        '2' => "2. Logica",
        '3' => "3. Gegevens",
        '4' => "4. Opzet van de proef",
        '5' => "5. Uitvoering",
        _ => "6. Toegang tot de code",
    };

    public override ImmutableArray<MethodItem> Method(MethodFacts facts) =>
    [
        new("1.1", "Doel van het model", "Laten zien hoe de Nederlandse asielketen er de komende jaren uit kan zien, en wat een maatregel bij elke partner doet voordat erover is besloten. Het model beoordeelt geen asielrelaas en voorspelt niets over een persoon."),
        new("1.2", "Uitkomsten", "Reeksen per maand, omschreven aan het eind van deze pagina. Standen zijn geteld op de laatste dag van de maand, stromen over de maand opgeteld, gemiddelden en aandelen genomen over wat er in de maand gebeurde. Van elke waarde geeft dit verslag de mediaan en de kwantielen over de doorlopen; de gegevensbestanden voegen het gemiddelde met zijn standaardfout toe."),
        new("1.3", "Doel van de proef", facts.Measures.Length == 0
            ? $"Een raming zonder nieuwe maatregelen, vanaf de beginstand \u2018{facts.Scenario}\u2019."
            : $"Een vergelijking: de keten met en zonder \u2018{facts.Measures}\u2019, vanaf de beginstand \u2018{facts.Scenario}\u2019, met dezelfde mensen."),
        new("2.1", "Overzicht van het basismodel", "Aankomst → registratie → spoor → gehoor → beslissing → vergunning en woning, of afwijzing, beroep en vertrek; daarnaast de opvang van de eerste tot de laatste nacht, en gezinsleden die een vergunning volgen. De documentatie bij de code tekent dit volledig uit."),
        new("2.2", "Logica van het basismodel", "Ieder mens is een individu in een huishouden en doorloopt de keten stap voor stap: elke stap vraagt personeel, een plaats of een termijn, en wacht als die er niet is. Termijnen komen uit dezelfde wet die het echte dossier gebruikt, en elk gesimuleerd leven wordt door dat dossier aanvaard."),
        new("2.3", "Logica van het scenario", facts.Measures.Length == 0
            ? "Geen maatregelen: de normen die op de eerste dag bekend zijn blijven gelden, ook die met een latere ingangsdatum die al waren aangenomen."
            : "De maatregel verandert normen, capaciteiten, instroom of aannames over gedrag, nooit een gerapporteerd cijfer. Al het andere is gelijk, tot en met de kansen van ieder mens."),
        new("2.4", "Algoritmen", "Een agenda van gebeurtenissen in vakken van een dag, binnen het vak geordend op tijd, fase en persoon. Werk wordt gekozen volgens een beschreven regel (spoor, opdracht van de rechter, groepen) en niet alleen op volgorde van binnenkomst. Kansen zijn hashes van startgetal, doorloop, persoon en doel."),
        new("2.5", "Onderdelen", "Eenheden: personen en huishoudens, met samenstelling, nationaliteitsgroep en geboortedatum. Activiteiten: registratie, gehoren, beslissingen, beroepen, verhuizingen, huisvesting, vertrek. Middelen: personeel per functie en partner, gehoorplekken, zittingscapaciteit, plaatsen per vorm, woningen, plaatsen in bewaring. Wachtrijen: voor elk daarvan. Ingang: eerste en herhaalde aanvraag, nareis, hervestiging. Uitgang: een woning, vertrek van elke soort, overdracht, of uit beeld raken."),
        new("3.1", "Gegevensbronnen", "Gepubliceerde cijfers van IND, COA, DT&V en CBS, en het rapport Bouwstenen voor het asielbeleid en asielstelsel (ABDTOPConsult, 2024). Elk gegevensbestand noemt de bron naast het cijfer."),
        new("3.2", "Voorbewerking", "Gepubliceerde groepen zijn op de groepen van het model gebracht; waar bronnen verschillend definiëren is er één gekozen en in het gegevensbestand genoemd."),
        new("3.3", "Invoer", $"Normen met hun artikel, capaciteiten en beginvoorraden uit de gegevensbestanden, en {facts.Assumptions} aannames met een marge, in dit verslag opgesomd. In elke doorloop wordt elke aanname opnieuw binnen haar marge getrokken."),
        new("3.4", "Aannames", "Die in dit verslag zijn opgesomd, en wat als niet gemodelleerd is genoemd."),
        new("4.1", "Beginstand", $"Geen inlooptijd: de keten begint gevuld, met de voorraad van {facts.Start} naar stadium en ouderdom. Resterende tijden zijn getrokken gegeven de tijd die al verstreken is."),
        new("4.2", "Duur", $"{facts.Years} jaar, in minuten gesimuleerde tijd, per maand gerapporteerd."),
        new("4.3", "Schatting", $"{facts.Replications} doorlopen. De banden zijn kwantielen daarover en bevatten het toeval en de onzekerheid van de parameters; zij krimpen niet met meer doorlopen, zoals de standaardfout. Verschillen zijn doorloop voor doorloop genomen, met dezelfde kansen."),
        new("5.1", "Software en programmeertaal", $"C# op .NET 10; Schakel {facts.Version}. De simulatiekern hoort daarbij en is getoetst aan de wachtrijtheorie."),
        new("5.2", "Trekken van kansen", "Geen stroom van toevalsgetallen: elke kans is een hash van startgetal, doorloop, persoon, doel en volgnummer. Iemand houdt dus zijn kansen als een maatregel iets anders verandert. Verdelingen zijn tabellen van gehele getallen."),
        new("5.3", "Uitvoering van het model", "Doorlopen worden op elk aantal threads uitgevoerd en in hun eigen volgorde opgeteld, zodat het aantal threads geen cijfer verandert."),
        new("5.4", "Benodigde computer", $"Elke computer met de .NET 10 SDK. Een doorloop telt ongeveer {facts.Persons} personen en {facts.Steps} stappen."),
        new("6.1", "Beschikbaarheid van het model", facts.Code),
    ];
}
