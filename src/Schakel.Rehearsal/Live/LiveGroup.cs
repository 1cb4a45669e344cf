using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;

namespace Schakel.Rehearsal.Live;

/// <summary>
/// People of one household whose files stand alike (gezinsdeel): a rehearsal moves them together. When one of them was withdrawn, moved or
/// went away, that person stands apart, in the same household of the chain.
/// </summary>
/// <param name="Members">Who, adults first; all in one household.</param>
internal sealed record LiveGroup(ImmutableArray<(PersonId Person, CaseFile File)> Members)
{
    /// <summary>The file that speaks for all of them.</summary>
    public CaseFile File => Members[0].File;

    /// <summary>Their household in the chain.</summary>
    public HouseholdId Household => File.Registration.Household;

    /// <summary>Adults among them: who is no child of the household.</summary>
    public int Adults => Members.Count(member => member.File.Registration.Role is FamilyRole.Main or FamilyRole.Partner);

    /// <summary>Groups all who are in the country, or were when last seen.</summary>
    public static ImmutableArray<LiveGroup> Of(ImmutableArray<(PersonId Person, CaseFile File)> files) =>
    [
        .. files.Where(each => each.File.Presence is Presences.Here or Presences.Gone).Select(each => each with { File = AsHolder(each.File) })
            .GroupBy(each => Stand.Of(each.File))
            .Select(group => new LiveGroup([.. group.OrderBy(Rank).ThenBy(member => member.Person.Value)])),
    ];

    // A permit that ran out is no refusal: a rehearsal knows no late renewals, and goes on with its holder as one who holds it.
    private static CaseFile AsHolder(CaseFile file) => file.Procedure is { Permit: null, Permits.Ended: { } ended }
        ? file with { Procedure = file.Procedure with { Permit = ended } } : file;

    // Who asked for relatives speaks for the others; then adults, then children.
    private static int Rank((PersonId Person, CaseFile File) member) =>
        (member.File.Registration.Role, member.File.Family.RequestedOn is not null || member.File.Family.Pending) switch
        {
            (FamilyRole.Main or FamilyRole.UnaccompaniedMinor, true) => 0,
            (FamilyRole.Partner, true) => 1,
            (FamilyRole.Main or FamilyRole.UnaccompaniedMinor, false) => 2,
            (FamilyRole.Partner, false) => 3,
            (FamilyRole.Child, _) => 4,
        };

    // What must be alike for people to move together. Not what is of one of them alone: work, notices, school, the request for relatives.
    private sealed record Stand(
        Presences Presence, HouseholdId Household, Route Route, Day? ArrivedOn, Day? IdentifiedOn, Day? InterviewedOn,
        ProcedureState Procedure, ReceptionState Reception, HousingState Housing, ReturnState Return)
    {
        public static Stand Of(CaseFile file)
        {
            var registration = file.Registration;
            return new(
                file.Presence, registration.Household, registration.Route, registration.ArrivedOn, registration.IdentifiedOn, registration.InterviewedOn,
                file.Procedure with { Late = null }, file.Reception, file.Housing, file.Return);
        }
    }
}
