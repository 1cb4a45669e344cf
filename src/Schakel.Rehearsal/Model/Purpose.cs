namespace Schakel.Rehearsal.Model;

/// <summary>
/// What a chance is drawn for. Each (person, purpose, occurrence) has its own number, whatever else happens, so that the same people
/// live in baseline and variant. A number is never given to another purpose.
/// </summary>
internal static class Purpose
{
    public const int Parameter = 1, InflowLevel = 2, InflowGroupLevel = 3, Arrival = 4, ArrivalMinute = 5, Composition = 6, Age = 7,
        Border = 8, DublinIndication = 9, SafeCountry = 10, RegistrationDelay = 11, EvidentGrant = 12,
        Selection = 20, InterviewLead = 21, InterviewMinute = 22, NoShow = 23, NoShowCause = 24, Grant = 25, GrantGround = 26,
        ExtendedProcedure = 27, ViewDelay = 28, DecisionDelay = 29, Complexity = 30, Withdraw = 31, Leave = 32, LeaveDelay = 33,
        Remittal = 34, Moratorium = 35, Amnesty = 36, Written = 37,
        ClaimDelay = 40, ReplyDelay = 41, ReplyAccepted = 42, DublinFate = 43, TransferDelay = 44, Reappear = 45, TakeBack = 46,
        Notice = 50, NoticeDelay = 51, CourtOrder = 52, CourtOrderDelay = 53,
        Appeal = 60, AppealDelay = 61, Upheld = 62, StatusAppeal = 63, StatusUpheld = 64,
        Site = 70, MoveHazard = 71, Contract = 72, SiteSize = 73, SiteLead = 74, Renewal = 75, OwnHome = 76, SiteMunicipality = 77, StayPut = 78,
        Work = 80, WorkDelay = 81,
        LinkDelay = 90, LinkChoice = 91, HomeDelay = 92,
        ReturnFate = 100, ReturnDelay = 101, TravelDocument = 102, TravelDocumentDelay = 103, Subsequent = 104, SubsequentDelay = 105,
        ReturnInflow = 106, Tolerated = 107, DepartureMoratorium = 108,
        FamilyRequest = 110, FamilySize = 111, FamilyDelay = 112, FamilyGrant = 113, FamilyTravel = 114, FamilyBed = 115, FamilyConditions = 116,
        StockStage = 120, StockAge = 121, StockGroup = 122, StockSite = 123, StockOther = 124,
        Milestone = 130, MilestoneShare = 131,
        LiveGroup = 140, LiveShare = 141, LiveLag = 142, LiveSite = 143;
}
