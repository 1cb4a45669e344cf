namespace Schakel.Rehearsal.Model;

/// <summary>How a household came (soort binnenkomst).</summary>
public enum HouseholdKind : byte
{
    /// <summary>First application, by adults with or without children.</summary>
    First,
    /// <summary>First application by an unaccompanied minor.</summary>
    UnaccompaniedMinor,
    /// <summary>Subsequent application by people known from before the rehearsal.</summary>
    Subsequent,
    /// <summary>Relatives who join a permit holder.</summary>
    Family,
    /// <summary>Resettled refugees.</summary>
    Resettled,
    /// <summary>Found by police or border police; never an applicant in the rehearsal.</summary>
    ReturnOnly,
}

/// <summary>Where a household stands in the chain (stand).</summary>
public enum Stage : byte
{
    /// <summary>Relatives abroad, or not yet arrived.</summary>
    Abroad,
    /// <summary>Arrived, waiting to be registered.</summary>
    AwaitingRegistration,
    /// <summary>Registered, track not yet confirmed.</summary>
    Registered,
    /// <summary>Track 4, waiting to be planned.</summary>
    AwaitingInterview,
    /// <summary>Invited for an interview.</summary>
    InterviewPlanned,
    /// <summary>In the general procedure's days.</summary>
    GeneralProcedure,
    /// <summary>Extended procedure or remitted, waiting for a decision.</summary>
    AwaitingDecision,
    /// <summary>Intention issued, waiting for the view.</summary>
    AwaitingView,
    /// <summary>Track 1, request not yet sent.</summary>
    DublinAwaitingRequest,
    /// <summary>Track 1, waiting for the reply.</summary>
    DublinAwaitingReply,
    /// <summary>Track 1, accepted, waiting for the decision or the transfer.</summary>
    DublinAccepted,
    /// <summary>Rejected, appeal pending.</summary>
    AwaitingRuling,
    /// <summary>Rejected finally, departure period running.</summary>
    DeparturePeriod,
    /// <summary>Return file open.</summary>
    Returning,
    /// <summary>Permit holder waiting for a home.</summary>
    AwaitingHome,
    /// <summary>Housed.</summary>
    Housed,
    /// <summary>Left with unknown destination.</summary>
    Gone,
    /// <summary>Departed or transferred.</summary>
    Departed,
    /// <summary>Tolerated, and living outside reception.</summary>
    Tolerated,
}

/// <summary>Facts about a household that are true or not.</summary>
[Flags]
public enum Marks
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>An application is open.</summary>
    ApplicationOpen = 1,
    /// <summary>Interviewed on the open application.</summary>
    Interviewed = 2,
    /// <summary>In the extended procedure.</summary>
    Extended = 4,
    /// <summary>Holds a permit.</summary>
    Permit = 8,
    /// <summary>A court ordered a decision.</summary>
    CourtOrdered = 16,
    /// <summary>A move to another site was announced.</summary>
    MoveAnnounced = 32,
    /// <summary>Absconded: the eighteen-month transfer period was notified.</summary>
    Absconded = 64,
    /// <summary>The decision to be made follows an annulled one.</summary>
    Remitted = 128,
    /// <summary>Within the first twelve months of reception (ODA).</summary>
    FirstYear = 256,
    /// <summary>Relatives abroad are in the reunification queue.</summary>
    AwaitsFamily = 512,
    /// <summary>In detention.</summary>
    Detained = 1024,
    /// <summary>Applied at the border.</summary>
    Border = 2048,
    /// <summary>A notice of default was received for the open application.</summary>
    Noticed = 4096,
    /// <summary>Listed for a better place.</summary>
    OnMoveList = 8192,
    /// <summary>An appeal is pending.</summary>
    AppealPending = 16384,
    /// <summary>Stays beyond the limit of a municipal site.</summary>
    BeyondMunicipalLimit = 32768,
    /// <summary>The household's next decision will be a grant if the bar stands where it stood at entry.</summary>
    Listed = 65536,
    /// <summary>Taken over from the stock at the start.</summary>
    TakenOver = 131072,
    /// <summary>A return file is open.</summary>
    ReturnFile = 262144,
    /// <summary>Counted as waiting for a home.</summary>
    CountedWaiting = 524288,
    /// <summary>Asked for the relatives abroad to join.</summary>
    FamilyAsked = 1048576,
    /// <summary>Holds subsidiary protection and appeals for refugee status.</summary>
    StatusAppeal = 2097152,
    /// <summary>Cannot leave, and is tolerated.</summary>
    Tolerated = 4194304,
    /// <summary>The application was withdrawn before the rehearsal.</summary>
    Withdrawn = 8388608,
    /// <summary>The decision period stands still (opgeschort; Awb 4:15). Assumption: nobody lets it run again during the rehearsal.</summary>
    TermStandsStill = 16777216,
    /// <summary>Asked for help to go before the rehearsal (hulp bij terugkeer): no departure moratorium stands in the way of preparing it.</summary>
    WantsToGo = 33554432,
}

/// <summary>One household in the simulation; its members move together. A plain struct: the nation is an array of these.</summary>
public struct Household
{
    /// <summary>Stable identity, the same in every variant.</summary>
    public ulong Key;

    /// <summary>Index of the first member; members stand side by side.</summary>
    public int First;

    /// <summary>Number of members, at least one.</summary>
    public byte Count;

    /// <summary>Adults among them.</summary>
    public byte Adults;

    /// <summary>Nationality group.</summary>
    public byte Group;

    /// <summary>How it came.</summary>
    public HouseholdKind Kind;

    /// <summary>Where it stands.</summary>
    public Stage Stage;

    /// <summary>Track 1–5; 0 before it is confirmed.</summary>
    public byte Track;

    /// <summary>Ordinal of the application, from 1.</summary>
    public byte Application;

    /// <summary>Moves between sites since the first placement.</summary>
    public byte Moves;

    /// <summary>Relatives abroad who may follow.</summary>
    public byte Relatives;

    /// <summary>Times that a decision was to be made: a new application or a remittal is a new round, with chances of its own.</summary>
    public byte Round;

    /// <summary>Interviews missed.</summary>
    public byte NoShows;

    /// <summary>Site, or -1.</summary>
    public short Site;

    /// <summary>Municipality of a home, or -1.</summary>
    public short Municipality;

    /// <summary>Facts that are true or not.</summary>
    public Marks Marks;

    /// <summary>Day on which protection was asked for (epoch day).</summary>
    public int Made;

    /// <summary>Day on which the application was lodged.</summary>
    public int Lodged;

    /// <summary>Last day of the decision period; of one that stands still <see cref="Procedure.Decisions.NoLastDay"/>.</summary>
    public int Due;

    /// <summary>Days by which the live file's last day differs from the general computation: a suspension or extension of this one case.</summary>
    public int TermShift;

    /// <summary>Day of the next interview, or of the last one.</summary>
    public int InterviewDay;

    /// <summary>Day on which the stage began.</summary>
    public int Since;

    /// <summary>Day of the last decision.</summary>
    public int Decided;

    /// <summary>Day on which the permit was issued.</summary>
    public int PermitDay;

    /// <summary>Day of the last placement or move.</summary>
    public int PlacedDay;

    /// <summary>Day on which the present stay in reception began.</summary>
    public int ReceptionSince;

    /// <summary>Last day of a running legal period (view, transfer, court order, departure).</summary>
    public int PeriodEnd;

    /// <summary>Day from which the decision period counts: lodging, or the day the Netherlands became responsible.</summary>
    public int TermFrom;

    /// <summary>Last day of the departure moratorium that the live file is under (vertrekmoratorium); 0 without one. A measure's is in the parameters.</summary>
    public int MoratoriumThrough;

    /// <summary>Day on which notice was given that the decision is late; 0 when it was not, or before the rehearsal.</summary>
    public int NoticeOn;

    /// <summary>Day on which a court ordered a decision.</summary>
    public int OrderedOn;

    /// <summary>Last day of the term a court gave.</summary>
    public int OrderedBy;

    /// <summary>Day on which notice was given that the relatives' request is late; 0 when it was not.</summary>
    public int FamilyNoticeOn;

    /// <summary>Day of the last enrolment of the children in a school; 0 before it.</summary>
    public int EnrolledOn;

    /// <summary>Day of the next talk on departure; 0 before one is planned.</summary>
    public int TalkOn;

    /// <summary>Milestones of guidance that were reached, one bit each.</summary>
    public uint Reached;

    /// <summary>Household of the sponsor, or -1.</summary>
    public int Sponsor;

    /// <summary>Next household in a municipality's line, or -1.</summary>
    public int NextInLine;

    /// <summary>Outcome decided on, to be made known when its step comes.</summary>
    public sbyte Outcome;

    /// <summary>Whether a mark is set.</summary>
    public readonly bool Has(Marks mark) => (Marks & mark) != 0;

    /// <summary>Sets or clears a mark.</summary>
    public void Mark(Marks mark, bool on) => Marks = on ? Marks | mark : Marks & ~mark;
}
