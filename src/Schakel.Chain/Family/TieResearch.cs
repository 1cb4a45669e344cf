using System.Numerics;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>How a family tie is looked into (onderzoek naar de gezinsband).</summary>
[Flags]
public enum TieResearchMeans
{
    /// <summary>Not at all.</summary>
    None = 0,
    /// <summary>A DNA test (DNA-onderzoek).</summary>
    Dna = 1 << 0,
    /// <summary>An interview that identifies a relative (identificerend gehoor).</summary>
    Interview = 1 << 1,
}

/// <summary>Ask the sponsor to complete the request for family reunification (herstel verzuim, Awb 4:5; stukken opvragen). The decision period stands still.</summary>
/// <param name="By">Decision officer.</param>
/// <param name="CompleteBy">Last day to answer, inclusive.</param>
public sealed record AskReunificationDocuments(Official By, Day CompleteBy) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>Receive the documents that were asked for (stukken ontvangen).</summary>
public sealed record ReceiveReunificationDocuments : FamilyCommand;

/// <summary>Begin research into the tie with a relative abroad (onderzoek beginnen).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Means">How: one.</param>
/// <param name="Consented">For a DNA test: whoever is tested agreed in writing. A refusal is no ground for anything (red line 7).</param>
public sealed record BeginTieResearch(Official By, TieResearchMeans Means, bool Consented) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>Conclude that research (onderzoek afronden). What it found is weighed in the decision.</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Means">How: one.</param>
/// <param name="Result">What it found.</param>
public sealed record ConcludeTieResearch(Official By, TieResearchMeans Means, TieResearchResult Result) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>What research into a tie found (uitkomst onderzoek).</summary>
public enum TieResearchResult
{
    /// <summary>Nothing either way, or it was not taken up (geen uitkomst).</summary>
    Inconclusive = 0,
    /// <summary>It supports the tie (bevestigt).</summary>
    Supports,
    /// <summary>It contradicts the tie (weerspreekt).</summary>
    Contradicts,
}

/// <summary>Completion of a request for family reunification was asked (stukken gevraagd).</summary>
/// <param name="CompleteBy">Last day to answer, inclusive.</param>
[EventName("reunification-documents-asked", 1)]
public sealed record ReunificationDocumentsAsked([Category(DataCategory.Family)] Day CompleteBy) : FamilyEvent;

/// <summary>The documents came in (stukken ontvangen).</summary>
[EventName("reunification-documents-received", 1)]
public sealed record ReunificationDocumentsReceived : FamilyEvent;

/// <summary>Research into a tie began (onderzoek begonnen).</summary>
/// <param name="Means">How.</param>
[EventName("tie-research-begun", 1)]
public sealed record TieResearchBegun([Category(DataCategory.Family)] TieResearchMeans Means) : FamilyEvent;

/// <summary>Research into a tie was concluded (onderzoek afgerond).</summary>
/// <param name="Means">How.</param>
/// <param name="Result">What it found.</param>
[EventName("tie-research-concluded", 1)]
public sealed record TieResearchConcluded(
    [Category(DataCategory.Family)] TieResearchMeans Means,
    [Category(DataCategory.Family)] TieResearchResult Result) : FamilyEvent;

/// <summary>Documents and research on a request for family reunification (onderzoek nareis).</summary>
public static class TieResearch
{
    /// <summary>Asked before, and not answered.</summary>
    public static readonly Refusal AlreadyAsked = new(
        "reunification-documents.already-asked", "Awb 4:5",
        "Er is al om aanvulling gevraagd.",
        "Completion has been asked for already.");

    /// <summary>No time to answer.</summary>
    public static readonly Refusal NoTime = new(
        "reunification-documents.no-time", "Awb 4:5",
        "Wie moet aanvullen, krijgt daarvoor ten minste tot na vandaag ({0}).",
        "Whoever has to complete a request is given time beyond today ({0}).");

    /// <summary>Nothing was asked.</summary>
    public static readonly Refusal NotAsked = new(
        "reunification-documents.not-asked", "fact",
        "Er is niet om aanvulling gevraagd.",
        "Completion was not asked for.");

    /// <summary>One kind at a time.</summary>
    public static readonly Refusal NotOneMeans = new(
        "tie-research.not-one", "fact",
        "Noem één soort onderzoek.",
        "Name one kind of research.");

    /// <summary>No DNA test without consent.</summary>
    public static readonly Refusal NoConsent = new(
        "tie-research.no-consent", "AVG 9",
        "Zonder schriftelijke toestemming is er geen DNA-onderzoek; een weigering telt voor niets mee.",
        "Without written consent there is no DNA test; a refusal counts for nothing.");

    /// <summary>Goes on already.</summary>
    public static readonly Refusal AlreadyBegun = new(
        "tie-research.already-begun", "fact",
        "Dit onderzoek loopt al.",
        "This research goes on already.");

    /// <summary>Does not go on.</summary>
    public static readonly Refusal NotBegun = new(
        "tie-research.not-begun", "fact",
        "Dit onderzoek loopt niet.",
        "This research does not go on.");

    internal static Decision Decide(CaseFile file, AskReunificationDocuments command, Day today) =>
        !file.Family.Pending ? Reunification.NotRequested
        : file.Family.CompletionAskedOn is not null ? AlreadyAsked
        : command.CompleteBy <= today ? NoTime.On(today)
        : new ReunificationDocumentsAsked(command.CompleteBy);

    /// <summary>Late documents are received too: what came in before the decision is weighed.</summary>
    internal static Decision Receive(CaseFile file, Day today) =>
        !file.Family.Pending ? Reunification.NotRequested
        : file.Family.CompletionAskedOn is not { } asked || asked > today ? NotAsked
        : new ReunificationDocumentsReceived();

    internal static Decision Decide(CaseFile file, BeginTieResearch command) =>
        !file.Family.Pending ? Reunification.NotRequested
        : !IsOne(command.Means) ? NotOneMeans
        : command.Means == TieResearchMeans.Dna && !command.Consented ? NoConsent
        : (file.Family.Researching & command.Means) != 0 ? AlreadyBegun
        : new TieResearchBegun(command.Means);

    internal static Decision Decide(CaseFile file, ConcludeTieResearch command) =>
        !IsOne(command.Means) ? NotOneMeans
        : (file.Family.Researching & command.Means) == 0 ? NotBegun
        : new TieResearchConcluded(command.Means, command.Result);

    private static bool IsOne(TieResearchMeans means) => BitOperations.PopCount((uint)means) == 1 && Enum.IsDefined(means);
}
