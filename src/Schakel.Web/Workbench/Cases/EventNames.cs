using System.Collections.Frozen;
using Schakel.Norms;

namespace Schakel.Web.Workbench.Cases;

/// <summary>What people call an event (naam van een gebeurtenis). Each event of the chain has one; a test compares this table with the catalogue.</summary>
public static class EventNames
{
    private const string Table = """
        absconding-notified=Onderduiken gemeld aan de andere lidstaat|absence-permitted=Afwezigheid toegestaan|absorbed-file-released=Opgenomen zaak losgemaakt
        accepted-in-facility=Toegelaten tot een landelijke voorziening|activity-joined=Doet mee aan een activiteit|address-registered=Adres ingeschreven
        adequate-reception-established=Adequate opvang in het land van herkomst vastgesteld|admitted-on-emergency-ground=Opgenomen op noodgrond
        age-assessment-asked=Leeftijdsonderzoek gevraagd|age-assessment-consented=Ingestemd met leeftijdsonderzoek|age-assessment-received=Uitkomst leeftijdsonderzoek ontvangen
        age-decided=Leeftijd vastgesteld|age-doubted=Leeftijd betwijfeld|allowance-started=Wekelijkse toelage gestart|appeal-lodged=Beroep ingesteld|appeal-ruled=Uitspraak op beroep
        applicant-document-issued=W-document uitgereikt|applicant-prepared=Aanvrager voorbereid|application-decided=Besluit op de aanvraag|application-lodged=Aanvraag ingediend
        application-withdrawn=Aanvraag ingetrokken|assisted-return-cancelled=Ondersteund vertrek afgezegd|assisted-return-granted=Ondersteund vertrek toegekend
        assisted-return-requested=Ondersteund vertrek gevraagd|breach-recorded=Overschrijding van een norm vastgelegd|broad-intake-held=Brede intake gehouden
        composition-recorded=Gezinssamenstelling vastgelegd|contract-end-set=Einde van het contract vastgelegd|contract-signed=Huurcontract getekend
        contribution-assessed=Eigen bijdrage vastgesteld|corrections-submitted=Correcties en aanvullingen ingediend|court-hearing-held=Zitting gehouden|court-hearing-planned=Zitting gepland
        document-reviewed=Aangeleverd document bekeken|document-supplied=Document aangeleverd|document-taken-back=Document teruggenomen
        health-document-reviewed=Medisch document bekeken|health-document-supplied=Medisch document aangeleverd|health-document-taken-back=Medisch document teruggenomen
        correction-decided=Beslist op verzoek om verbetering|correction-requested=Verbetering van gegevens gevraagd
        country-moratorium-extended=Moratorium voor een land verlengd|country-moratorium-imposed=Moratorium voor een land ingesteld|country-moratorium-lifted=Moratorium voor een land opgeheven
        country-moratorium-review-lapsed=Moratorium voor een land niet op tijd opnieuw bezien|remedy-lapsed=Bevinding niet op tijd hersteld
        country-moratorium-reassessed=Moratorium voor een land opnieuw bezien|country-policy-adopted=Landenbeleid vastgesteld|country-report-taken-in=Ambtsbericht opgenomen
        court-notified-of-detention=Rechtbank in kennis gesteld van bewaring|decision-ordered=Beslistermijn opgelegd door de rechter|decision-period-extended=Beslistermijn verlengd
        decision-period-resumed=Beslistermijn loopt weer|decision-period-suspended=Beslistermijn opgeschort|default-notice-received=Ingebrekestelling ontvangen|departed=Vertrokken uit Nederland
        departure-talk-held=Vertrekgesprek gehouden|detention-appealed=Beroep tegen bewaring ingesteld|detention-ended=Bewaring opgeheven|detention-extended=Bewaring verlengd
        detention-heard=Gehoord over de bewaring|detention-imposed=Bewaring opgelegd|detention-reviewed=Bewaring getoetst door de rechter|document-examined=Document onderzocht
        document-validity-recorded=Geldigheid van document vastgelegd|dublin-reply-received=Antwoord op Dublinverzoek ontvangen|dublin-request-lapsed=Termijn voor Dublinverzoek verlopen
        dublin-transfer-requested=Overname of terugname gevraagd aan andere lidstaat|enrolled-in-school=Ingeschreven op school|entry-deferred=Toegang uitgesteld|entry-granted=Toegang verleend
        entry-visas-collected=Inreisvisa opgehaald|entry-visas-granted=Inreisvisa verleend|facility-left=Voorziening verlaten|family-arrival-reported=Aankomst van nareizend gezin gemeld
        family-link-claimed=Gezinsband gesteld|family-link-ended=Gezinsband beëindigd|family-link-established=Gezinsband vastgesteld|family-travel-announced=Reis van het gezin aangekondigd
        file-absorbed=Andere zaak opgenomen|file-linked=Zaak verbonden|file-merged-into=Samengevoegd met een andere zaak|file-restored=Zaak hersteld|file-taken-over=Lopende zaak overgenomen
        finding-recorded=Bevinding van de inspectie vastgelegd|finding-remedied=Bevinding hersteld|flight-cancelled=Vlucht geannuleerd|flight-planned=Vlucht gepland
        further-appeal-lodged=Hoger beroep ingesteld|further-appeal-ruled=Uitspraak op hoger beroep|general-procedure-lengthened=Algemene procedure verlengd|guardian-appointed=Voogd benoemd
        guardian-changed=Andere voogd|guardianship-ended=Voogdij geëindigd|handover-answered=Overdracht beantwoord|handover-revoked=Overdracht ingetrokken|hardship-tested=Schrijnendheid getoetst
        health-intake-held=Medische intake gehouden|heard-on-withdrawal=Gehoord over de intrekking|hearing-advice-given=Advies horen en beslissen gegeven|hold-lifted=Signaal opgeheven|hold-placed=Signaal geplaatst
        home-accepted=Woning aanvaard|home-offered=Woning aangeboden|home-refusal-decided=Beslist op de weigering van de woning|home-refused=Woning geweigerd
        household-changed=Ander huishouden|household-joined=Bij het huishouden gekomen|household-left=Uit het huishouden gegaan|household-member-corrected=Gezinslid gecorrigeerd
        housing-interview-held=Huisvestingsgesprek gehouden|identity-corrected=Identiteit gecorrigeerd|identity-recorded=Identiteit vastgelegd|incident-recorded=Incident vastgelegd|incident-reported=Incident gemeld
        indefinite-permit-decided=Besluit op vergunning voor onbepaalde tijd|indefinite-permit-requested=Vergunning voor onbepaalde tijd gevraagd|integration-duty-notified=Inburgeringsplicht meegedeeld
        integration-plan-adopted=Plan inburgering en participatie vastgesteld|intention-issued=Voornemen uitgebracht|interim-relief-requested=Voorlopige voorziening gevraagd
        interim-relief-ruled=Uitspraak op voorlopige voorziening|interview-held=Nader gehoor gehouden|interview-missed=Niet verschenen op gehoor|interview-moved=Gehoor verplaatst
        interview-absence-judged=Gemelde verhindering beoordeeld|interview-absence-reported=Verhindering gemeld voor gehoor|interview-kept=Gehoordag gehouden
        interview-planned=Gehoor gepland|interview-wishes-stated=Wensen voor het gehoor opgegeven|invited-to-interview=Uitgenodigd voor gehoor|lapse-observed=Verstrijken van een termijn vastgesteld
        lawyer-assigned=Advocaat toegevoegd|lawyer-changed=Andere advocaat|lawyer-named=Advocaat bekend|lawyer-withdrawn=Advocaat teruggetreden|left-with-unknown-destination=Met onbekende bestemming vertrokken
        lessons-begun=Lessen begonnen|linked-to-municipality=Gekoppeld aan gemeente|measure-imposed=Maatregel opgelegd|measure-reviewed=Maatregel heroverwogen
        medical-deferral-decided=Besluit op uitstel van vertrek om medische redenen|medical-deferral-ended=Medisch uitstel geëindigd|medical-deferral-requested=Medisch uitstel gevraagd
        medical-opinion-given=Medisch advies gegeven|moratorium-applied=Moratorium toegepast|moratorium-lifted=Moratorium geëindigd|move-announced=Verhuizing aangekondigd|move-cancelled=Verhuizing afgezegd
        move-weighed=Verhuizing afgewogen|moved-into-home=Woning betrokken|nationality-confirmed=Nationaliteit bevestigd|needs-assessed=Behoeften beoordeeld|needs-recorded=Behoeften vastgelegd
        new-decision-term-set=Nieuwe beslistermijn gesteld|no-fault-advised=Advies buiten schuld gegeven|no-fault-decided=Besluit buiten schuld|no-fault-requested=Buitenschuldvergunning gevraagd
        non-arrival-recorded=Niet aangekomen|partner-referred=Verwezen naar een ketenpartner|peer-review-asked=Collegiale toets gevraagd|peer-review-given=Collegiale toets gegeven|penalty-paid=Dwangsom betaald
        permit-expired=Vergunning verlopen|permit-given-up=Afstand gedaan van vergunning|permit-issued=Vergunning verleend|permit-withdrawn=Vergunning ingetrokken|person-arrived=Aangekomen en gemeld
        person-identified=Geïdentificeerd|person-moved=Verhuisd|person-placed=Geplaatst in de opvang|person-redirected=Doorverwezen naar ander aanmeldcentrum|placed-in-reception=Geplaatst in de opvang
        place-accepted=Plek aanvaard|place-offered=Plek aangeboden|place-refused=Plek geweigerd|placed-on-emergency-ground=Geplaatst op noodgrond|places-out-of-use-set=Plekken buiten gebruik gesteld
        placement-facts-judged=Feiten voor plaatsing bekeken|placement-stated=Feiten en wensen voor plaatsing opgegeven|placement-withdrawn=Feiten en wensen voor plaatsing weggehaald
        pre-registered=Vooraf aangemeld|pre-registration-cancelled=Vooraanmelding ingetrokken|presence-registered=Aanwezigheid geregistreerd|presented-to-country=Gepresenteerd bij vertegenwoordiging
        other-interview-day-asked=Andere gehoordag gevraagd
        capacity-judged=Meer hulp beoordeeld|capacity-stated=Gezegd wat men zelf redt|capacity-withdrawn=Antwoorden over hulp weggehaald|preferences-chosen=Voorkeuren voor berichten gekozen
        procedure-explained=Procedure uitgelegd|reception-ended=Opvang beëindigd|reception-exclusion-established=Uitsluiting van opvang vastgesteld|reception-explained=Opvang uitgelegd
        question-answered=Vraag beantwoord|question-asked=Vraag gesteld
        record-corrected=Registratie gecorrigeerd|referral-completed=Verwijzing afgerond|referred-to-extended-procedure=Verwezen naar verlengde procedure|referred-to-facility=Verwezen naar landelijke voorziening
        registration-interview-held=Aanmeldgehoor gehouden|renewal-decided=Besluit op verlenging|renewal-requested=Verlenging gevraagd|report-missed=Meldplicht verzuimd
        residence-document-handed-over=Verblijfsdocument uitgereikt|resident-registered=Ingeschreven als ingezetene|responsibility-transfer-offered=Overdracht van verantwoordelijkheid aangeboden
        responsibility-transfer-requested=Overdracht van verantwoordelijkheid gevraagd|restriction-extended=Vrijheidsbeperking verlengd|return-counsellor-assigned=Regievoerder toegewezen
        return-decision-issued=Terugkeerbesluit genomen|return-file-opened=Terugkeerdossier geopend|reunification-decided=Besluit op nareis|reunification-documents-asked=Stukken voor nareis gevraagd
        reunification-documents-received=Stukken voor nareis ontvangen|reunification-notice-received=Kennisgeving nareis ontvangen|reunification-requested=Nareis aangevraagd|site-closed=Locatie gesloten
        ruling-taken-in=Uitspraak opgenomen
        site-located=Gemeente van de locatie vastgelegd
        site-opened=Locatie geopend|site-resized=Capaciteit gewijzigd|slot-occupied=Plek bezet|slot-released=Plek vrijgekomen|slots-equipped=Plekken ingericht|social-assistance-granted=Bijstand toegekend
        social-guidance-begun=Maatschappelijke begeleiding begonnen|supervision-imposed=Toezichtmaatregel opgelegd|supervision-lifted=Toezichtmaatregel opgeheven|support-begun=Ondersteuning begonnen
        support-ended=Ondersteuning geëindigd|take-back-agreed=Terugname toegezegd|team-assigned=Toegewezen aan een team|target-groups-limited=Doelgroepen beperkt|tie-research-begun=Onderzoek naar familieband begonnen
        tie-research-concluded=Onderzoek naar familieband afgerond|track-confirmed=Spoor bevestigd|track-proposed=Spoor voorgesteld|transfer-lapsed=Overdrachtstermijn verlopen
        transferred-to-state=Overgedragen aan andere lidstaat|travel-document-expired=Reisdocument verlopen|travel-document-received=Reisdocument ontvangen|travel-document-refused=Reisdocument geweigerd
        travel-document-requested=Reisdocument aangevraagd|treatment-begun=Behandeling begonnen|treatment-ended=Behandeling geëindigd|trusted-helper-dismissed=Vertrouwenspersoon gestopt
        trusted-helper-named=Vertrouwenspersoon genoemd|tuberculosis-screened=Tuberculosescreening gedaan|unlinked-from-municipality=Ontkoppeld van gemeente|v-number-assigned=V-nummer toegekend
        view-submitted=Zienswijze ingediend|volunteer-declaration-issued=Vrijwilligersverklaring afgegeven|volunteering-ended=Vrijwilligerswerk gestopt|volunteering-started=Vrijwilligerswerk begonnen
        withdrawal-abandoned=Intrekking niet doorgezet|withdrawal-intended=Voornemen tot intrekken|withdrawal-talk-asked=Gesprek over intrekken gevraagd|withdrawal-talk-held=Gesprek over intrekken gehouden
        withdrawal-view-submitted=Zienswijze op intrekking ingediend|work-ended=Werk gestopt|work-instruction-adopted=Werkinstructie vastgesteld
        work-instruction-advice-asked=Advies over werkinstructie gevraagd|work-instruction-advice-given=Advies over werkinstructie gegeven|work-instruction-drafted=Werkinstructie opgesteld
        work-instruction-withdrawn=Werkinstructie ingetrokken|work-permit-issued=Tewerkstellingsvergunning verleend|work-started=Werk begonnen
        """;

    private static readonly FrozenDictionary<string, string> Dutch = Table.Split(['\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Whether the table has a name of one's own for an event.</summary>
    /// <param name="name">Stored name of the event.</param>
    public static bool Knows(string name) => Dutch.ContainsKey(name);

    /// <summary>What people call an event.</summary>
    /// <param name="name">Stored name of the event.</param>
    public static Text Of(string name) => new(Dutch.GetValueOrDefault(name) ?? Plain.Kebab(name), Plain.Kebab(name));
}
