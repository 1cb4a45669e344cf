using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Databases;
using Schakel.Store.Log;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Portal.Guidance;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Records;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Mail;

/// <summary>To whom a notice goes (geadresseerde).</summary>
/// <param name="Address">The address that the person gave.</param>
/// <param name="Language">In which language.</param>
public sealed record Addressee(string Address, PortalLanguage Language);

/// <summary>
/// Finds of what people are to be told by e-mail (kennisgevingen zoeken): a letter that stands on their own page, a day within as many days as they
/// chose. It reads what the person may read, shows it to nobody, and so records no look.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="gate">What may be seen.</param>
/// <param name="lawOn">The law of a day.</param>
public sealed class NoticeFinder(ChainStore store, Gate gate, Func<Day, Law> lawOn)
{
    private static readonly Function Applicant = Function.Find("aanvrager")!;
    private static readonly string Chosen = EventCatalogue.Of(typeof(PreferencesChosen)).Name;

    /// <summary>Everybody who gave an address, from the log.</summary>
    public ImmutableHashSet<long> Readers()
    {
        using var context = store.CreateContext();
        var file = (short)StreamKind.CaseFile;
        return [.. context.Set<EventRow>().AsNoTracking().Where(row => row.Kind == file && row.Name == Chosen).Select(row => row.Number).Distinct().AsEnumerable().Where(person => Of(person) is not null)];
    }

    /// <summary>Whether an event is a letter to the person that they did not write themselves, and may read.</summary>
    /// <param name="recorded">The event.</param>
    public bool IsLetter(RecordedEvent recorded) =>
        recorded.Event is not null && recorded.Envelope.Doer.Kind != DoerKind.Applicant && Letter.Of(recorded) is not null
        && !store.Log.Rests(recorded.Envelope.Stream) && SightOf(recorded.Envelope.Stream.Number) is { } sight && EventAnswer.Of(recorded, sight) is not null;

    /// <summary>The days of which somebody is to be reminded today.</summary>
    /// <param name="person">Number of the file.</param>
    /// <param name="today">The chain's date.</param>
    public ImmutableArray<MailNotice> DaysOf(long person, Day today)
    {
        if (SightOf(person) is not { } sight)
        {
            return [];
        }
        var file = sight.State.File;
        var household = FileState.Read(store, StreamId.Of(file.Registration.Household)).Household;
        return
        [
            .. FirstPage.Within(file, WayAhead.Of(file, household, lawOn(today), today), file.Guidance.Preferences.RemindDays).Where(each => each.By is not null)
                .Select(each => new MailNotice(person, each.On is null ? NoticeKind.LastDay : NoticeKind.Appointment, each.By!.Value, 0)).Distinct(),
        ];
    }

    /// <summary>Whether an address stands in somebody's file: not when it was taken away, or the file was erased. In a file that was merged it stands: that may be undone.</summary>
    /// <param name="person">Number of the file.</param>
    public bool HasAddress(long person) => FileState.Read(store, new StreamId(StreamKind.CaseFile, person)).File.Guidance.Preferences.Email is not null;

    /// <summary>To whom a notice goes; null when the person wants none, or may not read their file.</summary>
    /// <param name="person">Number of the file.</param>
    public Addressee? Of(long person) => SightOf(person)?.State.File is { Guidance.Preferences: { Email: { } address, Letters: var letters } } file
        ? new(address, GuidanceForms.LanguageOf(letters) ?? (file.Registration.Identity is { } identity ? GuidanceForms.LanguageOf(identity.Language) : null) ?? PortalLanguage.StandIn) : null;

    private Sight? SightOf(long person)
    {
        var stream = new StreamId(StreamKind.CaseFile, person);
        return store.Log.Rests(stream) ? null : gate.Glimpse(new Caller(Applicant, checked((int)person), []), stream);
    }
}
