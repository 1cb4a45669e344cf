using System.CommandLine;
using Schakel.Norms;

namespace Schakel.Commands;

/// <summary>Which law is asked: the options <c>--regime</c> and <c>--on</c>.</summary>
internal sealed class LawArguments
{
    private const string Default = "january-2024";

    private readonly Option<string?> _regime = new("--regime")
    {
        Description = $"Law by name: {string.Join(", ", Regimes.Names)}. Without it {Default}.",
        HelpName = "R",
    };

    private readonly Option<string?> _on = new("--on")
    {
        Description = "Instead of a regime: the law as it was known on this day (yyyy-mm-dd), with all that was announced by then. "
            + "Which version governs a case follows from the case's own dates, never from this one.",
        HelpName = "DATE",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_regime);
        command.Options.Add(_on);
    }

    /// <summary>The law that was asked for.</summary>
    /// <exception cref="NormException">There is no such regime or day, or both are given and differ.</exception>
    public Law Read(ParseResult parsed)
    {
        var (regime, on) = (parsed.GetValue(_regime), parsed.GetValue(_on));
        if (on is null)
        {
            return Regimes.Find(regime ?? Default);
        }

        if (!Day.TryParse(on, out var day))
        {
            throw new UnreadableQuestionException("--on", $"`{on}` is not a day that exists; give a date (yyyy-mm-dd)");
        }

        if (regime is null)
        {
            return Regimes.KnownOn(day);
        }

        var law = Regimes.Find(regime);
        return law.KnownOn == day
            ? law
            : throw new UnreadableQuestionException("--on", $"{day} contradicts --regime {regime}, which is the law as known on {law.KnownOn}; give one of the two");
    }
}
