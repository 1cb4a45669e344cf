namespace Schakel.Norms.Housing;

/// <summary>A rung of supervision by the province (trede van de interventieladder).</summary>
public enum SupervisionStep
{
    /// <summary>No backlog, no supervision.</summary>
    None,

    /// <summary>Signal (signaleren).</summary>
    Signal,

    /// <summary>Ask for information and check it (informatie opvragen en valideren).</summary>
    Information,

    /// <summary>Actions, terms and agreements (actief toezicht).</summary>
    Agreements,

    /// <summary>Prior announcement of intervention (vooraankondiging).</summary>
    Announcement,

    /// <summary>Decision to substitute, with a last term (besluit tot indeplaatsstelling).</summary>
    Decision,

    /// <summary>Substitution, at the municipality's cost (indeplaatsstelling).</summary>
    Substitution,
}

/// <summary>Supervision of the housing task by the province (interventieladder, Gemeentewet 124 and on): one rung each half-year.</summary>
/// <remarks>Each province publishes its own policy; the rungs are common to them, their pace is an assumption.</remarks>
public static class SupervisionLadder
{
    private static readonly Rule Ladder = new(
        "municipal-task.supervision-ladder",
        new("Interventieladder taakstelling huisvesting", "Ladder of supervision of the housing task"),
        new(Acts.None, "Gemeentewet 124 en verder; provinciale beleidsregels", "Rungs as in the policy of Zuid-Holland, 2020; the pace is an assumption."));

    /// <summary>The rung after a half-year.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="current">The rung before.</param>
    /// <param name="backlog">Persons not housed at the end of the half-year, earlier backlog included (dossier TAK-8); a surplus is 0.</param>
    /// <param name="agreementsKept">Whether agreements made with the province are kept; then active supervision goes no further.</param>
    /// <param name="trace">Receives the rule and a sentence.</param>
    /// <returns>The rung after.</returns>
    public static SupervisionStep Next<TTrace>(SupervisionStep current, int backlog, bool agreementsKept, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var next = backlog <= 0
            ? SupervisionStep.None
            : current switch
            {
                SupervisionStep.None => SupervisionStep.Signal,
                SupervisionStep.Signal => SupervisionStep.Information,
                SupervisionStep.Information => SupervisionStep.Agreements,
                SupervisionStep.Agreements => agreementsKept ? SupervisionStep.Agreements : SupervisionStep.Announcement,
                SupervisionStep.Announcement => SupervisionStep.Decision,
                SupervisionStep.Decision or SupervisionStep.Substitution => SupervisionStep.Substitution,
            };
        if (TTrace.Records)
        {
            var words = InWords(next);
            trace.Apply(Ladder);
            trace.Say(new($"Toezicht van de provincie: {words.Dutch}.", $"Supervision by the province: {words.English}."));
        }

        return next;
    }

    /// <summary>Persons carried over to the next half-year: task and backlog less the persons housed; negative is a surplus.</summary>
    /// <param name="task">The task of the half-year.</param>
    /// <param name="carriedOver">Backlog of before; negative is a surplus.</param>
    /// <param name="housed">Persons housed, with family and those the reception agency arranged.</param>
    /// <returns>The balance.</returns>
    public static int Balance(int task, int carriedOver, int housed) => task + carriedOver - housed;

    private static Text InWords(SupervisionStep step) => step switch
    {
        SupervisionStep.None => new("geen", "none"),
        SupervisionStep.Signal => new("signaal", "signal"),
        SupervisionStep.Information => new("opvragen van informatie", "request for information"),
        SupervisionStep.Agreements => new("actief toezicht met afspraken", "active supervision with agreements"),
        SupervisionStep.Announcement => new("vooraankondiging", "prior announcement"),
        SupervisionStep.Decision => new("besluit tot indeplaatsstelling", "decision to substitute"),
        SupervisionStep.Substitution => new("indeplaatsstelling", "substitution"),
    };
}
