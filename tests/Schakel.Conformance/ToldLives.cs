using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Model;

namespace Schakel.Conformance;

/// <summary>Something that happened, with what went with it.</summary>
/// <param name="Told">The event somebody asked for.</param>
/// <param name="With">Events recorded together with it.</param>
internal sealed record ToldAct(LoggedEvent Told, ImmutableArray<LoggedEvent> With)
{
    public Day Day => Told.Day;

    public ChainEvent Event => Told.Event;

    /// <summary>The same on another moment.</summary>
    public ToldAct On(Day day, int minute) => new(Told with { Day = day, Minute = minute }, [.. With.Select(each => each with { Day = day, Minute = minute })]);
}

/// <summary>
/// The lives of a small nation as a log tells them (verteld). Its sites have room for everybody, so that a life that is broken takes no
/// place from another.
/// </summary>
internal sealed class ToldLives
{
    private const int Room = 100_000;

    private ToldLives(ImmutableArray<ToldAct> acts, Func<Day, Law> lawOn)
    {
        (Acts, LawOn) = (acts, lawOn);
        ByPerson = acts.Where(act => act.Told.Stream.Kind == StreamKind.CaseFile).ToLookup(act => new PersonId(act.Told.Stream.Number));
    }

    public ImmutableArray<ToldAct> Acts { get; }

    public ILookup<PersonId, ToldAct> ByPerson { get; }

    public Func<Day, Law> LawOn { get; }

    public static ToldLives Of(ModelInputs inputs)
    {
        var nation = new Nation(inputs, 1, 0, keepSteps: true);
        nation.Live();
        var events = new List<LoggedEvent>();
        var replay = new Replay(Conform.ContextOf(nation), (in RecordedEvent told) =>
        {
            var happened = told.Event is SiteOpened opened ? opened with { Capacity = Room } : told.Event;
            if (happened is not (BreachRecorded { Norm: Sites.CapacityNorm } or PlacedOnEmergencyGround))
            {
                events.Add(new(
                    events.Count + 1, inputs.Start.PlusDays(told.Minute / 1440), told.Minute % 1440, new(told.Stream, told.Index + 1L), happened));
            }
        });
        replay.Apply(nation.Steps);
        return new([.. ActsOf(events)], day => Conform.LawOn(inputs, day));
    }

    /// <summary>Judges acts in order of time; of one moment the given order stays.</summary>
    public List<RefusedEvent> Judge(IEnumerable<ToldAct> acts)
    {
        var refused = new List<RefusedEvent>();
        var judge = new LogJudge(LawOn, refused.Add);
        foreach (var act in acts.OrderBy(act => (act.Day.Number * 1440L) + act.Told.Minute))
        {
            judge.Judge(act.Told);
            foreach (var with in act.With)
            {
                judge.Judge(with);
            }
        }

        judge.Report();
        return refused;
    }

    private static IEnumerable<ToldAct> ActsOf(List<LoggedEvent> events)
    {
        for (var i = 0; i < events.Count;)
        {
            var end = i + 1;
            while (end < events.Count && events[end].Event is BreachRecorded or MoveWeighed or AdmittedOnEmergencyGround or Chain.Family.HouseholdEvent or SlotOccupied or SlotReleased)
            {
                end++;
            }

            yield return new(events[i], [.. events[(i + 1)..end]]);
            i = end;
        }
    }
}
