using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Steering;

/// <summary>One line of the day book.</summary>
/// <param name="Day">First day on which the value holds (epoch day).</param>
/// <param name="Name">Name of a parameter, or <see cref="DayBook.ImmigrationServicePosts"/>.</param>
/// <param name="Value">The value.</param>
public readonly record struct DayBookLine(int Day, string Name, double Value);

/// <summary>
/// What the figures need and no event tells (dagboek): what every parameter stands at, and the full-time posts of the immigration
/// service. A line is added when a value is another than the day before.
/// </summary>
internal sealed class DayBook
{
    /// <summary>Name under which the posts stand.</summary>
    public const string ImmigrationServicePosts = "posts.ind";

    private readonly Dictionary<string, double> _last = [];
    private readonly List<DayBookLine> _lines = [];

    /// <summary>All lines, in order of day.</summary>
    public IReadOnlyList<DayBookLine> Lines => _lines;

    /// <summary>A day begins, with these values of the parameters.</summary>
    public void BeginDay(int day, Settings settings)
    {
        foreach (var parameter in ParameterCatalogue.All)
        {
            Add(day, parameter.Id, settings[parameter]);
        }
    }

    /// <summary>A day ends, with so many posts.</summary>
    public void Posts(int day, double posts) => Add(day, ImmigrationServicePosts, posts);

    private void Add(int day, string name, double value)
    {
        if (!_last.TryGetValue(name, out var last) || last != value)
        {
            _last[name] = value;
            _lines.Add(new DayBookLine(day, name, value));
        }
    }
}
