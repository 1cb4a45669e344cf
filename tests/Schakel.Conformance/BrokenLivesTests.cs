using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Rehearsal.Conformance;

namespace Schakel.Conformance;

/// <summary>A conformance that can fail: a thousand lives are broken in one way each, and each is refused at that step for that reason.</summary>
public sealed class BrokenLivesTests(ITestOutputHelper output)
{
    private const int Thousand = 1000;
    private static readonly Lazy<ToldLives> Told = new(() => ToldLives.Of(Rehearsals.Of(2022, 0.05, years: 2)));

    [Fact]
    public void The_untouched_lives_are_accepted() =>
        Assert.Empty(Told.Value.Judge(Told.Value.Acts).Take(3).Select(TextOf));

    [Fact]
    public void A_thousand_lives_broken_in_one_way_are_refused_at_that_step_for_that_reason()
    {
        var lives = Told.Value;
        var broken = Break(lives);
        Assert.Equal(Thousand, broken.Count);
        var acts = broken.Values.SelectMany(each => each.Life.Beside)
            .Concat(lives.Acts.Where(act => act.Told.Stream.Kind != StreamKind.CaseFile || !broken.ContainsKey(new(act.Told.Stream.Number))))
            .Concat(broken.Values.SelectMany(each => each.Life.Acts));
        var first = new Dictionary<PersonId, RefusedEvent>();
        foreach (var refused in lives.Judge(acts))
        {
            if (refused.Person is { } person)
            {
                first.TryAdd(person, refused);
            }
        }

        var wrong = broken.Where(each => !IsRefusedThere(first.GetValueOrDefault(each.Key), each.Value.Kind, each.Value.Life)).ToArray();
        foreach (var kind in Breach.All)
        {
            output.WriteLine($"{broken.Values.Count(each => each.Kind == kind),5} {kind.Name}: {kind.Because.Code} [{kind.Because.Norm}]");
        }

        Assert.Empty(wrong.Select(each =>
            $"{each.Value.Kind.Name}: {(first.TryGetValue(each.Key, out var refused) ? TextOf(refused) : "accepted")}"));
        Assert.All(Breach.All, kind => Assert.Contains(broken.Values, each => each.Kind == kind));
    }

    [Fact]
    public void What_went_with_an_act_must_be_told_and_nothing_else()
    {
        var lives = Told.Value;
        var arrived = lives.Acts.First(act => act.Event is PersonArrived && act.With.Length == 1);
        var without = lives.Judge(lives.Acts.Select(act => act == arrived ? act with { With = [] } : act))[0];
        Assert.Equal((LogJudge.Missing.Code, arrived.Told.Number), (without.Refusal.Code, without.Told.Number));
        var twice = lives.Judge(lives.Acts.Select(act => act == arrived ? act with { With = [act.With[0], act.With[0]] } : act))[0];
        Assert.Equal(LogJudge.NothingLedToIt.Code, twice.Refusal.Code);
    }

    private static Dictionary<PersonId, (Breach Kind, Broken Life)> Break(ToldLives lives)
    {
        var broken = new Dictionary<PersonId, (Breach, Broken)>();
        var households = new HashSet<HouseholdId>();
        var kind = 0;
        var waiting = Breach.All.ToDictionary(each => each, _ => 0);
        foreach (var life in lives.ByPerson.OrderBy(each => each.Key.Value).Select(each => each.ToArray()))
        {
            if (broken.Count == Thousand)
            {
                break;
            }

            if (life[0].Event is not PersonArrived arrived || households.Contains(arrived.Household))
            {
                continue;
            }

            // The kind that has had the fewest lives and has a place in this one.
            foreach (var each in Breach.All.OrderBy(each => waiting[each]).ThenBy(each => (Index(each) + kind) % Breach.All.Count))
            {
                if (each.Break(life, lives.LawOn(life[0].Day)) is { } found)
                {
                    waiting[each]++;
                    kind++;
                    households.Add(arrived.Household);
                    broken[new(life[0].Told.Stream.Number)] = (each, found);
                    break;
                }
            }
        }

        return broken;
    }

    private static int Index(Breach kind) => Breach.All.ToList().IndexOf(kind);

    private static bool IsRefusedThere(RefusedEvent? refused, Breach kind, Broken life) =>
        refused is not null && refused.Refusal.Code == kind.Because.Code && refused.Refusal.Norm == kind.Because.Norm
        && refused.Told.Number == life.At.Told.Number && refused.Told.Event == life.At.Event;

    private static string TextOf(RefusedEvent refused) =>
        $"{refused.Told.Day} {refused.Told.Stream} {refused.Told.Event}: {refused.Refusal.Code} [{refused.Refusal.Norm}]";
}
