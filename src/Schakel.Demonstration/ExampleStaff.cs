using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Procedure;

namespace Schakel.Demonstration;

/// <summary>
/// The people as whom one signs in at a demonstration (voorbeeldmedewerkers), by personnel number: some of the work is theirs, so that the
/// pages on which they see their own work and no other have something on them.
/// </summary>
/// <param name="Deciders">Decision officers.</param>
/// <param name="Guardians">Guardians.</param>
/// <param name="Lawyers">Lawyers.</param>
public sealed record ExampleStaff(ImmutableArray<int> Deciders, ImmutableArray<int> Guardians, ImmutableArray<int> Lawyers)
{
    /// <summary>Nobody: all is done by the numbers of the rehearsal.</summary>
    public static ExampleStaff None { get; } = new([], [], []);
}

// The rehearsal knows hours of decision officers and no officers: one number decides for the whole nation. In a demonstration there are as many
// as its size needs, of whom a dozen have a name, and whoever decides about a household does all that a decision officer does for it: a rehearsal
// that goes on from the files moves together whose decisions stand alike.

/// <summary>Who decides about whom in a demonstration (beslismedewerkers): the same for the same household. An assumption.</summary>
/// <param name="named">Those as whom one can sign in; when there are none, nobody is another than in the rehearsal.</param>
/// <param name="scale">Size against the nation.</param>
internal sealed class SyntheticDeciders(ImmutableArray<int> named, double scale)
{
    private const int InTheNation = 240;
    private const int FirstUnnamed = 40_001;
    private readonly int _all = Math.Max(named.Length, (int)(InTheNation * scale));

    /// <summary>A command as it is given in a demonstration.</summary>
    /// <param name="command">The command.</param>
    /// <param name="household">The household of whom it is about.</param>
    public Command Given(Command command, HouseholdId household) => named.IsEmpty ? command : command switch
    {
        IssueIntention intention => intention with { By = Of(intention.By, household) },
        DecideApplication decide => decide with { By = Of(decide.By, household) },
        IssuePermit permit => permit with { By = Of(permit.By, household) },
        PayPenalty pay => pay with { By = Of(pay.By, household) },
        DecideReunification decide => decide with { By = Of(decide.By, household) },
        HandOverResidenceDocument hand => hand with { By = Of(hand.By, household) },
        _ => command,
    };

    /// <summary>An event as it is recorded in a demonstration.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="household">The household of whom it is about.</param>
    public ChainEvent Recorded(ChainEvent happened, HouseholdId household) => named.IsEmpty ? happened : happened switch
    {
        IntentionIssued intention => intention with { By = Of(intention.By, household) },
        ApplicationDecided decided => decided with { By = Of(decided.By, household) },
        ReunificationDecided decided => decided with { By = Of(decided.By, household) },
        _ => happened,
    };

    private Official Of(Official by, HouseholdId household)
    {
        if (by.Role != OfficialRoles.DecisionOfficer)
        {
            return by;
        }
        var at = (int)(household.Value % _all);
        return by with { Number = at < named.Length ? named[at] : FirstUnnamed + at };
    }
}
