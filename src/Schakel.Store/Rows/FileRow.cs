using Schakel.Chain;
using Schakel.Chain.Procedure;

namespace Schakel.Store.Rows;

// Days stand in the tables as days since 1970-01-01 (Day.Number), enumerations by number. Nothing here identifies a person or says
// anything of a claim: names, dates of birth and grounds stay sealed in the log.

/// <summary>A person's file as a worklist needs it (dossierregel); written in the transaction of the events.</summary>
public sealed record FileRow
{
    /// <summary>The person.</summary>
    public required long Person { get; init; }

    /// <summary>Version of the file's stream.</summary>
    public required int Version { get; init; }

    /// <summary>Presence: one of <see cref="Presences"/>.</summary>
    public required int Presence { get; init; }

    /// <summary>The household.</summary>
    public required long Household { get; init; }

    /// <summary>The site where the person stays.</summary>
    public int? Site { get; init; }

    /// <summary>Kind of that site: a <see cref="Chain.Reception.Modality"/>.</summary>
    public int? Modality { get; init; }

    /// <summary>Confirmed track: a <see cref="Chain.Procedure.Track"/>.</summary>
    public required int Track { get; init; }

    /// <summary>Where the application stands: an <see cref="ApplicationStatus"/>; absent without application.</summary>
    public int? Application { get; init; }

    /// <summary>Outcome of the decision that stands: a <see cref="DecisionOutcome"/>.</summary>
    public int? Outcome { get; init; }

    /// <summary>Day the application was lodged.</summary>
    public int? LodgedOn { get; init; }

    /// <summary>Day of the interview.</summary>
    public int? InterviewedOn { get; init; }

    /// <summary>Day of the decision.</summary>
    public int? DecidedOn { get; init; }

    /// <summary>Holds a permit.</summary>
    public required bool HasPermit { get; init; }

    /// <summary>An appeal is pending.</summary>
    public required bool AppealPending { get; init; }

    /// <summary>Municipality linked to.</summary>
    public int? Municipality { get; init; }

    /// <summary>Number of the team of the immigration service whose file it is; absent as long as it is not divided.</summary>
    public int? Team { get; init; }

    /// <summary>Lives in a home.</summary>
    public required bool IsHoused { get; init; }

    /// <summary>A return file is open.</summary>
    public required bool ReturnOpen { get; init; }

    /// <summary>Day recorded as gone.</summary>
    public int? GoneOn { get; init; }

    /// <summary>The first day on which something falls due; never "overdue", which depends on the day one looks.</summary>
    public int? NextDue { get; init; }

    /// <summary>The chain's day on which the row was made.</summary>
    public required int AsOf { get; init; }

    /// <summary>Which law: the first 16 hexadecimals of its hash.</summary>
    public required string Law { get; init; }
}

/// <summary>An open next step of a person (openstaande stap); written in the transaction of the events.</summary>
public sealed record StepRow
{
    /// <summary>The person.</summary>
    public required long Person { get; init; }

    /// <summary>Which of the person's steps: a number that goes with the kind of step, and says nothing of their order.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Which step, in kebab case.</summary>
    public required string Code { get; init; }

    /// <summary>Who must or may take it.</summary>
    public required int Party { get; init; }

    /// <summary>First day on which it may be taken.</summary>
    public int? Earliest { get; init; }

    /// <summary>Last day on which it is in time.</summary>
    public int? LastDay { get; init; }

    /// <summary>Last day on which it can be taken at all; after it the row no longer counts.</summary>
    public int? Until { get; init; }

    /// <summary>What it means that it is open: a <see cref="StepKind"/>.</summary>
    public int Force { get; init; }

    /// <summary>Code of the step that must be taken first.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Code of the step that follows by operation of law when the last day passes.</summary>
    public string? Lapses { get; init; }

    /// <summary>Order in a worklist: see <see cref="StepRank"/>.</summary>
    public int Rank { get; init; }

    /// <summary>Day by which it is sorted within its rank.</summary>
    public int SortDay { get; init; }

    /// <summary>Id of the norm that gives the day.</summary>
    public string? Norm { get; init; }

    /// <summary>Which law: the first 16 hexadecimals of its hash.</summary>
    public required string Law { get; init; }
}

/// <summary>A reception site (locatieregel); written in the transaction of the events.</summary>
public sealed record SiteRow
{
    /// <summary>The site.</summary>
    public required int Site { get; init; }

    /// <summary>Version of the site's stream.</summary>
    public required int Version { get; init; }

    /// <summary>Open for residents.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The first day by which something that an inspection found was to be put right, and of which it is not on record that it passed; absent without.</summary>
    public int? RemedyBy { get; init; }

    /// <summary>Slots agreed.</summary>
    public required int Capacity { get; init; }

    /// <summary>Kind of site: a <see cref="Chain.Reception.Modality"/>.</summary>
    public required int Modality { get; init; }

    /// <summary>Residents.</summary>
    public required int Occupancy { get; init; }

    /// <summary>Places that cannot be used; they are no free ones.</summary>
    public required int OutOfUse { get; init; }

    /// <summary>Places that are free and can be used; fewer than none when more people live there.</summary>
    public int Free => Capacity - OutOfUse - Occupancy;
}

/// <summary>An occupied slot (bezette plaats); the key says that a slot has one resident.</summary>
public sealed record SlotRow
{
    /// <summary>The site.</summary>
    public required int Site { get; init; }

    /// <summary>The slot, from 1.</summary>
    public required int Slot { get; init; }

    /// <summary>Who lives there.</summary>
    public required long Person { get; init; }
}
