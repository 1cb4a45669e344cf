using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Store.Log;

namespace Schakel.Store.Models;

// How it works. A page per person, household and site holds what the models need; events are applied to it in order. Live, a page that is
// not in memory is read from its stream up to the checkpoint. A rebuild starts with no pages and reads all; both tell by the same code, so
// that a rebuilt model is the live one.

/// <summary>Folds events into what they change (vouwen).</summary>
/// <param name="terms">Terms by which a person is found.</param>
/// <param name="isErased">Whether a person's content was erased: the household's stream still names the person, its rows do not.</param>
internal sealed class ModelFold(Func<CaseFile, IReadOnlyList<long>> terms, Func<long, bool> isErased)
{
    private readonly Dictionary<StreamId, Page> _pages = [];
    private readonly HashSet<StreamId> _touched = [];
    private ModelChange _change = new();

    /// <summary>Reads a stream up to the checkpoint; without it every page begins empty.</summary>
    public Func<StreamId, IEnumerable<RecordedEvent>>? Load { get; init; }

    /// <summary>Pages in memory.</summary>
    public int Count => _pages.Count;

    /// <summary>Files, with the version they have here; those that were erased are left out.</summary>
    public IEnumerable<(long Person, PersonPage Page)> Files =>
        _pages.Where(page => page.Value.Person is { Erased: false }).Select(page => (page.Key.Number, page.Value.Person!));

    /// <summary>The household with a number, as far as it is here.</summary>
    public (int Version, Household State)? Household(long number) =>
        _pages.TryGetValue(new(StreamKind.Household, number), out var page) ? (page.Version, page.Household!) : null;

    /// <summary>The site with a number, as far as it is here.</summary>
    public (int Version, Site State)? SiteOf(long number) =>
        _pages.TryGetValue(new(StreamKind.Site, number), out var page) && page.Site is { } site ? (page.Version, site) : null;

    /// <summary>Whether a person's content was erased.</summary>
    public bool IsErased(long person) => isErased(person);

    /// <summary>Forgets all pages.</summary>
    public void Clear()
    {
        _pages.Clear();
        _touched.Clear();
        _change = new();
    }

    /// <summary>Applies an event.</summary>
    public void Apply(RecordedEvent recorded)
    {
        var stream = recorded.Envelope.Stream;
        if (!_pages.TryGetValue(stream, out var page))
        {
            _pages[stream] = page = Open(stream, recorded.Envelope.Version);
        }
        _touched.Add(stream);
        Counting.Count(recorded.Event, recorded.Envelope.OccurredOn, counted => _change.Add(counted));
        if (page.Site is { } before && recorded.Event is { } happened)
        {
            Occupy(stream, before, happened, recorded.Envelope.OccurredOn.Number);
        }
        Turn(page, recorded);
    }

    /// <summary>What changed since the last time.</summary>
    public ModelChange Take()
    {
        var taken = _change;
        foreach (var stream in _touched)
        {
            var page = _pages[stream];
            if (page.Person is { } person)
            {
                if (isErased(stream.Number))
                {
                    person.Apply(null, default, person.Version);
                }
                person.Tell(taken, terms, all: !page.Told);
            }
            else if (page.Household is { } household)
            {
                taken.Members[stream.Number] = page.Erased ? [] :
                [
                    .. household.Members.Where(member => !isErased(member.Person.Value)).Select(member => new MemberRow
                    {
                        Generation = 0,
                        Household = stream.Number,
                        Person = member.Person.Value,
                        Role = (int)member.Role,
                    }),
                ];
            }
            page.Told = true;
        }
        _touched.Clear();
        _change = new();
        return taken;
    }

    private Page Open(StreamId stream, int version)
    {
        var page = stream.Kind switch
        {
            StreamKind.CaseFile => new Page { Person = new(stream.Number) },
            StreamKind.Household => new Page { Household = Chain.Family.Household.Empty },
            StreamKind.Site => new Page { Site = Site.Unopened },
            StreamKind.Country => new Page(), // No model is about a country.
        };
        if (Load is not null && version > 1)
        {
            foreach (var earlier in Load(stream))
            {
                Turn(page, earlier);
            }
        }
        return page;
    }

    private static void Turn(Page page, RecordedEvent recorded)
    {
        var envelope = recorded.Envelope;
        page.Version = envelope.Version;
        if (page.Person is { } person)
        {
            person.Apply(recorded.Event, envelope.OccurredOn, envelope.Version);
        }
        else if (recorded.Event is not { } happened)
        {
            page.Erased = true;
        }
        else if (page.Household is { } household)
        {
            page.Household = Decider.Evolve(household, happened);
        }
        else if (page.Site is { } site)
        {
            page.Site = Decider.Evolve(site, happened);
        }
    }

    private void Occupy(StreamId stream, Site before, ChainEvent happened, int day)
    {
        var site = (int)stream.Number;
        var modality = (int)before.Modality;
        switch (happened)
        {
            case SiteOpened opened:
                _change.Add(site, (int)opened.Modality, day, 0, opened.Capacity);
                break;
            case SiteResized resized:
                _change.Add(site, modality, day, 0, resized.Capacity - before.Capacity);
                break;
            case SiteClosed:
                _change.Add(site, modality, day, 0, -before.Capacity);
                break;
            case SlotOccupied:
                _change.Add(site, modality, day, 1, 0);
                break;
            case SlotReleased:
                _change.Add(site, modality, day, -1, 0);
                break;
            default:
                break;
        }
    }

    private sealed class Page
    {
        public PersonPage? Person { get; init; }

        public Household? Household { get; set; }

        public Site? Site { get; set; }

        public int Version { get; set; }

        public bool Erased { get; set; }

        public bool Told { get; set; }
    }
}
