using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Demonstration;

// The rehearsal knows that there is a guardian or a lawyer, and not who. In a demonstration some files name one: the newest wards, and people who
// wait for their interview, so that no lawyer acted for them before. The others name nobody. At the largest sites some chose the support of the
// council for refugees, as nobody in the rehearsal does: its volunteers have people there.

/// <summary>Who stands by whom in a demonstration (voogden en advocaten van naam, begeleiding): recorded by agency and board, and by people themselves, as any other act.</summary>
internal static class SyntheticTies
{
    /// <summary>Most wards or clients of each; for a guardian about as many as is usual.</summary>
    public const int OfEach = 24;

    /// <summary>At how many sites people chose support: those of the example volunteers.</summary>
    public const int SupportedSites = 12;

    /// <summary>How many chose it at each, where so many adults wait for a decision.</summary>
    public const int SupportedAtEach = 15;

    private const long FirstOfSupport = 100;

    private const long Keys = DemonstrationBuild.KeyMark - 4;
    private const string Example = "Voorbeeld: verzonnen voor deze demonstratie";
    private static readonly Official Agency = new(1, OfficialRoles.Guardian);
    private static readonly Official Board = new(12, OfficialRoles.LegalAidOfficer);

    /// <summary>Takes it in.</summary>
    /// <param name="store">The store.</param>
    /// <param name="files">Every file.</param>
    /// <param name="staff">Who can be named.</param>
    /// <param name="on">On which day.</param>
    public static void TakeIn(ChainStore store, IEnumerable<(PersonId Person, CaseFile File)> files, ExampleStaff staff, Day on)
    {
        var here = files.Where(each => each.File.Presence == Presences.Here).OrderByDescending(each => each.Person.Value).ToList();
        Do(store, 0, on, Purpose.Family, Doer.Of(Agency), Named(
            here.Where(each => each.File.Guidance.GuardianOn is not null && each.File.Registration.IsUnaccompaniedMinorOn(on)), staff.Guardians, number => new ChangeGuardian(Agency, number)));
        Do(store, 1, on, Purpose.Family, Doer.Of(Board), Named(
            here.Where(each => each.File is { Guidance.LawyerFor: > 0, Procedure.Open: { InterviewedOn: null } open } && open.Ordinal == each.File.Guidance.LawyerFor)
                .OrderBy(each => each.File.Procedure.Open!.PlannedFor is null), staff.Lawyers, number => new NameLawyer(Board, number)));
        var chose = here.Where(each => each.File.Reception.Site is not null).GroupBy(each => each.File.Reception.Site!.Value.Value).OrderByDescending(site => site.Count()).ThenBy(site => site.Key).Take(SupportedSites)
            .SelectMany(site => site.Where(each => each.File.Procedure.Open is not null && !Age.IsMinor(each.File.Registration.Born, on))
                .OrderBy(each => each.File.Procedure.Open!.PlannedFor is null).Take(SupportedAtEach))
            .Select((each, at) => (each.Person, Number: FirstOfSupport + at));
        foreach (var (person, number) in chose)
        {
            Do(store, number, on, Purpose.Family, new(DoerKind.Applicant, person.Value, OfficialRoles.None),
                [new(StreamId.Of(person), new BeginSupport(SupportOrganisations.CouncilForRefugees, Consented: true))]);
        }
    }

    private static ImmutableArray<Addressed> Named(IEnumerable<(PersonId Person, CaseFile File)> of, ImmutableArray<int> numbers, Func<int, CaseCommand> name) =>
        [.. of.Take(OfEach * numbers.Length).Select((each, at) => new Addressed(StreamId.Of(each.Person), name(numbers[at % numbers.Length])))];

    private static void Do(ChainStore store, long number, Day on, Purpose purpose, Doer by, ImmutableArray<Addressed> acts)
    {
        if (acts.IsEmpty)
        {
            return;
        }
#pragma warning disable VSTHRD002 // Building has nothing else to do, and no context to come back to.
        var answer = store.Desk.DoAsync(new Act(ActKey.Of(Keys, number), by, purpose, on, acts) { Ground = Example }).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        if (answer is not ActResult.Accepted)
        {
            throw new UnreachableException($"Who stands by whom cannot be taken in: {answer}.");
        }
    }
}
