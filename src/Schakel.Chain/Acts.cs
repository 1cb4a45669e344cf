using System.Collections.Immutable;

namespace Schakel.Chain;

/// <summary>
/// One stream's part in an act that concerns several (deel van een handeling). Exactly one of <see cref="Person"/>,
/// <see cref="Household"/> and <see cref="Site"/> is given.
/// </summary>
/// <param name="Command">What is done to that stream.</param>
/// <param name="Decision">Its events.</param>
public readonly record struct ActPart(Command Command, Decision Decision)
{
    /// <summary>The person whose file it is.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The household.</summary>
    public HouseholdId? Household { get; init; }

    /// <summary>The site.</summary>
    public SiteId? Site { get; init; }
}

/// <summary>What an act on several streams leads to (uitkomst): all its parts, or one refusal and none of them.</summary>
/// <param name="Parts">In the order in which they are appended, in one transaction; empty for a refusal.</param>
/// <param name="Refusal">The first refusal, naming the person it is about; null when all is accepted.</param>
public sealed record ActOutcome(ImmutableArray<ActPart> Parts, Refusal? Refusal)
{
    /// <summary>Nothing happens.</summary>
    /// <param name="refusal">Why.</param>
    public static ActOutcome Refused(Refusal refusal) => new([], refusal);

    /// <summary>All parts, or the first refusal among them.</summary>
    /// <param name="parts">Parts, each decided against its own state; a refusal names the person of its part.</param>
    public static ActOutcome AllOf(ImmutableArray<ActPart> parts)
    {
        foreach (var part in parts)
        {
            if (part.Decision.Refusal is { } refusal)
            {
                return Refused(refusal.Person is null && part.Person is { } person ? refusal.About(person) : refusal);
            }
        }
        return new(parts, null);
    }
}
