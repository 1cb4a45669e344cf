using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Return;

/// <summary>
/// What a departure moratorium means for who falls under it (vertrekmoratorium; Vw 45(4), Rva 3, 7; norms DEC-6, REC-1, REC-6): nobody has to
/// leave, or is prepared for it or detained for it, and reception goes on until some weeks after its end. Whoever wants to go may. Who is
/// detained to be removed when it begins is to be released at once (norm DET-2); an authority decides that, and what comes later is a breach.
/// </summary>
public static class DepartureMoratoria
{
    private const string NormId = "moratorium.departure";

    /// <summary>It holds: no forced departure, nor anything that prepares one.</summary>
    public static readonly Refusal Holds = new(
        "return.departure-moratorium", NormId,
        "Tot en met {0} geldt een vertrekmoratorium; zo lang hoeft deze persoon niet te vertrekken.",
        "A departure moratorium holds through {0}; until then this person need not depart.");

    /// <summary>It holds, or did until some weeks ago: reception goes on.</summary>
    public static readonly Refusal KeepsReception = new(
        "reception.departure-moratorium", "reception-right.after-moratorium",
        "Een vertrekmoratorium geeft opvang tot en met {0}.",
        "A departure moratorium gives reception through {0}.");

    /// <summary>Its last day, that of an early withdrawal included; absent when there is or was none.</summary>
    /// <param name="file">The case file.</param>
    public static Day? Through(CaseFile file) => file.Procedure.DepartureMoratoriumUntil;

    /// <summary>The last day of reception that it gives: four weeks after its last day.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="law">The law.</param>
    public static Day? ReceptionLastDay(CaseFile file, Law law)
    {
        if (Through(file) is not { } last)
        {
            return null;
        }
        var none = default(NoTrace);
        return ReceptionRight.LastDay(law, ReceptionEnding.MoratoriumWithdrawn, last, ref none);
    }

    /// <summary>The refusal while it holds; null otherwise.</summary>
    internal static Refusal? Against(CaseFile file, Day today) =>
        Through(file) is { } last && today <= last ? Holds.On(last) : null;

    /// <summary>Reception that had ended begins anew for who falls under it and has no permit; detention to remove has lost its prospect.</summary>
    internal static CaseFile Follow(CaseFile file, MoratoriumApplied applied, Day on) =>
        applied.Kind != MoratoriumKind.Departure ? file : file with
        {
            Reception = file.Procedure.Permit is null ? file.Reception with { Ended = false } : file.Reception,
            Return = file.Return with { Detention = file.Return.Detention?.WithoutProspect(on) },
        };
}
