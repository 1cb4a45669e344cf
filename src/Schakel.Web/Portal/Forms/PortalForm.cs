using System.Collections.Immutable;
using Schakel.Chain;

namespace Schakel.Web.Portal.Forms;

/// <summary>
/// Something a person can do themselves (formulier): some questions and the one command that follows from the answers. The page is the
/// same for all; each room says what it asks.
/// </summary>
/// <param name="Name">Last segment of its address.</param>
/// <param name="Subject">Prefix of its texts: title, lead, done.</param>
/// <param name="Step">Code of the step it takes: when that is not open, the form is not.</param>
/// <param name="Fields">The questions.</param>
/// <param name="Command">The command.</param>
public sealed record PortalForm(string Name, string Subject, string Step, ImmutableArray<Field> Fields, Func<Answers, CaseCommand> Command)
{
    /// <summary>Keys of what else there is to know before one begins.</summary>
    public ImmutableArray<string> Before { get; init; } = [];

    /// <summary>What was said before, by name of the question: it stands in the form, and can be changed. Nothing for most.</summary>
    public Func<CaseFile, IEnumerable<(string Name, string Answer)>> Said { get; init; } = _ => [];

    /// <summary>The form as it is for somebody today, where what can be chosen is not the same for all: a form without questions has nothing to choose.</summary>
    public Func<CaseVisit, PortalForm>? Offered { get; init; }

    /// <summary>Key of the words on the button.</summary>
    public string Send { get; init; } = "common.send";

    /// <summary>A file goes with it: then it is sent at once, as a file cannot be shown again.</summary>
    public bool HasFile => Fields.Any(each => each.Kind == FieldKind.File);

    /// <summary>The answers are shown again before they are sent: where there is something to check.</summary>
    public bool IsChecked => !HasFile && Fields.Any(each => each.Kind is FieldKind.Line or FieldKind.Words or FieldKind.Number or FieldKind.Day or FieldKind.Municipality || each.Options.Length > 2);

    /// <summary>There is nothing to choose from today.</summary>
    public bool HasNothing => Offered is not null && Fields.IsEmpty;

    /// <summary>The form as it is for somebody today.</summary>
    /// <param name="visit">Whose case.</param>
    public PortalForm For(CaseVisit visit) => Offered?.Invoke(visit) ?? this;

    /// <summary>Its address.</summary>
    public string Path => $"{PortalPaths.Do}/{Name}";
}
