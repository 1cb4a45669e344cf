using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;

namespace Schakel.Rehearsal.Procedure;

/// <summary>A kind of work at the immigration service.</summary>
internal enum WorkKind
{
    /// <summary>Hearing and deciding in track 4, and litigation on it.</summary>
    Substantive = 0,
    /// <summary>Tracks 1 and 2.</summary>
    Simplified,
    /// <summary>Family reunification.</summary>
    Family,
}

/// <summary>
/// Staff of the immigration service by kind of work (capaciteit IND): hiring takes time, training longer, trainers are taken off
/// production, and people leave. What a day can bear is minutes of production.
/// </summary>
internal sealed class Staff
{
    internal static readonly Parameter SubstantiveTarget = new(
        "staff.substantive.fte", 1100, 950, 1250, "fte", "fitted around a capacity of 22,000 track 4 decisions in 2023 (IND)",
        "formatie horen en beslissen spoor 4", "posts for hearing and deciding in track 4", 0, 1e5);

    internal static readonly Parameter SimplifiedTarget = new(
        "staff.simplified.fte", 170, 140, 200, "fte", "fitted around 10,704 Dublin requests in 2023 (Eurostat via AIDA)",
        "formatie sporen 1 en 2", "posts for tracks 1 and 2", 0, 1e5);

    internal static readonly Parameter FamilyTarget = new(
        "staff.family.fte", 190, 150, 230, "fte", "fitted around arrivals and stock of family reunification",
        "formatie nareis", "posts for family reunification", 0, 1e5);

    private static readonly Parameter HoursPerDay = new(
        "staff.productive-hours", 5.5, 5.0, 6.0, "hours a working day", "assumption", "productieve uren per werkdag", "productive hours a working day", 0, 24);

    private static readonly Parameter Attrition = new(
        "staff.attrition", 0.11, 0.07, 0.15, "share", "assumption", "uitstroom van personeel per jaar", "staff leaving in a year");

    private static readonly Parameter Training = new(
        "staff.training-months", 9, 8, 11, "months", "IND news, autumn 2022", "opleidingsduur", "length of training", 0, 60);

    private static readonly Parameter HiringLag = new(
        "staff.hiring-months", 3, 2, 5, "months", "assumption", "wervingstijd", "time to hire", 0, 60);

    private static readonly Parameter HiringPace = new(
        "staff.hiring-pace", 0.04, 0.02, 0.06, "share of the target a month", "assumption; the service grew by 520 posts in 2022 (Trouw)",
        "instroom van nieuw personeel per maand", "new staff a month against the target", 0, 1);

    private static readonly Parameter TraineeOutput = new(
        "staff.trainee-output", 0.35, 0.2, 0.5, "share", "assumption", "productie van wie in opleiding is", "output of those in training");

    private static readonly Parameter TrainerShare = new(
        "staff.trainer-share", 0.15, 0.1, 0.25, "fte per trainee", "assumption; trainers are taken off production (model notes 4)",
        "begeleiding per nieuweling", "trainers per trainee", 0, 2);

    internal static readonly Parameter Flex = new(
        "staff.flex-pool.fte", 0, 0, 0, "fte", "measure only", "gedeelde flexpool", "shared flex pool", 0, 1e5);

    internal static readonly Parameter Temporary = new(
        "staff.temporary.fte", 0, 0, 0, "fte", "measure only", "tijdelijk ervaren personeel", "temporary experienced staff", 0, 1e5);

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
    [
        SubstantiveTarget, SimplifiedTarget, FamilyTarget, HoursPerDay, Attrition, Training, HiringLag, HiringPace, TraineeOutput,
        TrainerShare, Flex, Temporary,
    ];

    private static readonly Parameter[] Targets = [SubstantiveTarget, SimplifiedTarget, FamilyTarget];

    private readonly Nation _nation;
    private readonly double[] _trained = new double[3];
    private readonly List<(int Ready, int Starts, double Fte)>[] _coming = [[], [], []];
    private readonly double[] _demand = new double[3];
    private int _month = -1;

    public Staff(Nation nation)
    {
        _nation = nation;
        for (var work = 0; work < 3; work++)
        {
            // In balance on the first day: as many in training as leave during a training.
            var target = Target(work);
            var training = target * nation[Attrition] * nation[Training] / 12;
            _trained[work] = target - training;
            for (var month = 0; month < 12; month++)
            {
                var start = nation.Inputs.Start.Number - (int)(nation[Training] * 30.4 * (month + 1) / 12);
                _coming[work].Add((start + (int)(nation[Training] * 30.4), start, training / 12));
            }
        }
    }

    /// <summary>Minutes of work that can be done today, by kind; what is left is not carried over beyond a day.</summary>
    public double[] Minutes { get; } = new double[3];

    /// <summary>Minutes that those trained now can give on a working day.</summary>
    public double MinutesADay(WorkKind work) => _trained[(int)work] * 60 * _nation[HoursPerDay];

    /// <summary>Says how much work waits for a kind, in minutes, so that a flex pool knows where it is needed.</summary>
    public void Demand(WorkKind work, double minutes) => _demand[(int)work] = minutes;

    /// <summary>A working day begins: whoever is trained, in training or lent gives minutes.</summary>
    public void BeginDay()
    {
        var today = _nation.Today;
        var month = new Day(today).ToLocalDate().Month;
        if (month != _month)
        {
            _month = month;
            for (var work = 0; work < 3; work++)
            {
                HireAndLeave(work, today);
            }
        }

        var neediest = Array.IndexOf(_demand, _demand.Max());
        for (var work = 0; work < 3; work++)
        {
            var training = 0.0;
            foreach (var (ready, starts, fte) in _coming[work])
            {
                training += starts <= today && today < ready ? fte : 0;
            }

            // Whoever is lent works at four fifths of the output of the regular staff.
            var lent = work == neediest ? 0.8 * _nation[Flex] * _nation.Inputs.Scale : 0;
            lent += work == (int)WorkKind.Substantive ? 0.9 * _nation[Temporary] * _nation.Inputs.Scale : 0;
            var output = _trained[work] + lent + (training * (_nation[TraineeOutput] - _nation[TrainerShare]));
            var carried = Math.Min(Minutes[work], output * 60 * _nation[HoursPerDay]);
            Minutes[work] = Math.Max(0, carried) + (output * 60 * _nation[HoursPerDay]);
            _nation.Tally.Part(Count.WorkloadInd, work, _trained[work] + training + lent);
        }
    }

    private double Target(int work) => _nation[Targets[work]] * _nation.Inputs.Scale;

    private void HireAndLeave(int work, int today)
    {
        var coming = _coming[work];
        for (var i = coming.Count - 1; i >= 0; i--)
        {
            if (coming[i].Ready <= today)
            {
                _trained[work] += coming[i].Fte;
                coming.RemoveAt(i);
            }
        }

        _trained[work] *= 1 - (_nation[Attrition] / 12);
        var have = _trained[work] + coming.Sum(c => c.Fte);
        var want = Target(work);
        if (have < want)
        {
            var hired = Math.Min(want - have, _nation[HiringPace] * want);
            var starts = today + (int)(_nation[HiringLag] * 30.4);
            coming.Add((starts + (int)(_nation[Training] * 30.4), starts, hired));
        }
        else
        {
            // Fewer posts are reached by not renewing temporary contracts: a twentieth a month at most.
            _trained[work] -= Math.Min(have - want, 0.05 * _trained[work]);
        }
    }
}
