using System.Globalization;
using Schakel.Chain;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Chain.Return;
using Schakel.Norms;

namespace Schakel.Store.Models;

/// <summary>One for a counter (telling).</summary>
/// <param name="Month">The month, as 202401.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Detail">Which of its kind.</param>
internal readonly record struct Counted(int Month, CounterKind Kind, string Detail);

/// <summary>What events add to the counters (tellen): a function of the event and its day alone, so that it can be told again.</summary>
internal static class Counting
{
    /// <summary>What an event adds.</summary>
    /// <param name="happened">The event; null when its content was erased.</param>
    /// <param name="on">The day it happened.</param>
    /// <param name="add">Receives what is added.</param>
    public static void Count(ChainEvent? happened, Day on, Action<Counted> add)
    {
        var (year, month, _) = on.Parts;
        var when = (year * 100) + month;
        switch (happened)
        {
            case PersonArrived arrived:
                add(new(when, CounterKind.Registrations, Kebab(arrived.Route)));
                break;
            case ApplicationDecided decided:
                add(new(when, CounterKind.Decisions, Kebab(decided.Outcome)));
                if (Decisions.IsGrant(decided.Outcome))
                {
                    add(new(when, CounterKind.Grants, Kebab(decided.Outcome)));
                }
                break;
            case PersonMoved moved:
                add(new(when, CounterKind.Moves, Kebab(moved.Modality)));
                break;
            case MovedIntoHome moved:
                add(new(when, CounterKind.HomesTaken, ""));
                add(new(when, CounterKind.HomesTakenIn, NameOf(moved.Municipality)));
                break;
            case HomeOffered offered:
                add(new(when, CounterKind.HomesOfferedIn, NameOf(offered.Municipality)));
                break;
            case Departed departed:
                add(new(when, CounterKind.Departures, Kebab(departed.Kind)));
                break;
            case TransferredToState:
                add(new(when, CounterKind.Departures, "transferred"));
                break;
            case LeftWithUnknownDestination:
                add(new(when, CounterKind.Departures, "unknown-destination"));
                break;
            case BreachRecorded breach:
                add(new(when, CounterKind.Breaches, breach.Norm));
                add(ByWeek(CounterKind.BreachesByWeek, on));
                break;
            case AppealLodged or FurtherAppealLodged:
                add(ByWeek(CounterKind.AppealsByWeek, on));
                break;
            default:
                break;
        }
    }

    /// <summary>The first day of the week of a day.</summary>
    /// <param name="day">The day.</param>
    public static Day MondayOf(Day day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>A municipality as a detail: its number in four digits.</summary>
    /// <param name="municipality">The municipality.</param>
    public static string NameOf(MunicipalityId municipality) => municipality.Value.ToString("0000", CultureInfo.InvariantCulture);

    private static Counted ByWeek(CounterKind kind, Day on)
    {
        var monday = MondayOf(on);
        return new((monday.Parts.Year * 100) + monday.Parts.Month, kind, monday.ToString());
    }

    /// <summary>A member of an enumeration in kebab case.</summary>
    public static string Kebab<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
