using System.Collections.Immutable;
using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Policy;

/// <summary>A kind of step that can lie ahead in the policy on a country (soort vervolgstap). It is no step in a file.</summary>
/// <param name="Code">Stable code in kebab case.</param>
/// <param name="Norm">What it rests on.</param>
/// <param name="Role">In what function it is taken.</param>
/// <param name="Command">The command that takes it.</param>
/// <param name="Name">What is done, in both languages.</param>
public sealed record PolicyStepType(string Code, string Norm, OfficialRoles Role, Type Command, Text Name);

/// <summary>A step that lies ahead in the policy on a country (vervolgstap). It holds days and never today.</summary>
/// <param name="Type">The kind of step.</param>
/// <param name="LastDay">Last day on which it is in time; absent when there is no term.</param>
public readonly record struct PolicyStep(PolicyStepType Type, Day? LastDay)
{
    /// <summary>Last day on which there is anything to be done; absent when only an event ends it.</summary>
    public Day? Until { get; init; }

    /// <summary>Which moratorium.</summary>
    public (MoratoriumKind Kind, Day Of)? Moratorium { get; init; }

    /// <summary>Which work instruction.</summary>
    public int? Instruction { get; init; }

    /// <summary>Whether it is late on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsOverdueOn(Day day) => day > LastDay;
}

/// <summary>What lies ahead in the policy on a country (vervolg): derived each time, never stored.</summary>
public static class PolicySteps
{
    /// <summary>Assess a decision moratorium again.</summary>
    public static readonly PolicyStepType Reassess = new(
        "reassess-moratorium", "moratorium.review", OfficialRoles.PolicyOfficer, typeof(ReassessMoratorium),
        new("Het besluitmoratorium opnieuw bezien", "Assess the decision moratorium again"));

    /// <summary>Lift a moratorium in each file: the policy lifts it for nobody by itself.</summary>
    public static readonly PolicyStepType LiftInFiles = new(
        "lift-moratorium-in-files", "Vw 43", OfficialRoles.DecisionOfficer, typeof(LiftMoratorium),
        new("Het opgeheven moratorium opheffen in elke zaak die eronder valt", "Lift the moratorium in each file that falls under it"));

    /// <summary>Ask advice on a draft.</summary>
    public static readonly PolicyStepType Consult = new(
        "ask-advice", "fact", OfficialRoles.PolicyOfficer, typeof(AskAdvice),
        new("Advies vragen over het concept", "Ask advice on the draft"));

    /// <summary>Record the advice that was asked.</summary>
    public static readonly PolicyStepType Record = new(
        "record-advice", "fact", OfficialRoles.PolicyOfficer, typeof(RecordAdvice),
        new("Het gevraagde advies verwerken", "Record the advice that was asked"));

    /// <summary>Adopt a draft on which everybody asked has answered.</summary>
    public static readonly PolicyStepType Adopt = new(
        "adopt-instruction", "fact", OfficialRoles.PolicyOfficer, typeof(AdoptInstruction),
        new("De werkinstructie vaststellen", "Adopt the work instruction"));

    /// <summary>The steps that lie ahead on a day.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day.</param>
    public static ImmutableArray<PolicyStep> Of(CountryPolicy policy, Law law, Day today) =>
        [.. policy.Moratoria.SelectMany(moratorium => OfMoratorium(moratorium, law)).Where(step => !(today > step.Until)), .. policy.Instructions.SelectMany(instruction => OfInstruction(instruction))];

    // One that was lifted: after its own last day it holds for nobody any more, lifted or not.
    private static ImmutableArray<PolicyStep> OfMoratorium(Moratorium moratorium, Law law) =>
        moratorium.LiftedOn is not null ? [Of(LiftInFiles, null, moratorium)]
        : moratorium.ReviewBy(law) is { } by ? [Of(Reassess, by, moratorium)]
        : [];

    private static PolicyStep Of(PolicyStepType type, Day? by, Moratorium moratorium) =>
        new(type, by) { Until = moratorium.Until, Moratorium = (moratorium.Kind, moratorium.From) };

    private static ImmutableArray<PolicyStep> OfInstruction(WorkInstruction instruction) => instruction.Status != InstructionStatus.Draft ? []
        : [new(instruction.Advices.IsEmpty ? Consult : instruction.IsConsulted ? Adopt : Record, null) { Instruction = instruction.Number }];
}
