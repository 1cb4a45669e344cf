using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Live;

// Why everybody is redrawn, and not only those whose file changed: places, lines and hours are shared. A man who withdrew frees a bed and
// an hour that another gets; steps of two rehearsals side by side would send people to sites that only one of them opened. One rehearsal
// from the files as they stand is consistent by construction, and a person's own draws stay: they are keyed by person, and the first
// draw that agrees with the file counts, so that whoever was left alone goes on much as before.

/// <summary>
/// What happens next to the people of the live stock, unless somebody intervenes (vervolg). After an intervention a plan is made anew from
/// the files as they then stand: nobody's next step contradicts the file. For a demonstration with synthetic people; never for showing
/// what would become of a named person (red line 1).
/// </summary>
public sealed partial class LivePlan
{
    private readonly ReplayContext _context;

    private LivePlan(ReplayContext context, int days, IReadOnlyList<Step> steps) => (_context, Days, Steps) = (context, days, steps);

    /// <summary>First day of the plan.</summary>
    public Day Start => _context.Start;

    /// <summary>For how many days it says what happens.</summary>
    public int Days { get; }

    /// <summary>The steps, in global order of time.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>Draws what happens next, for as long as the inputs say.</summary>
    /// <param name="inputs">Inputs with a live stock (<see cref="LiveInputs.Of"/>).</param>
    /// <param name="seed">Seed of every chance: the same seed draws the same people alike, from whatever day.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="ArgumentException">The inputs have no live stock.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static LivePlan Draw(ModelInputs inputs, ulong seed, CancellationToken stop = default)
    {
        if (inputs.Live is null)
        {
            throw new ArgumentException($"The inputs `{inputs.Scenario}` have no live stock to go on from.", nameof(inputs));
        }

        var nation = new Nation(inputs, seed, 0, keepSteps: true, central: true);
        nation.Live(stop);
        return new(Conform.ContextOf(nation), inputs.Days, nation.Steps);
    }

    /// <summary>The day of a step.</summary>
    /// <param name="step">The step.</param>
    public Day DayOf(in Step step) => _context.Start.PlusDays(step.Minute / (24 * 60));

    /// <summary>Whose history a step is for.</summary>
    /// <param name="step">The step.</param>
    public StreamId StreamOf(in Step step) => step.Person < 0
        ? StreamId.Of(_context.Numbering.Site(-1 - step.Person))
        : StreamId.Of(_context.Numbering.Person(step.Person));

    /// <summary>Someone whom a step is about, as the rehearsal knows them: who was born when, in which group, under which key of chance.</summary>
    /// <param name="step">A step of a person.</param>
    public SimulatedPerson PersonOf(in Step step) => _context.Persons[step.Person];

    /// <summary>What has to be looked at before a step is a command: the person's file, a site, both, or for most steps nothing.</summary>
    /// <param name="step">The step.</param>
    public IEnumerable<StreamId> LooksAt(Step step)
    {
        var (file, site) = StepCommands.LooksAt(step);
        if (file)
        {
            yield return StreamOf(step);
        }

        if (site >= 0)
        {
            yield return StreamId.Of(_context.Numbering.Site(site));
        }
    }

    /// <summary>The commands of a step, without their <see cref="Companions"/>: one, or two in order.</summary>
    /// <param name="step">The step.</param>
    /// <param name="seen">What <see cref="LooksAt"/> names, as it stands by then; no other stream is asked for.</param>
    public IEnumerable<Command> CommandsOf(Step step, Func<StreamId, object> seen)
    {
        // A kind of step that reads the file and does not say so finds none, and fails here.
        var file = StepCommands.LooksAt(step).File ? (CaseFile)seen(StreamOf(step)) : null;
        var act = StepCommands.Of(step, _context, file!, site => ((Site)seen(StreamId.Of(site))).Modality, DayOf(step));
        yield return (Command?)act.Case ?? act.Site!;
        if (act.Then is { } then)
        {
            yield return then;
        }
    }

    /// <summary>A replay that goes on on the live files.</summary>
    /// <param name="sink">Takes the events; null when nobody wants them.</param>
    public Replay Replay(EventSink? sink = null) => new(_context, sink);
}
