using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>Defer entry and impose border detention (uitstel van toegang, grensdetentie; Vw 3(3), 6).</summary>
/// <param name="By">Officer of the Marechaussee.</param>
public sealed record DeferEntry(Official By) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.BorderGuard;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>End the border procedure into the open one (toegang verlenen).</summary>
/// <param name="By">Officer; the clock when entry follows by operation of law.</param>
/// <param name="ByOperationOfLaw">The four weeks are over without a decision.</param>
public sealed record GrantEntry(Official By, bool ByOperationOfLaw) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.BorderGuard | OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public bool ByLaw => ByOperationOfLaw;
}

/// <summary>Entry was deferred and border detention imposed (toegang uitgesteld).</summary>
/// <param name="By">Who decided.</param>
[EventName("entry-deferred", 1)]
public sealed record EntryDeferred([Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>Entry was granted (toegang verleend).</summary>
/// <param name="ByOperationOfLaw">Because the four weeks were over.</param>
[EventName("entry-granted", 1)]
public sealed record EntryGranted([Category(DataCategory.Procedure)] bool ByOperationOfLaw) : ProcedureEvent;

/// <summary>The border procedure (grensprocedure).</summary>
public static class Border
{
    /// <summary>Did not ask at the border.</summary>
    public static readonly Refusal NotAtBorder = new(
        "border.not-at-border", "Vw 3",
        "De grensprocedure is er alleen voor wie aan de buitengrens om bescherming vroeg.",
        "The border procedure is only for someone who asked for protection at the outer border.");

    /// <summary>No border detention for minors.</summary>
    public static readonly Refusal Minor = new(
        "border.minor", "border-procedure",
        "Een minderjarige wordt niet aan de grens vastgehouden.",
        "A minor is not detained at the border.");

    /// <summary>No border detention for a family with minors.</summary>
    public static readonly Refusal FamilyWithMinors = new(
        "border.family-with-minors", "border-procedure",
        "Een gezin met minderjarige kinderen wordt niet aan de grens vastgehouden.",
        "A family with minor children is not detained at the border.");

    /// <summary>Deferred before.</summary>
    public static readonly Refusal AlreadyDeferred = new(
        "border.already-deferred", "Vw 3",
        "De toegang is al uitgesteld, of al verleend.",
        "Entry has been deferred, or granted, already.");

    /// <summary>No border procedure runs.</summary>
    public static readonly Refusal NotDeferred = new(
        "border.not-deferred", "Vw 3",
        "Er loopt geen grensprocedure.",
        "No border procedure is running.");

    internal static Decision Decide(CaseFile file, Household household, DeferEntry command, Day today) =>
        !file.Registration.AtBorder ? NotAtBorder
        : file.Procedure.Border is not null ? AlreadyDeferred
        : Registration.Age.IsMinor(file.Registration.Born, today) ? Minor
        : household.HasMinorOn(today) ? FamilyWithMinors
        : new EntryDeferred(command.By);

    /// <summary>Where the procedure is run: every day counts as long as entry is deferred at Schiphol.</summary>
    internal static Centre CentreOf(CaseFile file) =>
        file.Procedure.Border is { EnteredOn: null } ? Centre.Schiphol : Centre.Land;

    internal static Decision Decide(CaseFile file, GrantEntry command, Law law, Day today)
    {
        _ = (law, today);
        return file.Procedure.Border is not { EnteredOn: null } ? NotDeferred
            : new EntryGranted(command.ByOperationOfLaw);
    }
}
