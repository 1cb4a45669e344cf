using System.Collections.Frozen;

namespace Schakel.Web.Api;

/// <content>Names of fields. A day's name ends in <c>Datum</c>, so that readers know it has no time (ADR date-omit-time-portion).</content>
public static partial class Words
{
    private const string FieldTable = """
        Absorbed=opgenomenZaak Accepted=aanvaard AcceptedOn=aanvaardOpDatum AdultsHere=volwassenenHier Appeared=verschenen ArriveOn=aankomstDatum
        AssetsCents=vermogenInCenten AtBorder=aanDeGrens AtOnce=perDirect Authority=instantie AwaitsRelatives=wachtOpNareis Basis=grondslag
        Biometrics=biometriekenmerk Born=geboren BrokeTreatment=behandelingDoorkruist Broken=doorkruist By=door ByMinister=doorMinister
        ByOperationOfLaw=vanRechtswege Capacity=capaciteit Cause=oorzaak Centre=aanmeldcentrum Cents=centen Channel=kanaal ClaimRuns=aanvraagLoopt
        CompleteBy=aanvullenVoorDatum Consented=toestemming ConsequenceExplained=gevolgUitgelegd Cooperates=werktMee Counsellor=regievoerder Count=aantal
        Country=land Data=gegevens Dates=data Days=dagen DaysAhead=dagenVooruit DecidedOn=beslisDatum Dialect=dialect Distressing=schrijnend Due=meldDatum
        Email=emailadres Emergency=noodgrond Escorted=begeleid Euro=euro EuroPerDay=euroPerDag EurodacHit=eurodacDatum Event=gebeurtenis Evidence=bewijs Facts=feiten
        Family=familienaam Finding=bevinding First=eerste FlightOn=vluchtDatum FollowUp=vervolg From=van FromReception=uitOpvang Given=voornamen
        Granted=toegekend Ground=grond Grounds=gronden Guardian=voogd HappenedOn=gebeurdOpDatum HearingOn=zittingsDatum Helper=vertrouwenspersoon Hold=signaal
        HoldsPermit=heeftVergunning HoldsTravelDocument=heeftReisdocument Household=huishouden Identity=identiteit IdentityCertain=identiteitStaatVast
        Impression=indruk InGeneralProcedure=inAlgemeneProcedure InPerson=inPersoon InTime=opTijd InWriting=schriftelijk Integration=inburgering
        Interpreter=tolk InterpreterPresent=tolkAanwezig InterviewOn=gehoorDatum Issuer=afgevendLand Justified=gerechtvaardigd Kind=soort Kinds=soorten
        LabourCents=inkomenUitArbeidInCenten Language=taal LastDay=laatsteDatum Lawyer=advocaat LawyerPresent=advocaatAanwezig LeftOut=uitgesloten
        LesserMeansFail=lichterMiddelFaalt Letters=brieventaal Lifted=opgeheven LighterFails=lichtereFaalt Link=band LodgedOn=indieningsDatum Means=middelen Manages=redtZelf Measure=maatregel
        MediationFailed=bemiddelingMislukt MigrationOrganisationTried=iomGeprobeerd MinorsHere=kinderenHier Minute=minuut Mistake=vergissing
        Modality=opvangvorm Month=maand Months=maanden MoreDays=extraDagen MoreHelp=meerHulp Moves=verhuizingen Municipality=gemeente Names=namen Nationality=nationaliteit
        Needs=behoeften NeverExcluded=nooitUitgesloten NoOtherRight=geenAnderRecht Norm=norm Number=nummer ObjectionsConsidered=bezwarenGewogen Of=vanDatum
        Officer=hoormedewerker On=opDatum OnEntryVisa=opInreisvisum OnFurtherAppeal=inHogerBeroep OnReunification=bijNareis Ordinal=volgnummer
        Organisation=organisatie OtherCents=overigInkomenInCenten Outcome=uitkomst OwnAccord=uitEigenBeweging OwnAttempts=eigenPogingen Partner=partner
        Person=persoon PersonHeard=persoonGehoord Persons=personen Place=plaats Places=plaatsen Policy=beleid Purpose=doel Reason=reden Reasons=motivering
        ReferredBy=verwezenDoor Relatives=gezinsleden RemindDays=herinneringDagen RelativesElsewhere=gezinsledenElders Released=losgemaakteZaak RemedyBy=herstelVoorDatum
        RequestedOn=verzoekDatum ResponsibleSince=verantwoordelijkSindsDatum Result=resultaat Returned=teruggegeven ReviewOn=herzieningsDatum Role=rol
        Room=ruimte Route=route Severity=ernst Site=opvanglocatie Slot=plek Slots=plekken Source=bron Stage=fase Standard=opvangnorm Step=stap
        Surviving=doorgaandeZaak Suspensive=opschortend TakeBack=terugname Tasks=taken Team=team TermDays=termijnInDagen There=standElders Through=totEnMetDatum To=naar
        Track=spoor UnderConditions=onderVoorwaarden Until=totDatum Upheld=gegrond Variant=variant Weeks=weken WeeksWorked=gewerkteWeken
        WeightyInterest=zwaarwegendBelang Wishes=wensen With=metZaak WithGrievances=metGrieven WithinDeparturePeriod=binnenVertrektermijn
        Answer=antwoord Category=categorie Changes=gevolg Court=gerecht Criterion=criterium Ecli=ecli Findings=bevindingen InForceFrom=ingangsDatum
        Instruction=werkinstructie Publication=publicatie PublishedOn=publicatieDatum Reference=kenmerk Report=ambtsbericht RuledOn=uitspraakDatum
        Ruling=uitspraak Title=titel Version=versie
        Because=handhavingsgrond Best=besteDatum Excused=goedeReden Second=tweedeDatum Subject=onderwerp Text=tekst Third=derdeDatum
        ExpectedOn=bevallingsDatum FamilyIn=familiegemeente Near=wensgemeente WorkIn=werkgemeente
        Children=kinderen MinorAlone=alleenEnMinderjarig NeedsCare=zorgNodig NeedsInterpreter=tolkNodig Reach=bereikbaarVia
        Description=omschrijving Form=bestandsvorm Sha256=sha256 Size=omvang
        """;

    private static readonly FrozenDictionary<string, string> Fields = Pairs(FieldTable).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    private static IEnumerable<string[]> Pairs(string table) =>
        table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='));
}
