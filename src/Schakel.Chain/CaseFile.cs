using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Housing;
using Schakel.Chain.Participation;
using Schakel.Chain.Partners;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;

namespace Schakel.Chain;

/// <summary>Whether the person can be reached by the chain (aanwezigheid).</summary>
[Flags]
public enum Presences
{
    /// <summary>No presence; never a state.</summary>
    None = 0,
    /// <summary>The file is not opened yet.</summary>
    Unopened = 1 << 0,
    /// <summary>In the country, and known where.</summary>
    Here = 1 << 1,
    /// <summary>Gone with unknown destination (met onbekende bestemming).</summary>
    Gone = 1 << 2,
    /// <summary>Departed from the country, or transferred to another state.</summary>
    Departed = 1 << 3,
}

/// <summary>
/// A person's case file (dossier): what follows from its events. Immutable; one record per room, so that an event copies little. It
/// holds dates and facts, never terms: a term is computed from the law each time it is asked for.
/// </summary>
/// <param name="Presence">Where the person is: exactly one of the flags.</param>
/// <param name="Registration">Arrival, identity, registration interview.</param>
/// <param name="Procedure">Application, track, decision, permit, appeal, Dublin, border.</param>
/// <param name="Reception">Stay at sites.</param>
/// <param name="Participation">Work.</param>
/// <param name="Housing">Municipality and home.</param>
/// <param name="Return">Return file, travel document, detention, departure.</param>
/// <param name="Family">Family reunification with this person as sponsor.</param>
/// <param name="Guidance">Information, legal aid, care, school, integration.</param>
public sealed record CaseFile(
    Presences Presence,
    RegistrationState Registration,
    ProcedureState Procedure,
    ReceptionState Reception,
    ParticipationState Participation,
    HousingState Housing,
    ReturnState Return,
    FamilyState Family,
    GuidanceState Guidance)
{
    /// <summary>Number of events on the file: the number of the latest, counted from one.</summary>
    public int Events { get; init; }

    /// <summary>The people around this person: guardian, lawyer, support, helpers.</summary>
    public CircleState Circle { get; init; } = CircleState.None;

    /// <summary>Which partner was given what, and who is responsible.</summary>
    public PartnersState Partners { get; init; } = PartnersState.None;

    /// <summary>Merges and corrections of the file itself.</summary>
    public RecordsState Records { get; init; } = RecordsState.None;

    /// <summary>A file without events.</summary>
    public static CaseFile Unopened { get; } = new(
        Presences.Unopened, RegistrationState.None, ProcedureState.None, ReceptionState.None,
        ParticipationState.None, HousingState.None, ReturnState.None, FamilyState.None,
        GuidanceState.None);
}
