using Schakel.Norms;

namespace Schakel.Chain.Records;

/// <summary>What was wrong with an event (grond van de correctie).</summary>
public enum CorrectionGround
{
    /// <summary>It did not happen (niet gebeurd).</summary>
    NotHappened = 0,
    /// <summary>It happened on another day (andere dag).</summary>
    OtherDay,
    /// <summary>It happened to somebody else (andere persoon).</summary>
    OtherPerson,
    /// <summary>It happened, and a field of it is wrong (gegeven onjuist).</summary>
    WrongContent,
}

/// <summary>
/// Correct an event of this file by a new one (corrigeren; AVG 16). Nothing is erased, and no state is recomputed from a correction: what
/// the right course of things brings about is done by the commands of its own room.
/// </summary>
/// <param name="By">Custodian of the records.</param>
/// <param name="Event">Number of the event on this file, from 1.</param>
/// <param name="Ground">What was wrong.</param>
/// <param name="HappenedOn">The right day, for <see cref="CorrectionGround.OtherDay"/> only.</param>
public sealed record CorrectRecord(Official By, int Event, CorrectionGround Ground, Day? HappenedOn = null) : RecordsCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.RecordsOfficer;
}

/// <summary>An earlier event of this file was corrected (gecorrigeerd). It stays where it is.</summary>
/// <param name="Event">Its number on this file, from 1.</param>
/// <param name="Ground">What was wrong.</param>
/// <param name="HappenedOn">The right day, when that was wrong.</param>
/// <param name="By">Who corrected.</param>
[EventName("record-corrected", 1)]
public sealed record RecordCorrected(
    [Category(DataCategory.None)] int Event,
    [Category(DataCategory.Procedure)] CorrectionGround Ground,
    [Category(DataCategory.Procedure)] Day? HappenedOn,
    [Category(DataCategory.None)] Official By) : RecordsEvent;

/// <summary>Corrections (correcties): recorded, visible, never erasing.</summary>
public static class Corrections
{
    /// <summary>The file has no such event.</summary>
    public static readonly Refusal NoSuchEvent = new(
        "record-correction.no-such-event", "fact",
        "Dit dossier heeft geen gebeurtenis met dit nummer.",
        "This file has no event with this number.");

    /// <summary>Corrected before.</summary>
    public static readonly Refusal AlreadyCorrected = new(
        "record-correction.already-corrected", "AVG 16",
        "Deze gebeurtenis is al gecorrigeerd; corrigeer die correctie.",
        "This event has been corrected already; correct that correction.");

    /// <summary>The right day is missing, or given without need.</summary>
    public static readonly Refusal DayDoesNotFit = new(
        "record-correction.day-does-not-fit", "fact",
        "De juiste dag hoort bij een verkeerde dag, en alleen daarbij.",
        "The right day goes with a wrong day, and with nothing else.");

    /// <summary>The right day lies in the future.</summary>
    public static readonly Refusal InTheFuture = new(
        "record-correction.in-the-future", "fact",
        "Iets kan niet na vandaag ({0}) zijn gebeurd.",
        "Nothing can have happened after today ({0}).");

    internal static Decision Decide(CaseFile file, CorrectRecord command, Day today) =>
        command.Event < 1 || command.Event > file.Events ? NoSuchEvent
        : file.Records.Corrected.ContainsKey(command.Event) ? AlreadyCorrected
        : command.HappenedOn is not null != (command.Ground == CorrectionGround.OtherDay) ? DayDoesNotFit
        : command.HappenedOn > today ? InTheFuture.On(today)
        : new RecordCorrected(command.Event, command.Ground, command.HappenedOn, command.By);
}
