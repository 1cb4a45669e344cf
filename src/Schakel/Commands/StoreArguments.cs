using System.CommandLine;
using Schakel.Demonstration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Desks;
using Schakel.Store.Log;
using Schakel.Store.Rows;

namespace Schakel.Commands;

/// <summary>Where the data are, and under which law: options that the commands on them share.</summary>
internal sealed class StoreArguments
{
    private readonly Option<string> _data = new("--data") { Description = "The data folder.", DefaultValueFactory = _ => VerifyCommand.DefaultFolder };
    private readonly Option<string?> _postgres = new("--postgres") { Description = "Connection string of PostgreSQL, when the data are there; the folder then has the keys." };
    private readonly Option<string?> _today = new("--today") { Description = "The chain's day as yyyy-mm-dd; without it that of a demonstration, or the last day on which something happened." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command, bool withToday)
    {
        command.Options.Add(_data);
        command.Options.Add(_postgres);
        if (withToday)
        {
            command.Options.Add(_today);
        }
    }

    /// <summary>Where the data are.</summary>
    public StorePlace PlaceOf(ParseResult parsed) => new(parsed.GetValue(_data)!, parsed.GetValue(_postgres));

    /// <summary>What the desk decides by: the law in use, the chain's own steps, and a day that stands still.</summary>
    public DeskSettings SettingsOf(ParseResult parsed, Day? otherwise = null)
    {
        var text = parsed.GetValue(_today);
        if (text is not null && !Day.TryParse(text, out _))
        {
            throw new ArgumentException($"--today: '{text}' is no day. Give it as yyyy-mm-dd.");
        }
        var place = PlaceOf(parsed);
        var today = text is not null && Day.TryParse(text, out var given) ? given : LastDayOf(place) ?? otherwise
            ?? throw new ArgumentException("--today: the data are empty, so the chain's day is not known. Give it as yyyy-mm-dd.");
        return new(LawInUse.In(place.Folder), new StandingClock(today), TimeProvider.System) { StepsOf = ChainSteps.Of };
    }

    private static Day? LastDayOf(StorePlace place)
    {
        if (place.Postgres is null && !LogReader.IsThere(place.Folder))
        {
            return null;
        }
        if (DemonstrationState.IsIn(place.Folder))
        {
            return DemonstrationState.Read(place.Folder).Today;
        }
        using var log = LogReader.Open(place);
        return log.Days?.Last;
    }

    private sealed record StandingClock(Day Today) : IChainClock;
}
