using Schakel.Norms;


namespace Schakel.Rehearsal.Model;

/// <summary>Which days are working days, looked up (werkdagen: no Saturday, Sunday or recognised holiday).</summary>
internal sealed class WorkDays
{
    private readonly int _first;
    private readonly bool[] _works;

    public WorkDays(Law law, int first, int count)
    {
        _first = first;
        _works = [.. Enumerable.Range(first, count).Select(day => ProcedureDays.Counts(law, new Day(day), Centre.Land))];
    }

    /// <summary>Whether a day (epoch) is a working day.</summary>
    public bool IsWorkDay(int day) => _works[day - _first];

    /// <summary>The first working day on or after a day.</summary>
    public int NextWorkDay(int day)
    {
        while (!_works[day - _first])
        {
            day++;
        }

        return day;
    }
}
