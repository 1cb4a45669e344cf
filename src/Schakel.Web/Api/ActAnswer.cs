using System.Collections.Immutable;
using Schakel.Store.Acts;

namespace Schakel.Web.Api;

/// <summary>What came of an act that was done (uitkomst van een handeling).</summary>
/// <param name="Positie">Place of the last event in the log.</param>
/// <param name="Gebeurtenissen">What happened, in order; empty when nothing changed.</param>
public sealed record ActAnswer(long Positie, ImmutableArray<HappenedAnswer> Gebeurtenissen)
{
    internal static ActAnswer Of(ActResult.Accepted accepted) => new(accepted.Position,
        [.. accepted.Events.Select(each => new HappenedAnswer(Addresses.Of(each.Envelope.Stream), each.Envelope.Version, each.Envelope.Name))]);
}

/// <summary>An event, by its address (verwijzing naar een gebeurtenis).</summary>
/// <param name="Bij">Of what: <c>zaken/17</c>.</param>
/// <param name="Versie">Its place in that history.</param>
/// <param name="Soort">Type of event.</param>
public sealed record HappenedAnswer(string Bij, int Versie, string Soort);
