using Schakel.Norms;
using Schakel.Norms.Registration;

namespace Schakel.Chain.Records;

/// <summary>What somebody wants corrected (te verbeteren gegeven).</summary>
public enum CorrectionSubject
{
    /// <summary>Names (namen).</summary>
    Names = 0,
    /// <summary>Date of birth (geboortedatum).</summary>
    Birth,
    /// <summary>Nationality (nationaliteit).</summary>
    Nationality,
    /// <summary>Language (taal).</summary>
    Language,
    /// <summary>Who belongs to the family (gezin).</summary>
    Family,
    /// <summary>Something that happened, or the day of it (gebeurtenis).</summary>
    Happening,
    /// <summary>Something else (iets anders).</summary>
    Other,
}

/// <summary>Why a request to correct is refused (grond van afwijzing).</summary>
public enum CorrectionRefusal
{
    /// <summary>What is recorded is right (gegeven is juist).</summary>
    IsRight = 0,
    /// <summary>What is right could not be established (niet vast te stellen).</summary>
    NotEstablished,
    /// <summary>It is a judgement or a report, to which one's own view can be added (oordeel of verslag).</summary>
    Judgement,
    /// <summary>Another register says so and must correct it first (ander register).</summary>
    OtherRegister,
}

/// <summary>A request to correct (verzoek om rectificatie). What it says is in its event, not here.</summary>
/// <param name="Number">Number on this file, from 1.</param>
/// <param name="Subject">What is to be corrected.</param>
/// <param name="On">The day it came in.</param>
/// <param name="Granted">Granted or refused; absent as long as it is undecided.</param>
/// <param name="IsCarriedOut">It was granted, and the correction was recorded.</param>
public sealed record CorrectionRequest(int Number, CorrectionSubject Subject, Day On, bool? Granted, bool IsCarriedOut);

/// <summary>Ask to correct what is recorded about one (rectificatie vragen; AVG 16), by the person, lawyer or guardian.</summary>
/// <param name="Subject">What is to be corrected.</param>
/// <param name="Text">What is wrong, and what is right.</param>
public sealed record RequestCorrection(CorrectionSubject Subject, string Text) : RecordsCommand;

/// <summary>
/// Decide on such a request (beslissen op rectificatie; AVG 12(3)). Granted, the correction itself is recorded after it: by
/// <see cref="CorrectRecord"/>, or by the commands of the room of what was wrong. Refused, with a ground and how to object.
/// </summary>
/// <param name="By">Custodian of the records.</param>
/// <param name="Number">Which request.</param>
/// <param name="Ground">Why it is refused; absent when it is granted.</param>
public sealed record DecideCorrection(Official By, int Number, CorrectionRefusal? Ground = null) : RecordsCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.RecordsOfficer;
}

/// <summary>A correction was asked for (rectificatie gevraagd).</summary>
/// <param name="Number">Number on this file.</param>
/// <param name="Subject">What is to be corrected.</param>
/// <param name="Text">What is wrong, and what is right: for the custodian of the records alone.</param>
[EventName("correction-requested", 1)]
public sealed record CorrectionRequested(
    [Category(DataCategory.None)] int Number,
    [Category(DataCategory.Identity)] CorrectionSubject Subject,
    [Category(DataCategory.Correspondence)] string Text) : RecordsEvent, IWrittenTo
{
    /// <inheritdoc/>
    OfficialRoles IWrittenTo.Reader => OfficialRoles.RecordsOfficer;
}

/// <summary>The request was decided on (op rectificatie beslist).</summary>
/// <param name="Number">Which request.</param>
/// <param name="Granted">Granted; otherwise refused.</param>
/// <param name="Ground">Why it was refused.</param>
/// <param name="By">Who decided.</param>
[EventName("correction-decided", 1)]
public sealed record CorrectionDecided(
    [Category(DataCategory.None)] int Number,
    [Category(DataCategory.Identity)] bool Granted,
    [Category(DataCategory.Identity)] CorrectionRefusal? Ground,
    [Category(DataCategory.None)] Official By) : RecordsEvent;

/// <summary>Requests to correct (verzoeken om rectificatie): decided within a month, and carried out by a new event.</summary>
public static class CorrectionRequests
{
    /// <summary>The norm of the month.</summary>
    public const string Norm = "own-acts.correction";

    /// <summary>Most requests that wait for a decision at once.</summary>
    internal const int MostOpen = 5;

    /// <summary>Nothing is said.</summary>
    public static readonly Refusal Empty = new(
        "correction-request.empty", "fact",
        "Schrijf op wat er niet klopt en wat het moet zijn.",
        "Write down what is wrong and what it should be.");

    /// <summary>Too many words.</summary>
    public static readonly Refusal TooLong = new(
        "correction-request.too-long", "fact",
        "Schrijf het op in ten hoogste duizend tekens.",
        "Write it down in a thousand characters at most.");

    /// <summary>Many wait already.</summary>
    public static readonly Refusal TooMany = new(
        "correction-request.too-many", "fact",
        "Er wachten al vijf verzoeken op een beslissing.",
        "Five requests wait for a decision already.");

    /// <summary>No such request.</summary>
    public static readonly Refusal None = new(
        "correction-request.none", "fact",
        "Dit dossier heeft geen verzoek om verbetering met dit nummer.",
        "This file has no request to correct with this number.");

    /// <summary>Decided before.</summary>
    public static readonly Refusal AlreadyDecided = new(
        "correction-request.already-decided", "AVG 16",
        "Op dit verzoek is al beslist; daartegen staat bezwaar open.",
        "This request has been decided on already; an objection can be made to that.");

    internal static Decision Decide(CaseFile file, RequestCorrection command) =>
        Written.IsEmpty(command.Text) ? Empty
        : Written.IsTooLong(command.Text) ? TooLong
        : !CanAsk(file.Records) ? TooMany
        : new CorrectionRequested(file.Records.Requests.Count + 1, command.Subject, command.Text);

    internal static Decision Decide(CaseFile file, DecideCorrection command, Law law, Day today) =>
        Find(file.Records, command.Number) is not { } request ? None
        : request.Granted is not null ? AlreadyDecided
        : Decision.Of(
            new CorrectionDecided(command.Number, command.Ground is null, command.Ground, command.By),
            DecideBy(law, request.On) is var last && today > last ? new BreachRecorded(Norm, last) : null);

    internal static bool CanAsk(RecordsState state)
    {
        var open = 0;
        foreach (var request in state.Requests)
        {
            open += request.Granted is null ? 1 : 0;
        }
        return open < MostOpen;
    }

    /// <summary>A request waits for a decision, or for the correction that was granted.</summary>
    internal static bool IsWaiting(RecordsState state) =>
        state.Requests.Exists(request => request.Granted is null || request is { Granted: true, IsCarriedOut: false });

    internal static Day DecideBy(Law law, Day asked)
    {
        var none = default(NoTrace);
        return OwnActs.CorrectionBy(law, asked, ref none);
    }

    internal static RecordsState Decided(RecordsState state, CorrectionDecided decided) => state with
    {
        Requests = state.Requests.SetItem(decided.Number - 1, state.Requests[decided.Number - 1] with { Granted = decided.Granted }),
    };

    /// <summary>A correction was recorded: it carries out the request that was granted first and waits for it.</summary>
    /// <param name="state">The requests.</param>
    /// <param name="ofIdentity">Only who somebody is was corrected.</param>
    internal static RecordsState CarriedOut(RecordsState state, bool ofIdentity = false)
    {
        foreach (var request in state.Requests)
        {
            if (request is { Granted: true, IsCarriedOut: false } && (!ofIdentity || request.Subject <= CorrectionSubject.Language))
            {
                return state with { Requests = state.Requests.SetItem(request.Number - 1, request with { IsCarriedOut = true }) };
            }
        }
        return state;
    }

    private static CorrectionRequest? Find(RecordsState state, int number) =>
        number >= 1 && number <= state.Requests.Count ? state.Requests[number - 1] : null;
}

/// <summary>Requests to correct: what lies ahead (rectificatie).</summary>
public static class CorrectionSteps
{
    /// <summary>Ask to correct what is recorded.</summary>
    public static readonly StepType Ask = new(
        "request-correction", "AVG 16", Party.Applicant, typeof(RequestCorrection), StepForce.Right,
        "Vragen om verbetering van gegevens", "Ask to correct what is recorded");

    /// <summary>Decide on the request.</summary>
    public static readonly StepType Decide = new(
        "decide-correction", CorrectionRequests.Norm, Party.RecordsOffice, typeof(DecideCorrection), StepForce.Due,
        "Beslissen op het verzoek om gegevens te verbeteren", "Decide on the request to correct what is recorded");

    /// <summary>Record the correction that was granted.</summary>
    public static readonly StepType CarryOut = new(
        "carry-out-correction", "AVG 16", Party.RecordsOffice, typeof(CorrectRecord), StepForce.Due,
        "De toegekende verbetering vastleggen", "Record the correction that was granted");

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        foreach (var request in file.Records.Requests)
        {
            if (request.Granted is null)
            {
                ahead.Add(new NextStep(Decide, null, CorrectionRequests.DecideBy(law, request.On)) { Number = request.Number });
            }
            else if (request is { Granted: true, IsCarriedOut: false })
            {
                ahead.Add(new NextStep(CarryOut, null, null) { Number = request.Number });
            }
        }
        if (CorrectionRequests.CanAsk(file.Records))
        {
            ahead.Add(Ask);
        }
    }
}
