using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Steering;

/// <summary>Positions of the series in the catalogue, by name (tellingen).</summary>
internal static class Count
{
    public static readonly int
        InflowFirst = Of("inflow.first"), InflowSubsequent = Of("inflow.subsequent"), InflowFamily = Of("inflow.family"),
        InflowTotal = Of("inflow.total"), InflowResettled = Of("inflow.resettled"),
        StockApplications = Of("stock.applications"), StockTrack1 = Of("stock.applications.track1"),
        StockTrack2 = Of("stock.applications.track2"), StockTrack4 = Of("stock.applications.track4"), StockFamily = Of("stock.family"),
        DecisionsAll = Of("decisions"), DecisionsTrack1 = Of("decisions.track1"), DecisionsTrack2 = Of("decisions.track2"),
        DecisionsTrack4 = Of("decisions.track4"), GrantRate = Of("grant-rate"), GrantRateTrack4 = Of("grant-rate.track4"),
        InTime = Of("decided-in-time.share"), InTimeTrack2 = Of("decided-in-time.share.track2"),
        InTimeGeneral = Of("decided-in-time.share.track4-general"), InTimeExtended = Of("decided-in-time.share.track4-extended"),
        LeadTime = Of("lead-time.weeks"), LeadTimeTrack1 = Of("lead-time.weeks.track1"), LeadTimeTrack2 = Of("lead-time.weeks.track2"),
        LeadTimeGeneral = Of("lead-time.weeks.track4-general"), LeadTimeExtended = Of("lead-time.weeks.track4-extended"),
        WaitUntilInterview = Of("wait-until-interview.weeks"),
        AgeUnder6 = Of("stock.age.under-6-months"), Age6To15 = Of("stock.age.6-15-months"), AgeOver15 = Of("stock.age.over-15-months"),
        OccupancyTotal = Of("occupancy.total"), OccupancyRegular = Of("occupancy.regular"), OccupancyEmergency = Of("occupancy.emergency"),
        OccupancyMunicipal = Of("occupancy.municipal"), OccupancyStatusHolders = Of("occupancy.status-holders"),
        OccupancyMinors = Of("occupancy.minors"), CapacityRegular = Of("capacity.regular"), CapacityEmergency = Of("capacity.emergency"),
        CapacityMunicipal = Of("capacity.municipal"), OverCapacity = Of("occupancy.over-capacity"),
        BreachMunicipal = Of("breach.municipal-stay"), Housed = Of("housed"), HousingWaiting = Of("housing.waiting"),
        HousingWait = Of("housing.wait-weeks"), HousingArrears = Of("housing.arrears"), MovesAtExit = Of("moves.mean-at-exit"),
        MovesTotal = Of("moves.total"), NoShows = Of("no-shows"), Interviews = Of("interviews"),
        DeparturesIndependent = Of("departures.independent"), DeparturesForced = Of("departures.forced"),
        DeparturesUnsupervised = Of("departures.unsupervised"), DublinTransfers = Of("dublin.transfers"), DublinLapsed = Of("dublin.lapsed"),
        ReturnCaseload = Of("return.caseload"), DetentionUsed = Of("detention.places-used"), Appeals = Of("appeals"),
        AppealsPending = Of("appeals.pending"), AppealsWait = Of("appeals.wait-weeks"), AppealsUpheldShare = Of("appeals.upheld-share"),
        DefaultNotices = Of("default-notices"), PenaltiesEuro = Of("penalties.euro"), WorkloadInd = Of("workload.ind.fte"),
        WorkloadCourts = Of("workload.courts.fte"), WorkloadCoa = Of("workload.coa.fte"), WorkloadDtv = Of("workload.dtv.fte"),
        WorkloadHomes = Of("workload.municipalities.homes"), CostReception = Of("cost.reception.euro"), CostStaff = Of("cost.staff.euro"),
        CostOda = Of("cost.oda.euro"), CostTotal = Of("cost.total.euro"), WorkPermits = Of("work-permits"), Permits = Of("permits"),
        UnknownDepartures = Of("unknown-departures"), MovesShare1 = Of("moves.share-1"), MovesShare2 = Of("moves.share-2"),
        MovesShare3 = Of("moves.share-3"), MovesShare4 = Of("moves.share-4-or-more"),
        StayAtExit = Of("stay.weeks-at-exit"), StayAfter1 = Of("stay.weeks.moves-1"), OccupancyExternal = Of("occupancy.external"),
        SitesRegular = Of("sites.regular"), SitesEmergency = Of("sites.emergency"), InflowMinors = Of("inflow.minors"),
        DecisionsFirst = Of("decisions.first"), GrantRateEurostat = Of("grant-rate.eurostat"),
        InTimeTrack4 = Of("decided-in-time.share.track4"), AdultsLeaving = Of("moves.adults-leaving"),
        ChildrenMoved1 = Of("moves.children.share-1"), ChildrenMoved2 = Of("moves.children.share-2"),
        MinorsMoved1 = Of("moves.minors.share-1"), MinorsMoved2 = Of("moves.minors.share-2"),
        ReturnFromInd = Of("return-inflow.from-ind"), ReturnFromPolice = Of("return-inflow.from-police"),
        ReturnFromBorder = Of("return-inflow.from-border"), ReturnFromOther = Of("return-inflow.other"),
        DublinRequests = Of("dublin.requests"), DublinAccepted = Of("dublin.accepted");

    /// <summary>Numbers of moves for which the stay is told apart: one up to this.</summary>
    public const int StayByMoves = 6;

    /// <summary>Not a series: an application taken up again after a lapsed transfer is no new inflow.</summary>
    public const int FlowOver = -1;

    private static int Of(string id) => SeriesCatalogue.IndexOf(id);
}
