using System.Collections.Frozen;

namespace Schakel.Web.Api;

/// <content>Names of values, a line for each enumeration.</content>
public static partial class Words
{
    private const string NameTable = """
        AbsenceCause Ill=ziek Transport=geen-vervoer ChildCare=geen-kinderopvang Relocated=verhuisd-door-coa Other=overig
        ActivityKinds None=geen Sport=sport-en-spel Creative=creatief Training=training Chores=klussen-op-locatie Neighbourhood=buurtproject
        Addressee ReceptionAgency=coa ImmigrationService=ind CouncilForRefugees=vluchtelingenwerk Municipality=gemeente
        AgeBasis BenefitOfDoubt=voordeel-van-de-twijfel Impression=indruk Assessment=leeftijdsonderzoek Document=document
        AgeFinding None=geen Minor=minderjarig Adult=meerderjarig Doubt=twijfel
        AgeImpression Doubtful=twijfelachtig EvidentlyAdult=evident-meerderjarig EvidentlyMinor=evident-minderjarig
        AssistanceCancelCause ChangedMind=van-terugkeer-afgezien NotEligible=komt-niet-in-aanmerking NoDocument=geen-reisdocument
        AssistanceCancelCause NotAppeared=niet-verschenen
        CapacityGround Talk=gesprek Desk=contact-aan-de-balie OwnRequest=eigen-verzoek HelperRequest=verzoek-van-helper
        CorrectionGround NotHappened=niet-gebeurd OtherDay=andere-dag OtherPerson=andere-persoon WrongContent=gegeven-onjuist
        CorrectionGround ClericalError=schrijffout Stated=eigen-verklaring Document=document Register=register CourtRuling=uitspraak
        CorrectionGround PopulationRegister=basisregistratie-personen
        CorrectionRefusal IsRight=gegeven-is-juist NotEstablished=niet-vast-te-stellen Judgement=oordeel-of-verslag OtherRegister=ander-register
        CorrectionSubject Names=namen Birth=geboortedatum Nationality=nationaliteit Language=taal Family=gezin Happening=gebeurtenis Other=overig
        CountryExclusion No=nee Yes=ja Uncertain=onzeker
        DecisionGround Refugee=vluchteling SeriousHarm=ernstige-schade FamilyMember=gezinslid OtherStateResponsible=andere-staat-verantwoordelijk
        DecisionGround ProtectedInMemberState=bescherming-in-lidstaat FirstCountryOfAsylum=eerste-land-van-asiel SafeThirdCountry=veilig-derde-land
        DecisionGround NothingNew=geen-nieuwe-feiten HoldsResidence=heeft-al-verblijfsrecht Irrelevant=niet-ter-zake
        DecisionGround SafeCountryOfOrigin=veilig-land-van-herkomst Misled=misleiding DestroyedDocuments=documenten-vernietigd
        DecisionGround Inconsistent=tegenstrijdig DelaysRemoval=uitstel-van-uitzetting Subsequent=opvolgende-aanvraag CameLate=te-laat-gemeld
        DecisionGround RefusesFingerprints=weigert-vingerafdrukken Danger=gevaar NoGroundForPermit=geen-grond-voor-vergunning NoAnswer=geen-antwoord
        DecisionGround DidNotAppear=niet-verschenen Disappeared=verdwenen
        DecisionOutcome GrantRefugee=inwilliging-vluchteling GrantSubsidiary=inwilliging-subsidiair GrantDerived=inwilliging-afgeleid
        DecisionOutcome Unfounded=ongegrond ManifestlyUnfounded=kennelijk-ongegrond Inadmissible=niet-ontvankelijk
        DecisionOutcome NotTakenUp=niet-in-behandeling-genomen OutOfConsideration=buiten-behandeling-gesteld
        DepartureKind Independent=zelfstandig Forced=gedwongen Unsupervised=zelfstandig-zonder-toezicht
        DetentionBasis Removal=uitzetting Transfer=overdracht Application=lopende-aanvraag PublicOrder=openbare-orde
        DetentionGrounds None=geen EnteredIllegally=illegaal-ingereisd EvadedSupervision=onttrokken-aan-toezicht
        DetentionGrounds IgnoredDeparture=vertrekplicht-genegeerd NoHelpWithIdentity=werkt-niet-mee-aan-identiteit FalseStatements=valse-verklaringen
        DetentionGrounds DisposedOfPapers=papieren-weggemaakt FalsePapers=valse-papieren EntryBan=inreisverbod WillNotLeave=wil-niet-vertrekken
        DetentionGrounds RejectedAtBorder=afgewezen-aan-de-grens OtherDuties=andere-verplichtingen SeveralApplications=meerdere-aanvragen
        DetentionGrounds NoFixedAddress=geen-vaste-verblijfplaats NoMeans=geen-middelen CrimeSuspect=verdachte-van-misdrijf
        DetentionGrounds WorkedIllegally=illegaal-gewerkt
        DocumentFinding Genuine=echt Inconclusive=geen-oordeel-mogelijk False=vals
        DocumentKind Passport=paspoort IdentityCard=identiteitskaart BirthCertificate=geboorteakte FamilyBook=familieboekje DrivingLicence=rijbewijs
        DocumentKind ResidenceDocument=verblijfsdocument Other=overig
        DocumentForm Pdf=pdf Jpeg=jpeg Png=png
        DocumentOutcome TakenIn=opgenomen Unreadable=niet-leesbaar NotNeeded=hier-niet-nodig
        DocumentSubject Identity=identiteit Travel=reis Family=gezin WorkEducation=werk-of-opleiding Health=gezondheid Other=overig
        EmergencyGround NoPlaceElsewhere=nergens-anders-plaats SiteLost=locatie-uitgevallen Danger=gevaar Family=gezin TakenOver=overgenomen
        EntitlementReason Due=recht SufficientMeans=voldoende-middelen UnionCitizen=burger-van-de-unie Banned=ongewenst-of-inreisverbod
        EntitlementReason OnlyMedicalRequest=alleen-medisch-verzoek
        ExtensionReason NotCooperating=werkt-niet-mee PapersLacking=papieren-ontbreken AppealPending=beroep-loopt WeightyInterest=zwaarwegend-belang
        FacilityOutcome Return=terugkeer Onward=doormigratie LegalStay=legalisering WithoutSolution=zonder-bestendige-oplossing
        FamilyLink Spouse=echtgenoot-of-partner Parent=ouder Child=kind Sibling=broer-of-zus Guardian=voogd
        FamilyRole Main=hoofdpersoon Partner=partner Child=kind UnaccompaniedMinor=alleenstaande-minderjarige
        FlightCancelCause NotAvailable=niet-beschikbaar Resisted=verzet LegalObstacle=juridisch-beletsel NoDocument=geen-reisdocument
        FlightCancelCause NotFitToFly=niet-in-staat-te-vliegen CountryOrCarrier=land-of-vervoerder Organisation=organisatie
        FurtherAppealOutcome Dismissed=bevestigd DecisionAnnulled=besluit-vernietigd ReferredBack=terugwijzing RulingSetAside=uitspraak-vernietigd
        GenderWish None=geen Woman=vrouw Man=man
        GuardianshipEnd CameOfAge=meerderjarig ParentHere=ouder-heeft-gezag OtherGuardian=ander-belast-met-voogdij
        HearingOutcome CanBeHeard=kan-worden-gehoord WithArrangements=kan-worden-gehoord-met-aanpassingen NotNow=kan-nu-niet-worden-gehoord
        HelperTasks None=geen Appointments=afspraken Letters=brieven School=school-en-lessen Work=werk
        Holds None=geen Security=nationale-veiligheid Exclusion=uitsluiting
        HouseholdChangeGround Separation=uit-elkaar Safety=onveilig CameOfAge=meerderjarig Reunited=herenigd NotRelated=vergissing
        IdentifyingAuthority AliensPolice=avim BorderGuard=marechaussee
        IdentitySource Stated=eigen-verklaring Document=document Register=register
        IncidentKind HouseRules=huisregels Nuisance=overlast Damage=schade Threat=bedreiging Violence=geweld
        IncidentSeverity Slight=licht Considerable=aanzienlijk Serious=ernstig
        InstructionSource Ruling=uitspraak Report=ambtsbericht Policy=landenbeleid
        InstructionStatus Draft=concept Adopted=vastgesteld Withdrawn=ingetrokken
        IntegrationStanding Passed=geslaagd Exempt=vrijgesteld-of-ontheven NotPassed=niet-behaald
        LawyerChangeReason ClientsWish=eigen-verzoek Unavailable=verhinderd ConflictOfInterest=tegenstrijdig-belang
        LegalBasis None=geen Consent=toestemming StatutoryDuty=wettelijke-plicht CourtOrder=rechterlijk-bevel VitalInterest=vitaal-belang
        LinkEvidence Documents=documenten Dna=dna-onderzoek Statements=overeenstemmende-verklaringen Court=rechterlijke-uitspraak
        MeasureKind Warning=waarschuwing WithholdAllowance=inhouding-leefgeld EnforcementSite=plaatsing-htl
        KeptBecause Solved=opgelost NoOtherDay=geen-andere-dag NoObstacle=geen-beletsel
        MergeGround Fingerprints=vingerafdrukken Documents=documenten OwnStatement=eigen-verklaring
        MergeMistake TwoPersons=twee-personen WrongFile=verkeerde-zaak
        Modality CentralReception=centrale-ontvangstlocatie ProcessReception=procesopvanglocatie Regular=asielzoekerscentrum Emergency=noodopvang
        Modality Municipal=gemeentelijke-opvang ProcessAvailability=procesbeschikbaarheidslocatie FreedomRestricting=vrijheidsbeperkende-locatie
        Modality FamilySite=gezinslocatie Enforcement=handhavings-en-toezichtlocatie IntensiveGuidance=intensief-begeleidende-opvang
        Modality Minors=amv-opvang Transit=doorstroomlocatie External=extern
        Modality HotelScheme=hotel-en-accommodatieregeling Clinic=centrum-voor-transculturele-psychiatrie
        MoratoriumKind Decision=besluitmoratorium Departure=vertrekmoratorium
        MoveBreaks None=niets Interview=gehoor School=school Treatment=behandeling Job=werk Guardian=voogd Volunteering=vrijwilligerswerk
        MoveBreaks Household=huishouden
        MoveCause Applicant=aanvrager Counsel=advocaat-of-voogd Interpreter=tolk Service=dienst Relocation=verhuizing OwnChoice=eigen-keuze
        MoveGround NextStage=volgende-fase TemporaryPlace=tijdelijke-plaats SiteCloses=locatie-sluit UseOfPlaces=gebruik-van-plaatsen Needs=behoeften
        MoveGround Safety=veiligheid Family=gezin OwnRequest=eigen-verzoek Measure=maatregel
        NoShowCause Moved=verhuisd Illness=ziekte NoInterpreter=geen-tolk Other=overig
        OfficialRoles None=geen AliensPolice=avim BorderGuard=marechaussee HearingOfficer=ind-hoormedewerker DecisionOfficer=ind-beslismedewerker
        OfficialRoles ReceptionOfficer=coa-medewerker HousingOfficer=gemeente-huisvester ReturnOfficer=dtv-regievoerder
        OfficialRoles DetainingAuthority=hulpofficier Judge=rechter LabourOfficer=uwv-medewerker RecordsOfficer=gegevensbeheerder
        OfficialRoles LegalAidOfficer=raad-voor-rechtsbijstand CouncilWorker=vluchtelingenwerk HealthWorker=zorgverlener
        OfficialRoles MunicipalOfficer=gemeente-medewerker EducationOfficer=duo-medewerker Guardian=voogd Lawyer=advocaat
        OfficialRoles MigrationWorker=iom-medewerker SchoolWorker=schoolmedewerker ShelterWorker=opvangmedewerker-categoraal
        OfficialRoles DetentionOfficer=dji-medewerker PolicyOfficer=ind-beleidsmedewerker
        Partner AliensPolice=avim BorderGuard=marechaussee ImmigrationService=ind ReceptionAgency=coa ReturnService=dtv DetentionService=dji
        Partner GuardianAgency=nidos CouncilForRefugees=vluchtelingenwerk Lawyer=advocaat LegalAidBoard=raad-voor-rechtsbijstand Court=rechtbank
        Partner Municipality=gemeente EmployeeInsuranceAgency=uwv EducationAgency=duo School=school HealthCare=zorg Shelter=categorale-opvang
        Partner MigrationOrganization=iom
        PeriodExtension Complexity=complexe-kwesties LargeNumbers=grote-aantallen ApplicantsDelay=vertraging-aanvrager
        PeriodExtension CarefulExamination=zorgvuldig-onderzoek
        PlaceKinds None=geen Wheelchair=rolstoeltoegankelijk Medical=zorgplaats OwnRoom=eenpersoonskamer Protected=beschermde-plaats
        PlaceKinds IntensiveGuidance=intensieve-begeleiding Clinical=klinische-behandeling
        PlacementFacts None=geen NoStairs=geen-trappen CareNearby=behandeling-dichtbij Pregnancy=zwangerschap WomensPlace=plek-voor-vrouwen
        PlacementFacts ChildAtSchool=kind-op-school WorkOrStudy=werk-of-studie CloseFamily=naaste-familie
        PlacementOutcome ByDocument=bevestigd-door-document InTalk=bevestigd-in-gesprek ByPartner=bevestigd-door-school-werk-zorg-of-voogd
        PlacementOutcome NotShown=niet-gebleken NotSo=is-niet-zo
        PlacementWishes None=geen NearPeople=bij-familie-of-vrienden NearSchoolOrWork=bij-school-of-werk Quiet=rustige-plek
        PlacementWishes ReligiousCommunity=geloofsgemeenschap SameRegion=in-de-regio-blijven
        PreRegistrationChannel Self=zelf Desk=balie
        ProcedureVariant Six=zes-dagen Nine=negen-dagen Extended12=verlengd-12 Extended14=verlengd-14 Extended20=verlengd-20
        Purpose Identification=identificatie AsylumProcedure=asielprocedure HearingAdvice=medisch-advies-horen MedicalDeferral=medisch-uitstel
        Purpose LegalAidAssignment=toevoegen LegalAssistance=rechtsbijstand Guardianship=voogdij Support=begeleiding Reception=opvang HealthCare=zorg
        Purpose SafeShelter=veilige-opvang Schooling=onderwijs Work=werk Housing=huisvesting Integration=inburgering Return=terugkeer
        Purpose Registration=registratie Procedure=procedure Participation=participatie Family=gezin Care=zorg Records=gegevensbeheer Statistics=statistiek Policy=landenbeleid
        Purpose AssistedReturn=vrijwillige-terugkeer Supervision=toezicht Detention=bewaring
        ReceptionEnd Housed=gehuisvest Departed=vertrokken PeriodLapsed=vertrektermijn-verstreken OwnArrangement=eigen-voorziening
        ReceptionEnd Detained=in-bewaring HomeRefused=woning-geweigerd NoRight=geen-recht Guardianship=opvang-door-nidos
        Referral AliensPolice=vreemdelingenpolitie BorderPolice=grensbewaking Other=overig
        Route Asylum=asiel FamilyReunification=nareis Resettlement=hervestiging
        SelfReliance None=niets Letters=brieven Phone=telefoon Appointments=afspraken Helper=iemand-die-helpt
        SharedData None=geen Identity=identiteit Contact=contact Claim=asielmotief Procedure=procedure Reception=opvang Medical=medisch
        SharedData Vulnerability=kwetsbaarheid Family=gezin Housing=huisvesting Participation=participatie Return=terugkeer Incidents=incidenten
        SharedData Correspondence=briefwisseling Origin=herkomst
        SignalOutcome Open=wordt-uitgezocht Explained=hoorde-bij-het-werk TalkedOver=besproken PassedOn=mogelijk-datalek
        SignalStanding New=nieuw Open=wordt-uitgezocht Concluded=afgehandeld
        SiteStandard Housing=huisvesting Privacy=privacy HealthCare=zorg School=school Play=spelen Cooking=koken Vulnerable=kwetsbaren
        SiteStandard Safety=veiligheid Contact=contact Information=informatie Staff=personeel
        SupervisionMeasures None=geen Reporting=meldplicht SurrenderOfDocuments=inleveren-documenten Deposit=zekerheidstelling
        SupervisionMeasures RestrictionOfLiberty=vrijheidsbeperking
        SupportOrganisations None=geen CouncilForRefugees=vluchtelingenwerk RedCross=rode-kruis VictimSupport=slachtofferhulp
        SupportOrganisations PsychosocialSupport=psychosociale-hulp Volunteers=vrijwilligers
        SuspensionGround Unspecified=onbepaald Completion=aanvullen InformationFromAbroad=informatie-uit-het-buitenland Consent=instemming
        SuspensionGround AttributedDelay=toe-te-rekenen-vertraging ForceMajeure=overmacht
        TakenOverStage AwaitingInterview=wacht-op-gehoor AwaitingDecision=wacht-op-besluit DublinAwaitingReply=dublin-wacht-op-antwoord
        TakenOverStage DublinAccepted=dublin-aanvaard SimplifiedProcedure=vereenvoudigde-procedure AwaitingHome=wacht-op-woning
        TakenOverStage AwaitingRuling=wacht-op-uitspraak Returning=terugkeer AwaitingReunification=wacht-op-nareis Housed=gehuisvest
        TargetGroups None=geen Singles=alleenstaanden Families=gezinnen MinorsAlone=alleenstaande-minderjarigen PermitHolders=statushouders
        TargetGroups LowChance=spoor-1-en-2
        TieResearchMeans None=geen Dna=dna-onderzoek Interview=identificerend-gehoor
        TieResearchResult Inconclusive=geen-uitkomst Supports=bevestigt Contradicts=weerspreekt
        Track None=geen Dublin=spoor-1 Simplified=spoor-2 EvidentGrant=spoor-3 General=spoor-4 EvidentGrantAfterCheck=spoor-5
        TrackReason None=geen UnaccompaniedMinor=alleenstaande-minderjarige ProtectionInMemberState=bescherming-in-lidstaat
        TrackReason OtherStateResponsible=andere-staat-verantwoordelijk SafeCountryOfOrigin=veilig-land-van-herkomst
        TrackReason ExceptedGroup=uitgezonderde-groep EvidentGrant=evidente-inwilliging EvidentGrantAfterIdentity=evidente-inwilliging-na-identiteit
        TrackReason Substance=inhoudelijk
        UnlinkGround Family=gezin-elders WorkOrStudy=werk-of-studie-elders Treatment=behandeling-elders Safety=veiligheid
        UnlinkGround NoFittingHome=geen-passende-woning Mistake=vergissing
        WithdrawalGround FalseData=onjuiste-gegevens PublicOrder=openbare-orde GroundLapsed=grond-vervallen
        WithdrawalGround ResidenceAbroad=hoofdverblijf-buiten-nederland FamilyTieBroken=gezinsband-verbroken
        ApplicationStatus Open=open Decided=beslist Withdrawn=ingetrokken
        Presences None=geen Unopened=niet-geopend Here=hier Gone=met-onbekende-bestemming Departed=vertrokken
        DataCategory None=geen Identity=identiteit Contact=contact Claim=asielmotief Procedure=procedure Reception=opvang Medical=medisch
        DataCategory Vulnerability=kwetsbaarheid Family=gezin Housing=huisvesting Participation=participatie Return=terugkeer Incidents=incidenten
        DataCategory Correspondence=briefwisseling Origin=herkomst
        DoerKind Official=ambtenaar Applicant=aanvrager Lawyer=advocaat Guardian=voogd PartnerSystem=ketenpartner Clock=klok
        StepForce Due=te-doen Optional=keuze Right=recht ByLaw=van-rechtswege
        EventRoom Registration=registratie Procedure=procedure Reception=opvang Participation=participatie Housing=huisvesting Return=terugkeer
        EventRoom Family=gezin Guidance=begeleiding Partners=ketenpartners Records=dossierbeheer Breaches=overtredingen Policy=landenbeleid
        SubscriptionState Active=actief Paused=gepauzeerd Ended=opgezegd
        PauseReason None=geen Asked=op-verzoek TooManyFailures=te-vaak-mislukt Gone=adres-bestaat-niet-meer FunctionGone=functie-vervallen
        DeliveryFault None=geen Unreachable=onbereikbaar TimedOut=geen-antwoord-op-tijd Redirected=doorverwezen Refused=geweigerd
        DeliveryFault AddressNotAllowed=adres-niet-toegestaan Ours=storing-bij-ons
        CounterKind Registrations=aankomsten Decisions=beslissingen Grants=inwilligingen Moves=verhuizingen HomesTaken=woningbetrekkingen
        CounterKind Departures=vertrekken Breaches=overtredingen AppealsByWeek=beroepen-per-week BreachesByWeek=overtredingen-per-week
        CounterKind HomesTakenIn=woningbetrekkingen-per-gemeente HomesOfferedIn=woningaanbiedingen-per-gemeente
        UnusualKind FarMore=veel-meer-dan-collegas Outside=buiten-eigen-kring Namesake=naamgenoot
        WorklistStatus Due=te-doen Overdue=te-laat AtRisk=dreigt-te-laat Waiting=wacht Choice=keuze
        """;

    private static readonly FrozenDictionary<string, string> Names = NameTable.Split('\n')
        .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(line => line.Skip(1).Select(pair => pair.Split('=')).Select(pair => (Name: $"{line[0]}.{pair[0]}", Word: pair[1])))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Word);
}
