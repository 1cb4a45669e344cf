using System.Collections.Immutable;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>Reports in Dutch (Nederlands).</summary>
internal sealed partial class DutchText : ReportText
{
    public override string LanguageTag => "nl";

    public override string Of(Bilingual text) => text.Dutch;

    public override string SkipToContent => "Naar de inhoud";
    public override string Contents => "Inhoud";
    public override string RehearsalKind => "Doorrekening van de asielketen";
    public override string AssessmentKind => "Uitvoeringstoets";
    public override string RehearsalTitle(string scenario, string from, string until) => $"De asielketen van {from} tot {until}";
    public override string MadeOf(string replications, string persons, string from, string until) =>
        $"{replications} doorlopen van {from} tot {until}, elk met ongeveer {persons} personen, één voor één.";
    public override string Interrupted(string done, string asked) =>
        $"De berekening is onderbroken: {done} van de {asked} gevraagde doorlopen zijn gedaan. De banden zijn daardoor minder zeker.";
    public override string FewReplications => "Met minder dan 200 doorlopen is er geen band van 95%; alleen die van 80% staat er.";
    public override string BandsExplained(bool wide) =>
        "De lijn is de mediaan. In de donkere band valt 80% van de doorlopen"
        + (wide ? ", in de lichte 95%" : "")
        + ". De band bevat zowel het toeval als de onzekerheid van de aannames. Tussen haakjes staat steeds de band van 80%; waar geen meer of minder staat, is de richting niet zeker.";
    public override string Closing =>
        "Dit is een berekening met aannames, geen voorspelling over personen en geen advies. Wie besluit, weegt ook wat hier niet in staat.";

    public override string Unit(string unit) => unit switch
    {
        "persons" => "personen",
        "applications" => "aanvragen",
        "decisions" => "beslissingen",
        "share" => "procent",
        "weeks" => "weken",
        "months" => "maanden",
        "years" => "jaren",
        "days" => "dagen",
        "hours" => "uren",
        "places" => "plaatsen",
        "moves" => "verhuizingen",
        "interviews" => "gehoren",
        "appeals" => "beroepen",
        "notices" => "ingebrekestellingen",
        "homes" => "woningen",
        "permits" => "vergunningen",
        "fte" => "voltijdbanen",
        "euro" => "euro",
        _ => unit,
    };

    public override string PerMonth(string unit) => unit + " per maand";
    public override string PerYear => "per jaar";
    public override string DifferenceIn(string name) => "Verschil: " + name;
    public override string BandOf(string middle, string low, string high) => $"{middle} ({low} tot {high})";
    public override string AtEndOf(string month) => "eind " + month;
    public override string InYear(int year) => $"in {year}";
    public override string NoFigure => "Geen cijfer: er was niemand om over te meten.";
    public override string AsTable => "Als tabel";
    public override ImmutableArray<string> PointColumns => ["Maand", "10%", "Mediaan", "90%"];
    public override ImmutableArray<string> PointColumnsWide => ["Maand", "2,5%", "10%", "Mediaan", "90%", "97,5%"];

    public override string Summary => "In het kort";
    public override string KeyFigures => "Kerncijfers";
    public override string KeyFigure => "Cijfer";
    public override string AtStart => "Bij de start";
    public override string AfterYears(int years) => years == 1 ? "Na een jaar" : $"Na {years} jaar";
    public override string Arrivals => "Instroom";
    public override string ArrivalsIntroduction => "Wie zich meldt. De instroom schommelt met het seizoen en kent schokken; dat is de grootste onzekerheid van alles wat volgt.";
    public override string WaitingAndDeciding => "Wachten en beslissen";
    public override string WaitingIntroduction => "Hoeveel aanvragen openstaan, hoe lang mensen wachten en wat er wordt beslist.";
    public override string Reception => "Opvang";
    public override string ReceptionIntroduction => "Waar mensen verblijven. De drie vormen staan op dezelfde schaal. Mensen boven de capaciteit hebben geen plaats die aan de norm voldoet.";
    public override string Housing => "Huisvesting";
    public override string HousingIntroduction => "Wie een vergunning heeft, blijft in de opvang tot er een woning is.";
    public override string AppealsAndDepartures => "Beroep en vertrek";
    public override string AppealsIntroduction => "Wat naar de rechter gaat, en wie vertrekt.";
    public override string Money => "Geld";
    public override string MoneyIntroduction => "De kosten ten laste van ontwikkelingshulp (ODA) zijn een verdeling van de opvangkosten en komen er niet bovenop.";
    public override string CheckedAgainst => "Getoetst aan gepubliceerde cijfers";
    public override string CheckedIntroduction(int inside, int total) =>
        $"Hetzelfde model, doorgerekend vanaf januari 2022: van {total} gepubliceerde cijfers vallen er {inside} binnen de band. Een achtergehouden cijfer is niet gebruikt om het model af te stellen en toetst het dus.";
    public override string NothingChecked => "Bij deze doorrekening zijn geen gepubliceerde cijfers meegegeven om aan te toetsen.";
    public override ImmutableArray<string> CheckedColumns => ["Cijfer", "Gepubliceerd", "Berekend", "Afwijking", "Binnen de band", "Gebruik", "Bron"];
    public override string Fitted => "afgesteld";
    public override string HeldBack => "achtergehouden";
    public override string InsideBand => "ja";
    public override string OutsideBand => "nee";

    public override string Intended => "Wat is beoogd";
    public override string Target(string name, int direction) => $"Beoogd: {(direction > 0 ? "een stijging" : "een daling")} van {name}.";
    public override string Changes => "Wat de maatregel verandert";
    public override string LikelyToWork => "Werkt het naar verwachting?";
    public override string KeyVariant => "met de maatregel";
    public override string KeyBaseline => "zonder de maatregel";
    public override string SideEffects => "Gevolgen per partner";
    public override string SideEffectsIntroduction => "Het verschil met de keten zonder de maatregel, voor dezelfde mensen. Meer of minder staat er alleen als negen van de tien doorlopen het daarover eens zijn.";
    public override string Partner(string partner) => partner switch
    {
        "ind" => "IND",
        "coa" => "COA",
        "courts" => "Rechtbanken",
        "municipalities" => "Gemeenten",
        "dtv" => "Dienst Terugkeer en Vertrek",
        _ => "Hele keten",
    };
    public override string NoClearEffectOn(string names) => $"Geen duidelijk effect op: {names}.";
    public override string NoEffectOn(string names) => $"Geen effect op: {names}.";
    public override string Subject => "Onderwerp";
    public override string Direction => "Richting";
    public override string Workload => "Werklast in voltijdbanen";
    public override string WorkloadIntroduction =>
        "Het werk van het jaar, omgerekend in voltijdse medewerkers. IND en rechtbanken doen wat hun bezetting toelaat: vraagt een maatregel hun meer werk, dan blijkt dat niet hier maar uit voorraad en wachttijden. "
        + "Of de medewerkers er zijn, is een andere vraag: zie de uitvoerbaarheid.";
    public override string WithoutMeasure(int year) => $"Zonder, {year}";
    public override string DifferenceInYear(int year) => $"Verschil, {year}";
    public override string Cost => "Kosten per begroting";
    public override string CostIntroduction => "Bedragen per jaar, in prijzen van de start. De ODA-regel is een verdeling van de opvangkosten over begrotingen, geen extra geld.";
    public override string Budget(string seriesId) => seriesId switch
    {
        "cost.reception.euro" => "Justitie en Veiligheid: opvang (COA)",
        "cost.staff.euro" => "Justitie en Veiligheid: personeel van IND, rechtbanken en DT&V",
        "penalties.euro" => "Justitie en Veiligheid: dwangsommen",
        "cost.oda.euro" => "Waarvan ten laste van ontwikkelingshulp (ODA)",
        _ => "Totaal",
    };
    public override string NeverASaving => "Tegelijk zijn er meer mensen in een situatie die de norm niet haalt. Minder uitgaven gelden dan niet als winst: het is een tekortkoming, geteld in mensen hieronder.";
    public override string LegalPoints => "Juridische punten";
    public override string NoLegalPoints => "Bij de maatregel zijn geen juridische punten opgegeven. Dat is geen oordeel dat ze er niet zijn.";
    public override string WhoWaits => "Wie wacht langer, wie korter";
    public override string Longer => "Langer, of met meer";
    public override string Shorter => "Korter, of met minder";
    public override string WaitNotClear => "Niet duidelijk";
    public override string Nobody => "Van niemand met zekerheid.";
    public override string Rights => "Rechten en tekortkomingen";
    public override string RightsIntroduction => "Waar de praktijk de norm niet haalt, tellen we mensen. Een tekortkoming is nooit een besparing.";
    public override string With(int year) => $"Met, {year}";
    public override string Feasibility => "Uitvoerbaarheid";
    public override string NoFlags => "De figuren geven geen signaal dat de uitvoering vastloopt. Wat niet is gemodelleerd, kan dat nog wel doen.";
    public override string NeedsStaff(string partner) => $"{partner}: er zijn meer mensen aan het werk, en die moeten eerst worden geworven en opgeleid.";
    public override string FlagPlaces => "Er zijn meer mensen dan plaatsen.";
    public override string FlagCourts => "Bij de rechtbanken loopt de voorraad op.";
    public override string FlagHomes => "Gemeenten moeten meer woningen vinden.";
    public override string FlagAid => "Er drukt meer op het ODA-plafond.";
    public override string FlagInterviews => "Meer gehoren gaan niet door.";
    public override string FlagHangsOn(string assumption) => $"De richting hangt af van een aanname: {assumption}. Aan de ene kant van de marge gebeurt het omgekeerde van wat aan de andere kant gebeurt.";

    public override string Assumptions => "Aannames";
    public override string AssumptionsIntroduction => "Wat niet precies bekend is, met de marge waarbinnen het in elke doorloop is getrokken.";
    public override string NoAssumptions => "Bij dit verslag zijn geen aannames meegegeven.";
    public override ImmutableArray<string> AssumptionColumns => ["Aanname", "Waarde en marge", "Eenheid", "Bron"];
    public override string Source(string source) => source switch
    {
        "assumption" => "aanname",
        "fitted" => "afgesteld op gepubliceerde cijfers",
        _ => source,
    };
    public override string Sensitivity => "Gevoeligheid";
    public override string SensitivityIntroduction => "Hoe ver de uitkomst verschuift als één aanname aan het lage of het hoge einde van haar marge staat. De breedste balk is de aanname die het meest ter zake doet.";
    public override string NoSensitivity => "Er is geen gevoeligheid berekend.";
    public override string TornadoTitle(string name) => $"Gevoeligheid van het verschil in {name} voor elke aanname";
    public override string AtLow => "aanname laag";
    public override string AtHigh => "aanname hoog";
    public override ImmutableArray<string> TornadoColumns => ["Aanname", "Laag", "Verschil dan", "Hoog", "Verschil dan"];
    public override string NotModelled => "Wat niet is gemodelleerd";
    public override string NotModelledIntroduction => "Deze zaken tellen niet mee in de cijfers, en kunnen ze wel veranderen.";
    public override string NothingNamed => "Er is niets genoemd.";

    public override string MethodTitle => "Methode";
    public override string MethodIntroduction => "Ingevuld volgens STRESS-DES, de lijst voor navolgbare verslagen van simulaties (Monks e.a., Journal of Simulation 13, 2019).";
    public override string Definitions => "Wat elk cijfer telt";
    public override string Reproduce => "Zelf narekenen";
    public override string ReproduceIntroduction => "Dezelfde opdracht met dezelfde code en dezelfde gegevens geeft dezelfde cijfers, tot op de byte.";
    public override ImmutableArray<string> ReproduceLabels => ["Opdracht", "Startgetal", "Wet (hash)", "Invoer (hash)", "Versie"];
}
