using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain.Partners;
using Schakel.Norms;

namespace Schakel.Chain.Policy;

/// <summary>Where a work instruction comes from (aanleiding).</summary>
public enum InstructionSource
{
    /// <summary>A ruling (uitspraak), by its ECLI.</summary>
    Ruling = 0,
    /// <summary>A country report (ambtsbericht), by its reference.</summary>
    Report,
    /// <summary>The policy (landenbeleid), by the number of its version.</summary>
    Policy,
}

/// <summary>Where a work instruction stands (stand van een werkinstructie).</summary>
public enum InstructionStatus
{
    /// <summary>Drafted (concept).</summary>
    Draft = 0,
    /// <summary>Adopted (vastgesteld).</summary>
    Adopted,
    /// <summary>Withdrawn, as a draft or after it held (ingetrokken).</summary>
    Withdrawn,
}

/// <summary>Advice on a draft (consultatie).</summary>
/// <param name="Partner">Who was asked.</param>
/// <param name="Answer">What they answered; absent while it is awaited.</param>
public readonly record struct Advice(Partner Partner, string? Answer);

/// <summary>A work instruction (werkinstructie): how officials apply the policy. It binds them and decides no case.</summary>
/// <param name="Number">Its number in this country, from 1.</param>
/// <param name="Title">Its title.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Reference">Which ruling, report or version.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Advices">Who was asked, and what they answered.</param>
/// <param name="InForceFrom">First day on which it holds; absent before it was adopted.</param>
/// <param name="WithdrawnOn">The day it was withdrawn.</param>
public sealed record WorkInstruction(
    int Number, string Title, InstructionSource Source, string Reference, InstructionStatus Status, ImmutableArray<Advice> Advices,
    Day? InForceFrom, Day? WithdrawnOn)
{
    /// <summary>Somebody was asked, and everybody asked has answered.</summary>
    public bool IsConsulted => !Advices.IsEmpty && Advices.All(each => each.Answer is not null);
}

/// <summary>A command on a work instruction that is there.</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Instruction">Its number.</param>
public abstract record InstructionCommand(Official By, int Instruction) : PolicyOfficerCommand(By);

/// <summary>Draft a work instruction (werkinstructie opstellen).</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Title">Its title.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Reference">Which: an ECLI, the reference of a report, or the number of a version.</param>
public sealed record DraftInstruction(Official By, string Title, InstructionSource Source, string Reference) : PolicyOfficerCommand(By);

/// <summary>Ask advice on a draft (consulteren).</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Instruction">Its number.</param>
/// <param name="Partner">Who is asked.</param>
public sealed record AskAdvice(Official By, int Instruction, Partner Partner) : InstructionCommand(By, Instruction);

/// <summary>Record what was answered (consultatie verwerken).</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Instruction">Its number.</param>
/// <param name="Partner">Who answered.</param>
/// <param name="Answer">What, in short.</param>
public sealed record RecordAdvice(Official By, int Instruction, Partner Partner, string Answer) : InstructionCommand(By, Instruction);

/// <summary>Adopt a work instruction (werkinstructie vaststellen).</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Instruction">Its number.</param>
/// <param name="InForceFrom">First day on which it holds.</param>
public sealed record AdoptInstruction(Official By, int Instruction, Day InForceFrom) : InstructionCommand(By, Instruction);

/// <summary>Withdraw a work instruction (werkinstructie intrekken).</summary>
/// <param name="By">Policy officer.</param>
/// <param name="Instruction">Its number.</param>
/// <param name="Findings">Why, in words.</param>
public sealed record WithdrawInstruction(Official By, int Instruction, string Findings) : InstructionCommand(By, Instruction);

/// <summary>An event of a work instruction.</summary>
/// <param name="Instruction">Its number.</param>
public abstract record InstructionEvent([Category(DataCategory.None)] int Instruction) : PolicyEvent;

/// <summary>A work instruction was drafted (opgesteld).</summary>
/// <param name="Instruction">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Reference">Which.</param>
[EventName("work-instruction-drafted", 1)]
public sealed record InstructionDrafted(
    [Category(DataCategory.None)] int Instruction,
    [Category(DataCategory.None)] string Title,
    [Category(DataCategory.None)] InstructionSource Source,
    [Category(DataCategory.None)] string Reference) : InstructionEvent(Instruction);

/// <summary>Advice was asked (consultatie gevraagd).</summary>
/// <param name="Instruction">Its number.</param>
/// <param name="Partner">Who was asked.</param>
[EventName("work-instruction-advice-asked", 1)]
public sealed record AdviceAsked(
    [Category(DataCategory.None)] int Instruction,
    [Category(DataCategory.None)] Partner Partner) : InstructionEvent(Instruction);

/// <summary>Advice was given (consultatie ontvangen).</summary>
/// <param name="Instruction">Its number.</param>
/// <param name="Partner">Who answered.</param>
/// <param name="Answer">What.</param>
[EventName("work-instruction-advice-given", 1)]
public sealed record AdviceGiven(
    [Category(DataCategory.None)] int Instruction,
    [Category(DataCategory.None)] Partner Partner,
    [Category(DataCategory.None)] string Answer) : InstructionEvent(Instruction);

/// <summary>A work instruction was adopted (vastgesteld).</summary>
/// <param name="Instruction">Its number.</param>
/// <param name="InForceFrom">First day on which it holds.</param>
[EventName("work-instruction-adopted", 1)]
public sealed record InstructionAdopted(
    [Category(DataCategory.None)] int Instruction,
    [Category(DataCategory.None)] Day InForceFrom) : InstructionEvent(Instruction);

/// <summary>A work instruction was withdrawn (ingetrokken).</summary>
/// <param name="Instruction">Its number.</param>
/// <param name="Findings">Why.</param>
[EventName("work-instruction-withdrawn", 1)]
public sealed record InstructionWithdrawn(
    [Category(DataCategory.None)] int Instruction,
    [Category(DataCategory.None)] string Findings) : InstructionEvent(Instruction);

/// <summary>Work instructions (werkinstructies).</summary>
public static class WorkInstructions
{
    /// <summary>It rests on nothing.</summary>
    public static readonly Refusal NoSource = new(
        "work-instruction.no-source", "fact",
        "Deze uitspraak, dit ambtsbericht of deze versie is voor dit land niet opgenomen.",
        "This ruling, report or version was not taken in for this country.");

    /// <summary>There is none with that number.</summary>
    public static readonly Refusal Unknown = new(
        "work-instruction.unknown", "fact",
        "Een werkinstructie met dit nummer is er voor dit land niet.",
        "There is no work instruction with this number for this country.");

    /// <summary>No draft any more.</summary>
    public static readonly Refusal NoDraft = new(
        "work-instruction.no-draft", "fact",
        "Deze werkinstructie is geen concept meer.",
        "This work instruction is no draft any more.");

    /// <summary>Asked before.</summary>
    public static readonly Refusal AskedBefore = new(
        "work-instruction.asked-before", "fact",
        "Deze partner is over dit concept al geconsulteerd.",
        "This partner was asked for advice on this draft already.");

    /// <summary>Never asked, or answered.</summary>
    public static readonly Refusal NotAwaited = new(
        "work-instruction.not-awaited", "fact",
        "Van deze partner wordt over dit concept geen advies verwacht.",
        "No advice on this draft is awaited from this partner.");

    /// <summary>Nobody was asked, or not everybody has answered.</summary>
    public static readonly Refusal NotConsulted = new(
        "work-instruction.not-consulted", "fact",
        "Vaststellen kan pas als er is geconsulteerd, en ieder die is gevraagd heeft geantwoord.",
        "It can be adopted only when advice was asked, and everybody asked has answered.");

    /// <summary>It would hold before anybody could know it.</summary>
    public static readonly Refusal HoldsBefore = new(
        "work-instruction.holds-before", "fact",
        "Een werkinstructie geldt niet eerder dan de dag waarop zij is vastgesteld ({0}).",
        "A work instruction does not hold before the day on which it was adopted ({0}).");

    /// <summary>Withdrawn before.</summary>
    public static readonly Refusal WithdrawnBefore = new(
        "work-instruction.withdrawn-before", "fact",
        "Deze werkinstructie is ingetrokken op {0}.",
        "This work instruction was withdrawn on {0}.");

    internal static Decision Decide(CountryPolicy policy, DraftInstruction command) =>
        !PolicyRoom.IsText(command.Title) ? PolicyRoom.NoText
        : !IsTakenIn(policy, command.Source, command.Reference) ? NoSource
        : new InstructionDrafted(policy.Instructions.Length + 1, command.Title, command.Source, command.Reference);

    internal static Decision Decide(CountryPolicy policy, InstructionCommand command, Day today)
    {
        var number = command.Instruction;
        if (number < 1 || number > policy.Instructions.Length)
        {
            return Unknown;
        }
        var instruction = policy.Instructions[number - 1];
        if (command is WithdrawInstruction withdraw)
        {
            return !PolicyRoom.IsText(withdraw.Findings) ? PolicyRoom.NoText
                : instruction.WithdrawnOn is { } before ? WithdrawnBefore.On(before)
                : new InstructionWithdrawn(number, withdraw.Findings);
        }
        return instruction.Status != InstructionStatus.Draft ? NoDraft : command switch
        {
            AskAdvice act => instruction.Advices.Any(each => each.Partner == act.Partner) ? AskedBefore : new AdviceAsked(number, act.Partner),
            RecordAdvice act => !PolicyRoom.IsText(act.Answer) ? PolicyRoom.NoText
                : !instruction.Advices.Contains(new(act.Partner, null)) ? NotAwaited
                : new AdviceGiven(number, act.Partner, act.Answer),
            AdoptInstruction act => !instruction.IsConsulted ? NotConsulted
                : act.InForceFrom < today ? HoldsBefore.On(today)
                : new InstructionAdopted(number, act.InForceFrom),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
    }

    internal static ImmutableArray<WorkInstruction> Evolve(ImmutableArray<WorkInstruction> instructions, InstructionEvent happened, Day on)
    {
        if (happened is InstructionDrafted drafted)
        {
            return instructions.Add(new(drafted.Instruction, drafted.Title, drafted.Source, drafted.Reference, InstructionStatus.Draft, [], null, null));
        }
        var before = instructions[happened.Instruction - 1];
        return instructions.SetItem(happened.Instruction - 1, happened switch
        {
            AdviceAsked asked => before with { Advices = before.Advices.Add(new(asked.Partner, null)) },
            AdviceGiven given => before with { Advices = before.Advices.Replace(new(given.Partner, null), new(given.Partner, given.Answer)) },
            InstructionAdopted adopted => before with { Status = InstructionStatus.Adopted, InForceFrom = adopted.InForceFrom },
            InstructionWithdrawn => before with { Status = InstructionStatus.Withdrawn, WithdrawnOn = on },
            _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
        });
    }

    private static bool IsTakenIn(CountryPolicy policy, InstructionSource source, string reference) => source switch
    {
        InstructionSource.Ruling => policy.Rulings.Any(each => each.Ecli == reference),
        InstructionSource.Report => policy.Reports.Any(each => each.Reference == reference),
        InstructionSource.Policy => policy.Versions.Any(each => each.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) == reference),
    };
}
