using System.Collections.Immutable;
using Schakel.Rehearsal.Engine;

namespace Schakel.Rehearsal.Model;

/// <summary>
/// What every parameter stands at today in one replication (parameterstand): drawn once, changed by measures from day to day. A changed
/// parameter is worked out anew from its draw at every day on which one of its changes begins or ends, so that changes may overlap.
/// </summary>
internal sealed class Settings
{
    private readonly ImmutableArray<ParameterChange> _changes;
    private readonly double[] _sizes;
    private readonly double[] _drawn;
    private readonly double[] _today;
    private readonly double[]?[] _byGroup;
    private readonly (int Day, Parameter Parameter)[] _turns;
    private int _next;

    public Settings(ModelInputs inputs, Chance chance, bool central)
    {
        _drawn = inputs.Parameters.Draw(chance, central);
        _today = [.. _drawn];
        _byGroup = new double[]?[_drawn.Length];
        _changes = [.. inputs.Changes.OrderBy(c => c.From.Number)];
        _sizes = [.. _changes.Select(c => c.Draw(chance, central))];
        _turns =
        [
            .. _changes.SelectMany(c => c.Until is { } last ? [(c.From.Number, c.Parameter), (last.Number + 1, c.Parameter)] : new[] { (c.From.Number, c.Parameter) })
                .OrderBy(turn => turn.Item1),
        ];
        foreach (var change in _changes.Where(c => c.Group is not null))
        {
            var values = _byGroup[change.Parameter.Index] ??= new double[inputs.Groups.Length];
            Array.Fill(values, _drawn[change.Parameter.Index]);
        }
    }

    /// <summary>Value of a parameter for all.</summary>
    public double this[Parameter parameter] => _today[parameter.Index];

    /// <summary>Value of a parameter for one nationality group.</summary>
    public double this[Parameter parameter, int group] =>
        _byGroup[parameter.Index] is { } values ? values[group] : _today[parameter.Index];

    /// <summary>A day begins: whatever changes on it, or changed since the last one, is worked out.</summary>
    public void BeginDay(int today)
    {
        while (_next < _turns.Length && _turns[_next].Day <= today)
        {
            var parameter = _turns[_next++].Parameter;
            _today[parameter.Index] = ValueOn(today, parameter, null);
            if (_byGroup[parameter.Index] is { } values)
            {
                for (var group = 0; group < values.Length; group++)
                {
                    values[group] = ValueOn(today, parameter, group);
                }
            }
        }
    }

    private double ValueOn(int today, Parameter parameter, int? group)
    {
        var value = _drawn[parameter.Index];
        for (var i = 0; i < _changes.Length; i++)
        {
            var change = _changes[i];
            if (change.Parameter != parameter || !change.HoldsOn(today) || (change.Group is { } only && only != group))
            {
                continue;
            }

            value = Math.Clamp(
                change.Kind switch
                {
                    ChangeKind.Set => _sizes[i],
                    ChangeKind.Scale => value * _sizes[i],
                    ChangeKind.Add => value + _sizes[i],
                },
                parameter.Minimum, parameter.Maximum);
        }

        return value;
    }
}
