using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Databases;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Registration;

/// <summary>Somebody who arrived today (aankomst van vandaag).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Household">The household.</param>
/// <param name="Together">The first of the household who arrived; oneself when alone.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Centre">Where they arrived.</param>
/// <param name="SentTo">The centre they were sent on to, as far as one may know.</param>
/// <param name="IsIdentified">They were identified and registered.</param>
/// <param name="Documents">Documents that were examined.</param>
public sealed record ArrivedPerson(
    long Person, ShownPerson Who, FamilyRole Role, long Household, long Together, DateTimeOffset At, Doer By, CentreId Centre, CentreId? SentTo, bool IsIdentified, int Documents);

/// <summary>Somebody who said beforehand that they will come (vooraanmelding).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="On">When they said so.</param>
/// <param name="Language">Language in which they want to be received.</param>
/// <param name="Persons">How many come together.</param>
/// <param name="NeedsInterpreter">Whether an interpreter is needed; absent when not said, or not for whoever looks, as all that follows.</param>
/// <param name="Children">How many of them are under eighteen.</param>
/// <param name="MinorAlone">Whether it is a minor without a parent.</param>
/// <param name="NeedsCare">Whether one of them needs care on arrival.</param>
/// <param name="Reach">Telephone number or e-mail address.</param>
public sealed record ExpectedPerson(
    long Person, Day On, LanguageCode Language, int Persons, bool? NeedsInterpreter, int? Children, bool? MinorAlone, bool? NeedsCare, string? Reach);

/// <summary>
/// Who arrived today, and who said that they will come (aanmeldingen van vandaag). The log is looked through once after the program
/// started, then only what is new in it; files are read again when they have changed.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="gate">What may be seen.</param>
public sealed class ArrivalsToday(ChainStore store, Gate gate)
{
    private const int MostExpected = 1000;

    // Name of the event of every way of coming; a test compares it with the chain.
    internal const string Event = "person-arrived";

    private readonly Lock _turn = new();
    private readonly Dictionary<long, int> _arrived = [];
    private readonly ConcurrentDictionary<(long Person, int Version), Arrived?> _known = [];
    private long _position;
    private int _since = int.MaxValue;

    private sealed record Arrived(ShownPerson Who, FamilyRole Role, long Household, DateTimeOffset At, Doer By, CentreId Centre, CentreId? SentTo, OfficialRoles SentBy, bool IsIdentified, int Documents);

    /// <summary>
    /// Who arrived at a centre today, the latest first. Where somebody stays is no business of police and border guard: whoever may not read
    /// reception sees whom their own function took in, and what it did with them.
    /// </summary>
    /// <param name="caller">Who looks, and records that.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="today">The chain's date.</param>
    public ImmutableArray<ArrivedPerson> Of(Caller caller, CentreId centre, Day today)
    {
        var (persons, function) = (Catch(today), caller.Function);
        var listed = gate.Listed(caller, persons);
        using var view = store.Models.Look();
        var rows = view.Files.Where(row => listed.Contains(row.Person)).Select(row => new { row.Person, row.Version }).ToList();
        var readsReception = function.MayRead(DataCategory.Reception);
        var found = rows.Select(row => (row.Person, Is: Read(row.Person, row.Version))).Where(each => each.Is is { } one && one.Centre == centre && (readsReception || (one.By.Role & function.Role) != 0)).ToList();
        var first = found.GroupBy(each => each.Is!.Household).ToDictionary(of => of.Key, of => of.MinBy(each => (each.Is!.Role, each.Person)).Person);
        return
        [
            .. found.OrderByDescending(each => each.Is!.At).ThenByDescending(each => each.Person).Select(each => new ArrivedPerson(
                each.Person, function.MayRead(DataCategory.Identity) ? each.Is!.Who : ShownPerson.None, each.Is!.Role, each.Is.Household, first[each.Is.Household], each.Is.At, each.Is.By, each.Is.Centre,
                readsReception || (each.Is.SentBy & function.Role) != 0 ? each.Is.SentTo : null, each.Is.IsIdentified, each.Is.Documents)),
        ];
    }

    /// <summary>Who said beforehand that they will come and did not yet, the first first.</summary>
    /// <param name="caller">Who looks, and records that.</param>
    public ImmutableArray<ExpectedPerson> Expected(Caller caller)
    {
        if (!caller.Function.MayRead(DataCategory.Identity) || !caller.Function.MayRead(DataCategory.Family))
        {
            return [];
        }
        using var view = store.Models.Look();
        var persons = gate.Files(caller, view.Files).Where(row => row.Presence == (int)Presences.Unopened).OrderBy(row => row.Person).Take(MostExpected).Select(row => row.Person).ToList();
        return [.. persons.Select(person => ExpectedIn(caller.Function, person, FileState.Read(store, new(StreamKind.CaseFile, person)))).OfType<ExpectedPerson>().OrderBy(each => each.On).ThenBy(each => each.Person)];
    }

    private static ExpectedPerson? ExpectedIn(Function function, long person, FileState state) =>
        state.File is { Presence: Presences.Unopened, Registration.PreRegisteredOn: { } on } && state.History.Select(each => each.Event).OfType<PreRegistered>().LastOrDefault() is { } said
            ? new(
                person, on, said.Language, said.Persons, function.MayRead(DataCategory.Contact) ? said.NeedsInterpreter : null, said.Children, said.MinorAlone,
                function.MayRead(DataCategory.Vulnerability) ? said.NeedsCare : null, function.MayRead(DataCategory.Contact) ? said.Reach : null)
            : null;

    private long[] Catch(Day today)
    {
        lock (_turn)
        {
            if (today.Number < _since)
            {
                (_since, _position) = (today.Number, 0); // The first time, or after the chain's date was set back.
            }
            var through = store.Log.Position;
            if (through != _position)
            {
                using var context = store.CreateContext();
                var (after, since) = (_position, _since);
                var fresh = context.Set<EventRow>().AsNoTracking()
                    .Where(row => row.Position > after && row.Position <= through && row.Name == Event && row.OccurredOn >= since)
                    .OrderBy(row => row.Position).Select(row => new { row.Number, row.OccurredOn }).ToList();
                foreach (var each in fresh)
                {
                    _arrived[each.Number] = each.OccurredOn;
                }
                _position = through;
            }
            return [.. _arrived.Where(each => each.Value == today.Number).Select(each => each.Key)];
        }
    }

    private Arrived? Read(long person, int version)
    {
        if (_known.Count > 20_000)
        {
            _known.Clear();
        }
        return _known.GetOrAdd((person, version), each =>
        {
            var state = FileState.Read(store, new(StreamKind.CaseFile, each.Person));
            if (state.History.LastOrDefault(one => one.Event is PersonArrived) is not { } arrival)
            {
                return null; // Erased meanwhile.
            }
            var (came, file) = ((PersonArrived)arrival.Event!, state.File.Registration);
            var sent = state.History.LastOrDefault(one => one.Envelope.Version > arrival.Envelope.Version && one.Event is PersonRedirected);
            return new(
                Worklists.Named(state.File), file.Role, file.Household.Value, arrival.Envelope.RecordedAt, arrival.Envelope.Doer, came.Centre, (sent?.Event as PersonRedirected)?.Centre,
                sent?.Envelope.Doer.Role ?? OfficialRoles.None, file.IdentifiedOn is not null, state.History.Count(one => one.Event is DocumentExamined));
        });
    }
}
