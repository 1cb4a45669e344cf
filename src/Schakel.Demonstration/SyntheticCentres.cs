using Schakel.Chain;
using Schakel.Chain.Procedure;

namespace Schakel.Demonstration;

// The rehearsal knows hours of hearing officers and no rooms: an interview has a day there and no place. In a demonstration it gets one, so that
// the week of who plans shows centres, what fits there and how far somebody travels. No day moves by it.

/// <summary>Where and when on their day the people of a demonstration are heard (gehoorlocaties): the same for the same person. An assumption.</summary>
public static class SyntheticCentres
{
    private const int TerApel = 1;
    private const int Budel = 2;
    private const int Schiphol = 3;
    private const int Morning = 9 * 60;
    private const int Afternoon = 13 * 60;

    /// <summary>Where somebody is heard: half of all in Ter Apel, four in ten in Budel, one in ten at Schiphol.</summary>
    /// <param name="person">The person's number in the chain.</param>
    public static InterviewPlace PlaceOf(long person) => new(
        new((person % 10) switch { < 5 => TerApel, < 9 => Budel, _ => Schiphol }), null, (person / 10) % 2 == 0 ? Morning : Afternoon);

    /// <summary>A command as it is given in a demonstration: an interview is planned at a centre.</summary>
    /// <param name="command">The command.</param>
    /// <param name="stream">Whose history it is for.</param>
    public static Command Placed(Command command, StreamId stream) =>
        command is PlanInterview { Place.Centre: null } plan ? plan with { Place = PlaceOf(stream.Number) } : command;

    /// <summary>An event as it is recorded in a demonstration.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="stream">Whose history it is of.</param>
    public static ChainEvent Placed(ChainEvent happened, StreamId stream) =>
        happened is InterviewPlanned { Place.Centre: null } planned ? planned with { Place = PlaceOf(stream.Number) } : happened;
}
