using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Steps;
using Modality = Schakel.Rehearsal.Reception.Modality;
using Step = Schakel.Rehearsal.Steps.Step;
using StepKind = Schakel.Rehearsal.Steps.StepKind;

namespace Schakel.Conformance;

/// <summary>A life written by hand, as the steps a rehearsal would have told (levensloop).</summary>
internal sealed class Life
{
    private const int MinutesPerDay = 24 * 60;
    private readonly List<(int Minute, int Order, Step Step)> _steps = [];
    private readonly Day _start;

    public Life(string start, params SimulatedPerson[] persons)
    {
        _start = Date(start);
        Persons = persons;
    }

    public IReadOnlyList<SimulatedPerson> Persons { get; }

    public IEnumerable<Step> Steps => _steps.OrderBy(step => step.Minute).ThenBy(step => step.Order).Select(step => step.Step);

    public static Day Date(string iso) => Day.TryParse(iso, out var day) ? day : throw new ArgumentException($"{iso} is no day.");

    public static SimulatedPerson Person(int household, string born, HouseholdRole role) =>
        new(0, household, Date(born).Number, 0, role);

    /// <summary>A site that opens on the first day.</summary>
    public Life Site(int site, int capacity, Modality modality) =>
        Add(_start.ToString(), new Step(0, -1 - site, capacity, (short)modality, StepKind.OpenSite));

    /// <summary>Something that happens to each of these persons.</summary>
    public Life On(string day, StepKind kind, int a = 0, int b = 0, params int[] persons)
    {
        foreach (var person in persons.Length == 0 ? [0] : persons)
        {
            Add(day, new Step(0, person, a, (short)b, kind));
        }
        return this;
    }

    public Life All(string day, StepKind kind, int a = 0, int b = 0) =>
        On(day, kind, a, b, [.. Enumerable.Range(0, Persons.Count)]);

    public Replay Replayed(EventSink? sink = null)
    {
        var replay = new Replay(ReplayContext.Under(Regimes.January2024, _start, Persons), sink);
        replay.Apply(Steps);
        return replay;
    }

    public Life Without(StepKind kind)
    {
        var life = new Life(_start.ToString(), [.. Persons]);
        foreach (var step in _steps.Where(step => step.Step.Kind != kind))
        {
            life._steps.Add(step);
        }
        return life;
    }

    private Life Add(string day, Step step)
    {
        var minute = ((Date(day) - _start) * MinutesPerDay) + 600;
        _steps.Add((minute, _steps.Count, step with { Minute = minute }));
        return this;
    }
}
