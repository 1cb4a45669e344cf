namespace Schakel.Rehearsal.Guidance;

/// <summary>The days from which guidance counts, for people who stood in the chain before the rehearsal began (stand van de begeleiding); days since the epoch.</summary>
/// <param name="ArrivedOn">Arrival; nothing when the file was taken over.</param>
/// <param name="LodgedOn">Lodging of the application that is open.</param>
/// <param name="PermitOn">Issue of the permit.</param>
/// <param name="LinkedOn">Link to a municipality.</param>
/// <param name="HousedOn">Move into a home.</param>
/// <param name="TalkedOn">Last talk on departure.</param>
internal readonly record struct GuidanceSoFar(int? ArrivedOn, int? LodgedOn, int? PermitOn, int? LinkedOn, int? HousedOn, int? TalkedOn);
