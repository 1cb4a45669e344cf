using Schakel.Norms;

namespace Schakel.Chain.Guidance;

/// <summary>What a person says that they manage (wat iemand zelf redt), in four plain questions; nothing about health, and no reason.</summary>
[Flags]
public enum SelfReliance
{
    /// <summary>Nothing of it, or not always.</summary>
    None = 0,
    /// <summary>Reads letters and understands them.</summary>
    Letters = 1 << 0,
    /// <summary>Arranges things with a phone or computer.</summary>
    Phone = 1 << 1,
    /// <summary>Remembers appointments.</summary>
    Appointments = 1 << 2,
    /// <summary>Has somebody who helps.</summary>
    Helper = 1 << 3,
}

/// <summary>On what a judgement of somebody's capacity to act rests (grond): what was seen or asked, never a diagnosis.</summary>
public enum CapacityGround
{
    /// <summary>A talk with the person.</summary>
    Talk = 0,
    /// <summary>What happened at the desk, or with letters and appointments.</summary>
    Desk,
    /// <summary>The person asked for it.</summary>
    OwnRequest,
    /// <summary>Who stands by the person asked for it: guardian, lawyer, volunteer, health worker.</summary>
    HelperRequest,
}

/// <summary>
/// How much a person can be asked at once (doenvermogen). It says how pages look and who offers help, and nothing else: no right, no term
/// and no guard reads it. Whoever asks for more help prevails, the person or the case manager.
/// </summary>
/// <param name="Manages">What the person said; absent when nothing was said, or it was taken back.</param>
/// <param name="StatedOn">The day it was said.</param>
/// <param name="JudgedOn">The day a case manager or guardian judged that more help fits; absent when nobody did, or it ended.</param>
public sealed record CapacityState(SelfReliance? Manages, Day? StatedOn, Day? JudgedOn)
{
    private const SelfReliance Alone = SelfReliance.Letters | SelfReliance.Phone | SelfReliance.Appointments;

    /// <summary>Nothing was said or judged: pages are as they are for everybody.</summary>
    public static CapacityState None { get; } = new(null, null, null);

    /// <summary>The person's own answers ask for more help.</summary>
    public bool AsksHelp => Manages is { } said && (said & Alone) != Alone;

    /// <summary>More help fits: by the person's own answers, or by a judgement.</summary>
    public bool NeedsHelp => AsksHelp || JudgedOn is not null;
}

/// <summary>Say what one manages (zelfcheck). Voluntary: nothing waits for it, and nothing follows from not saying it.</summary>
/// <param name="Manages">What the person manages.</param>
public sealed record StateCapacity(SelfReliance Manages) : GuidanceCommand;

/// <summary>Take back what one said (zelfcheck weghalen): its effect ends.</summary>
public sealed record WithdrawCapacity : GuidanceCommand;

/// <summary>Judge how much somebody can be asked at once (doenvermogen beoordelen): it leads to more help, or ends a judgement that did.</summary>
/// <param name="By">Case manager or guardian.</param>
/// <param name="MoreHelp">More help fits; otherwise an earlier judgement ends.</param>
/// <param name="Ground">On what it rests.</param>
public sealed record JudgeCapacity(Official By, bool MoreHelp, CapacityGround Ground) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer | OfficialRoles.Guardian;
}

/// <summary>A person said what they manage (zelfcheck ingevuld).</summary>
/// <param name="Manages">What.</param>
[EventName("capacity-stated", 1)]
public sealed record CapacityStated([Category(DataCategory.Vulnerability)] SelfReliance Manages) : GuidanceEvent, IWrittenTo
{
    /// <inheritdoc/>
    OfficialRoles IWrittenTo.Reader => Capacity.Readers;
}

/// <summary>A person took back what they said (zelfcheck weggehaald).</summary>
[EventName("capacity-withdrawn", 1)]
public sealed record CapacityWithdrawn : GuidanceEvent, IWrittenTo
{
    /// <inheritdoc/>
    OfficialRoles IWrittenTo.Reader => Capacity.Readers;
}

/// <summary>Somebody's capacity to act was judged (doenvermogen beoordeeld).</summary>
/// <param name="MoreHelp">More help fits.</param>
/// <param name="Ground">On what it rests.</param>
/// <param name="By">Who judged.</param>
[EventName("capacity-judged", 1)]
public sealed record CapacityJudged(
    [Category(DataCategory.Vulnerability)] bool MoreHelp,
    [Category(DataCategory.Vulnerability)] CapacityGround Ground,
    [Category(DataCategory.None)] Official By) : GuidanceEvent, IWrittenTo
{
    /// <inheritdoc/>
    OfficialRoles IWrittenTo.Reader => Capacity.Readers;
}

/// <summary>Capacity to act (doenvermogen): what is asked at once follows from it, and nothing else does.</summary>
public static class Capacity
{
    /// <summary>
    /// Those who stand by the person. Who hears or decides the claim is not among them: how somebody manages letters says nothing about
    /// whether they are believed, and must not be able to.
    /// </summary>
    public const OfficialRoles Readers = OfficialRoles.ReceptionOfficer | OfficialRoles.Guardian | OfficialRoles.Lawyer;

    /// <summary>The same as before.</summary>
    public static readonly Refusal Unchanged = new(
        "capacity.unchanged", "fact",
        "Dit is al zo vastgelegd.",
        "This has been recorded so already.");

    /// <summary>Nothing was said.</summary>
    public static readonly Refusal NotStated = new(
        "capacity.not-stated", "fact",
        "U hebt nog niets gezegd over hulp, of u hebt het al weggehaald.",
        "You said nothing about help yet, or you took it back already.");

    // Whoever says the same again confirms it.
    internal static Decision Decide(StateCapacity command) => new CapacityStated(command.Manages);

    internal static Decision Decide(CaseFile file, WithdrawCapacity _) =>
        file.Guidance.Capacity.Manages is null ? NotStated : new CapacityWithdrawn();

    // That less help fits is for nobody to say who is not the person: a judgement gives more help, or ends what a judgement gave.
    internal static Decision Decide(CaseFile file, JudgeCapacity command) =>
        file.Guidance.Capacity.JudgedOn is not null == command.MoreHelp ? Unchanged : new CapacityJudged(command.MoreHelp, command.Ground, command.By);
}

/// <summary>Capacity to act: what lies ahead (doenvermogen). A judgement is on nobody's list: nobody is to be judged because they are here.</summary>
public static class CapacitySteps
{
    /// <summary>Say what one manages.</summary>
    public static readonly StepType State = new(
        "state-capacity", "Awb 2:1", Party.Applicant, typeof(StateCapacity), StepForce.Right,
        "Laten weten hoe men het best geholpen wordt", "Say how one is helped best");

    /// <summary>Take it back.</summary>
    public static readonly StepType Withdraw = new(
        "withdraw-capacity", "Awb 2:1", Party.Applicant, typeof(WithdrawCapacity), StepForce.Right,
        "De antwoorden over hulp weghalen", "Take back the answers about help");

    internal static void Add(Outlook ahead, CaseFile file)
    {
        ahead.Add(State);
        if (file.Guidance.Capacity.Manages is not null)
        {
            ahead.Add(Withdraw);
        }
    }
}
