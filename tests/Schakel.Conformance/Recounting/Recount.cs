using System.Text.Json;
using Schakel.Norms;
using Schakel.Norms.Housing;
using Schakel.Norms.Reception;

namespace Schakel.Conformance.Recounting;

// A second implementation of every figure, from the log alone: it shares no code with the rehearsal's own count, only the law. Each event
// has one meaning here; a month is told when its last day has passed.

/// <summary>Counts the monthly series again from an object-centric log (natelling).</summary>
internal sealed partial class Recount(Func<Day, Law> lawOn)
{
    /// <summary>Series that cannot be counted from lives, with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotRecountable = new Dictionary<string, string>
    {
        ["workload.ind.fte"] = "posts of the immigration service are staff, not lives; the rehearsal object tells them by day, and staff cost is counted from there",
    };

    private readonly List<PersonSoFar> _persons = [];
    private readonly Dictionary<int, string> _modalities = [];
    private readonly Dictionary<int, (int Capacity, int Occupied)> _sites = [];
    private readonly Months _months = new();
    private readonly Dictionary<int, int> _taskDue = [];
    private Book? _book;
    private int _today;
    private int _firstDay;
    private PersonSoFar? _undecided;
    private string _outcome = "";
    private int _full;
    private int _rulingsToday;
    private double _courtHours;
    private double _attributedThisYear;
    private long _housedOfTask;

    /// <summary>Everything counted.</summary>
    public Months Counted => _months;

    /// <summary>What the log says that cannot be: a site over its capacity without a recorded breach, or the reverse.</summary>
    public List<string> Faults { get; } = [];

    public long Events { get; private set; }

    public Book Book => _book ?? throw new InvalidDataException("The log has no rehearsal object.");

    /// <summary>Counts a whole log.</summary>
    public static Recount Of(string path, Func<Day, Law> lawOn, Action<Told>? see = null)
    {
        var recount = new Recount(lawOn);
        using var log = File.OpenRead(path);
        OcelReader.Read(log, (array, element) =>
        {
            if (array == "objects")
            {
                recount.Note(element);
            }
            else if (array == "events")
            {
                var told = new Told(element);
                recount.Take(told);
                see?.Invoke(told);
            }
        });
        recount.EndDays(recount._firstDay + recount.Book.Days);
        return recount;
    }

    private void Note(JsonElement element)
    {
        var id = element.GetProperty("id").GetString()!;
        switch (element.GetProperty("type").GetString())
        {
            case "rehearsal":
                _book = new Book(element);
                _today = _firstDay = _book.Start.Number;
                break;
            case "person":
                Assert.Equal($"person:{_persons.Count + 1}", id);
                _persons.Add(new() { Group = Attribute(element, "group") });
                break;
            case "site":
                _modalities.Add(int.Parse(id.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture), Attribute(element, "modality"));
                break;
            default:
                break;
        }
    }

    private static string Attribute(JsonElement element, string name) =>
        element.GetProperty("attributes").EnumerateArray().Single(a => a.GetProperty("name").GetString() == name).GetProperty("value").GetString()!;

    private void Take(Told told)
    {
        Events++;
        EndDays(told.Day.Number);
        var breach = told.Type == "breach-recorded" ? told.Text("norm") : "";
        SettleDecision(inTime: breach != "decision-period");
        if (_full != 0 || breach == "site-capacity")
        {
            if (breach != "site-capacity" || told.Site != _full)
            {
                Faults.Add($"{told.Time}: site {_full} is over its capacity, and the log goes on with {told.Type} {breach} of site {told.Site}");
            }

            _full = 0;
        }

        if (told.File > 0)
        {
            OfPerson(told, _persons[told.File - 1]);
        }
        else if (told.Site > 0)
        {
            OfSite(told);
        }
    }

    private void OfSite(Told told)
    {
        var (capacity, occupied) = _sites.GetValueOrDefault(told.Site);
        (capacity, occupied) = told.Type switch
        {
            "site-opened" or "site-resized" => (told.Number("capacity"), occupied),
            "slot-occupied" => (capacity, occupied + 1),
            "slot-released" => (capacity, occupied - 1),
            _ => (capacity, occupied),
        };
        _sites[told.Site] = (capacity, occupied);
        if (told.Type == "site-closed")
        {
            Assert.Equal(0, occupied);
            _sites.Remove(told.Site);
        }

        _full = told.Type is "slot-occupied" or "site-resized" && occupied > capacity ? told.Site : 0;
    }

    private void EndDays(int until)
    {
        while (_today < until)
        {
            SettleDecision(inTime: true);
            EndDay();
            _today++;
        }
    }

    private int ArrearsDue() => _taskDue.Where(due => due.Key <= _today).Sum(due => due.Value);

    // The municipal task grows by a permit holder at the end of the housing term, counted from the day the chain knows of the permit.
    private void WaitForHome(PersonSoFar person)
    {
        person.Waiting = true;
        var none = default(NoTrace);
        var due = HousingTerm.Of(lawOn(new Day(_today)), new Day(_today), ref none).MoveBy.Number;
        _taskDue[due] = _taskDue.GetValueOrDefault(due) + 1;
    }

    private bool BeyondMunicipalLimit(PersonSoFar person)
    {
        if (person.Site == 0 || person.Modality != "municipal")
        {
            return false;
        }

        var none = default(NoTrace);
        return _today > MunicipalSite.LastDay(lawOn(new Day(person.AtSiteSince)), new Day(person.AtSiteSince), ref none).Number;
    }
}
