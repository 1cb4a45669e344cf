using Schakel.Norms;

namespace Schakel.Chain.Records;

/// <summary>What somebody supplies a document for (waarvoor een document is).</summary>
public enum DocumentSubject
{
    /// <summary>Who one is (identiteit).</summary>
    Identity = 0,
    /// <summary>The journey (reis).</summary>
    Travel,
    /// <summary>The family (gezin).</summary>
    Family,
    /// <summary>Work or education (werk of opleiding).</summary>
    WorkEducation,
    /// <summary>Health: for the health service alone (gezondheid).</summary>
    Health,
    /// <summary>Something else (iets anders).</summary>
    Other,
}

/// <summary>In what form a document is: found in its content, not in its name (bestandsvorm).</summary>
public enum DocumentForm
{
    /// <summary>Pages (PDF).</summary>
    Pdf = 0,
    /// <summary>A photo (JPEG).</summary>
    Jpeg,
    /// <summary>A picture (PNG).</summary>
    Png,
}

/// <summary>What came of a document (wat ermee gebeurde).</summary>
public enum DocumentOutcome
{
    /// <summary>Taken into the file (opgenomen).</summary>
    TakenIn = 0,
    /// <summary>It cannot be read: please again (niet leesbaar).</summary>
    Unreadable,
    /// <summary>It is not needed here; what it is needed for, the person hears at the desk (hier niet nodig).</summary>
    NotNeeded,
}

/// <summary>A document that the person supplied (aangeleverd document). What it is, and its content, stand in its event and on the shelf, not here.</summary>
/// <param name="Number">Number on this file, from 1.</param>
/// <param name="IsOfHealth">It is about health.</param>
/// <param name="On">The day it came in.</param>
/// <param name="Outcome">What came of it; absent when nobody looked yet.</param>
/// <param name="IsTakenBack">The person took it back: nobody is shown it any more.</param>
public sealed record SuppliedDocument(int Number, bool IsOfHealth, Day On, DocumentOutcome? Outcome, bool IsTakenBack)
{
    /// <summary>Somebody has to look at it.</summary>
    public bool IsWaiting => Outcome is null && !IsTakenBack;
}

/// <summary>Supply a document (document aanleveren): voluntary, and nothing follows from not doing it here. Its content is kept before this is done.</summary>
/// <param name="Subject">What for.</param>
/// <param name="Form">In what form its content is.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="Sha256">SHA-256 of its content, in 64 lower-case hexadecimals.</param>
/// <param name="Description">What it is, in the person's own words; may be empty.</param>
public sealed record SupplyDocument(DocumentSubject Subject, DocumentForm Form, int Size, string Sha256, string Description) : RecordsCommand;

/// <summary>Take back a document that was sent by mistake (document terugnemen), as long as it was not taken into the file.</summary>
/// <param name="Number">Which document.</param>
public sealed record TakeBackDocument(int Number) : RecordsCommand;

/// <summary>Look at a document and say what came of it (document bekijken): the immigration service, and the health service for what is about health.</summary>
/// <param name="By">Who looked.</param>
/// <param name="Number">Which document.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record ReviewDocument(Official By, int Number, DocumentOutcome Outcome) : RecordsCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.HealthWorker;
}

/// <summary>A document was supplied (document aangeleverd). All of it belongs to the claim: a passport too is sent to be protected, not to be found.</summary>
/// <param name="Number">Number on this file.</param>
/// <param name="Subject">What for.</param>
/// <param name="Form">In what form its content is.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="Sha256">SHA-256 of its content.</param>
/// <param name="Description">What it is, in the person's own words.</param>
[EventName("document-supplied", 1)]
public sealed record DocumentSupplied(
    [Category(DataCategory.Claim)] int Number,
    [Category(DataCategory.Claim)] DocumentSubject Subject,
    [Category(DataCategory.Claim)] DocumentForm Form,
    [Category(DataCategory.Claim)] int Size,
    [Category(DataCategory.Claim)] string Sha256,
    [Category(DataCategory.Claim)] string Description) : RecordsEvent;

/// <summary>A document about health was supplied (medisch document aangeleverd).</summary>
/// <param name="Number">Number on this file.</param>
/// <param name="Form">In what form its content is.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="Sha256">SHA-256 of its content.</param>
/// <param name="Description">What it is, in the person's own words.</param>
[EventName("health-document-supplied", 1)]
public sealed record HealthDocumentSupplied(
    [Category(DataCategory.Medical)] int Number,
    [Category(DataCategory.Medical)] DocumentForm Form,
    [Category(DataCategory.Medical)] int Size,
    [Category(DataCategory.Medical)] string Sha256,
    [Category(DataCategory.Medical)] string Description) : RecordsEvent;

/// <summary>A document was looked at (document bekeken).</summary>
/// <param name="Number">Which document.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="By">Who looked.</param>
[EventName("document-reviewed", 1)]
public sealed record DocumentReviewed(
    [Category(DataCategory.Claim)] int Number,
    [Category(DataCategory.Claim)] DocumentOutcome Outcome,
    [Category(DataCategory.None)] Official By) : RecordsEvent;

/// <summary>A document about health was looked at (medisch document bekeken).</summary>
/// <param name="Number">Which document.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="By">Who looked.</param>
[EventName("health-document-reviewed", 1)]
public sealed record HealthDocumentReviewed(
    [Category(DataCategory.Medical)] int Number,
    [Category(DataCategory.Medical)] DocumentOutcome Outcome,
    [Category(DataCategory.None)] Official By) : RecordsEvent;

/// <summary>A document was taken back (document teruggenomen): nobody is shown its content any more.</summary>
/// <param name="Number">Which document.</param>
[EventName("document-taken-back", 1)]
public sealed record DocumentTakenBack([Category(DataCategory.Claim)] int Number) : RecordsEvent;

/// <summary>A document about health was taken back (medisch document teruggenomen).</summary>
/// <param name="Number">Which document.</param>
[EventName("health-document-taken-back", 1)]
public sealed record HealthDocumentTakenBack([Category(DataCategory.Medical)] int Number) : RecordsEvent;

/// <summary>Documents that a person supplies (aangeleverde documenten): each is looked at by one function, and the person hears what came of it.</summary>
public static class SuppliedDocuments
{
    /// <summary>Most bytes of a document.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Most documents on a day.</summary>
    public const int MostOnADay = 10;

    /// <summary>Most documents on a file.</summary>
    public const int MostOnAFile = 500;

    /// <summary>Most characters of a description.</summary>
    public const int LongestDescription = 100;

    /// <summary>No content, or too much, or no hash of it.</summary>
    public static readonly Refusal NoFile = new(
        "document.no-file", "fact",
        "Een document is een bestand van ten hoogste 10 megabyte, met zijn SHA-256.",
        "A document is a file of 10 megabytes at most, with its SHA-256.");

    /// <summary>Too many words.</summary>
    public static readonly Refusal TooLong = new(
        "document.too-long", "fact",
        "Schrijf in ten hoogste honderd tekens op wat het is.",
        "Write down what it is in a hundred characters at most.");

    /// <summary>Many came today already.</summary>
    public static readonly Refusal TooMany = new(
        "document.too-many", "fact",
        "U hebt vandaag al tien documenten gestuurd. Stuur morgen de andere, of neem ze mee naar de balie.",
        "You have sent ten documents today already. Send the others tomorrow, or bring them to the desk.");

    /// <summary>No such document.</summary>
    public static readonly Refusal None = new(
        "document.none", "fact",
        "Dit dossier heeft geen document met dit nummer.",
        "This file has no document with this number.");

    /// <summary>It is for another function.</summary>
    public static readonly Refusal NotYours = new(
        "document.not-yours", "AVG 5(1)(f)",
        "Dit document is voor een ander bedoeld.",
        "This document is meant for somebody else.");

    /// <summary>Looked at before.</summary>
    public static readonly Refusal AlreadyReviewed = new(
        "document.already-reviewed", "fact",
        "Dit document is al bekeken.",
        "This document has been looked at already.");

    /// <summary>It is part of the file.</summary>
    public static readonly Refusal TakenIn = new(
        "document.taken-in", "fact",
        "Dit document is al opgenomen in uw dossier. Klopt het niet? Vraag om verbetering, of vraag uw advocaat.",
        "This document has been taken into your file already. Is it wrong? Ask for a correction, or ask your lawyer.");

    /// <summary>Taken back before.</summary>
    public static readonly Refusal TakenBack = new(
        "document.taken-back", "fact",
        "Dit document is teruggenomen door wie het stuurde.",
        "This document was taken back by whoever sent it.");

    internal static Decision Decide(CaseFile file, SupplyDocument command, Day today) =>
        command.Size is < 1 or > MostBytes || !IsHash(command.Sha256) ? NoFile
        : command.Description.Length > LongestDescription ? TooLong
        : !(From(file.Records) <= today) ? TooMany
        : Supplied(file.Records.Documents.Count + 1, command);

    internal static Decision Decide(CaseFile file, TakeBackDocument command) =>
        Find(file.Records, command.Number) is not { } document ? None
        : document.IsTakenBack ? TakenBack
        : document.Outcome == DocumentOutcome.TakenIn ? TakenIn
        : document.IsOfHealth ? new HealthDocumentTakenBack(document.Number) : new DocumentTakenBack(document.Number);

    // Late is late, as with a question: the term is an assumption, and looking is welcome whenever it comes.
    internal static Decision Decide(CaseFile file, ReviewDocument command) =>
        Find(file.Records, command.Number) is not { } document ? None
        : (command.By.Role & ReaderOf(document.IsOfHealth)) == 0 ? NotYours
        : document.IsTakenBack ? TakenBack
        : document.Outcome is not null ? AlreadyReviewed
        : document.IsOfHealth ? new HealthDocumentReviewed(document.Number, command.Outcome, command.By)
        : new DocumentReviewed(document.Number, command.Outcome, command.By);

    /// <summary>First day on which one more may be supplied; the default when it may be today, null when there are enough on this file.</summary>
    internal static Day? From(RecordsState state)
    {
        if (state.Documents.Count >= MostOnAFile)
        {
            return null;
        }
        var (last, sent) = (default(Day), 0);
        foreach (var document in state.Documents)
        {
            (last, sent) = document.On > last ? (document.On, 1) : (last, sent + (document.On == last ? 1 : 0));
        }
        return sent < MostOnADay ? default(Day) : last.PlusDays(1);
    }

    /// <summary>SHA-256 of the content that an event says was supplied; null for every other event.</summary>
    /// <param name="happened">What happened.</param>
    public static string? ContentOf(ChainEvent happened) => happened switch
    {
        DocumentSupplied supplied => supplied.Sha256,
        HealthDocumentSupplied supplied => supplied.Sha256,
        _ => null,
    };

    /// <summary>A document waits for somebody to look.</summary>
    internal static bool IsWaiting(RecordsState state) => state.Documents.Exists(document => document.IsWaiting);

    /// <summary>Documents and what came of them, after an event of theirs; null when it is another event.</summary>
    internal static RecordsState? Evolve(RecordsState state, RecordsEvent happened, Day on) => happened switch
    {
        DocumentSupplied supplied => Added(state, new(supplied.Number, IsOfHealth: false, on, null, IsTakenBack: false)),
        HealthDocumentSupplied supplied => Added(state, new(supplied.Number, IsOfHealth: true, on, null, IsTakenBack: false)),
        DocumentReviewed reviewed => Changed(state, reviewed.Number, document => document with { Outcome = reviewed.Outcome }),
        HealthDocumentReviewed reviewed => Changed(state, reviewed.Number, document => document with { Outcome = reviewed.Outcome }),
        DocumentTakenBack taken => Changed(state, taken.Number, document => document with { IsTakenBack = true }),
        HealthDocumentTakenBack taken => Changed(state, taken.Number, document => document with { IsTakenBack = true }),
        _ => null,
    };

    private static ChainEvent Supplied(int number, SupplyDocument command) => command.Subject == DocumentSubject.Health
        ? new HealthDocumentSupplied(number, command.Form, command.Size, command.Sha256, command.Description)
        : new DocumentSupplied(number, command.Subject, command.Form, command.Size, command.Sha256, command.Description);

    private static OfficialRoles ReaderOf(bool ofHealth) => ofHealth ? OfficialRoles.HealthWorker : OfficialRoles.HearingOfficer;

    private static RecordsState Added(RecordsState state, SuppliedDocument document) => state with { Documents = state.Documents.Add(document) };

    private static RecordsState Changed(RecordsState state, int number, Func<SuppliedDocument, SuppliedDocument> change) =>
        state with { Documents = state.Documents.SetItem(number - 1, change(state.Documents[number - 1])) };

    private static SuppliedDocument? Find(RecordsState state, int number) =>
        number >= 1 && number <= state.Documents.Count ? state.Documents[number - 1] : null;

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
