using System.Collections.Immutable;

namespace Schakel.Chain;

/// <summary>One stream's part in an act that concerns several (deel van een handeling).</summary>
/// <param name="To">What is done, and to which history.</param>
/// <param name="Decision">Its events.</param>
public readonly record struct ActPart(Addressed To, Decision Decision);

/// <summary>What an act on several streams leads to (uitkomst): all its parts, or one refusal and none of them.</summary>
/// <param name="Parts">In the order in which they are appended, in one transaction; empty for a refusal.</param>
/// <param name="Refusal">The first refusal, naming the person it is about; null when all is accepted.</param>
public sealed record ActOutcome(ImmutableArray<ActPart> Parts, Refusal? Refusal)
{
    /// <summary>Nothing happens.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="person">Whom it is about, unless the refusal names somebody itself.</param>
    public static ActOutcome Refused(Refusal refusal, PersonId person) =>
        new([], refusal.Person is null ? refusal.About(person) : refusal);
}
