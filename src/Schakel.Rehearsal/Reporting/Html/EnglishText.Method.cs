using System.Collections.Immutable;

namespace Schakel.Rehearsal.Reporting.Html;

/// <content>The method page: the twenty items of STRESS-DES.</content>
internal sealed partial class EnglishText
{
    public override string MethodGroup(char group) => group switch
    {
        '1' => "1. Objectives",
        '2' => "2. Logic",
        '3' => "3. Data",
        '4' => "4. Experimentation",
        '5' => "5. Implementation",
        _ => "6. Code access",
    };

    public override ImmutableArray<MethodItem> Method(MethodFacts facts) =>
    [
        new("1.1", "Purpose of the model", "To show what the Dutch asylum chain may look like in the coming years, and what a measure would do to every partner before it is decided on. It judges no claim and predicts nothing about a named person."),
        new("1.2", "Model outputs", "Monthly series, defined at the end of this page. Stocks are counted on the last day of the month, flows are summed over it, means and shares are taken over what happened in it. Of each value the report gives the median and the quantiles over the replications; the data files add the mean and its standard error."),
        new("1.3", "Experimentation aims", facts.Measures.Length == 0
            ? $"A forecast without new measures, from the starting state '{facts.Scenario}'."
            : $"A comparison of scenarios: the chain with and without \u2018{facts.Measures}\u2019, from the starting state '{facts.Scenario}', on the same people."),
        new("2.1", "Base model overview diagram", "Arrival → registration → track → interview → decision → either permit → home, or refusal → appeal → return; beside it reception, from first night to last, and family members who follow a permit. The documentation of the code draws it in full."),
        new("2.2", "Base model logic", "Every person is an individual in a household and meets the chain step by step: each step takes staff, a place or a term, and waits when there is none. Terms are computed by the same law that the live case file uses, and every simulated life is accepted by it."),
        new("2.3", "Scenario logic", facts.Measures.Length == 0
            ? "No measures: the norms known on the first day stay in force, those already adopted with a later date included."
            : "The measure changes norms, capacities, inflow or assumptions on behaviour, never a reported figure. All else is equal, down to the chances of each person."),
        new("2.4", "Algorithms", "A calendar of events in buckets of a day, ordered within the bucket by time, phase and person. Work is selected by a stated policy (track, court order, batches), not first come, first served alone. Chances are hashes of seed, replication, person and purpose."),
        new("2.5", "Components", "Entities: persons and households, with composition, nationality group and date of birth. Activities: registration, interviews, decisions, appeals, moves, housing, return. Resources: staff by function and partner, interview slots, court capacity, places by form, homes, detention places. Queues: before each of these. Entry: first and subsequent application, family reunification, resettlement. Exit: a home, departure of each kind, transfer, or leaving without a trace."),
        new("3.1", "Data sources", "Published figures of IND, COA, DT&V and Statistics Netherlands, and the report Bouwstenen voor het asielbeleid en asielstelsel (ABDTOPConsult, 2024). Each data file names its source beside the figure."),
        new("3.2", "Pre-processing", "Published groups are brought onto the groups of the model; where definitions differ between sources, one is chosen and named in the data file."),
        new("3.3", "Input parameters", $"Norms with their article, capacities and starting stocks from the data files, and {facts.Assumptions} assumptions with a range, listed in this report. In each replication every assumption is drawn anew from its range."),
        new("3.4", "Assumptions", "Those listed in this report, and what is named as not modelled."),
        new("4.1", "Initialisation", $"No warm-up: the chain starts full, with the stock of {facts.Start} by stage and age. Remaining times are drawn given the time already passed."),
        new("4.2", "Run length", $"{facts.Years} years, in minutes of simulated time, reported by the month."),
        new("4.3", "Estimation approach", $"{facts.Replications} replications. Bands are quantiles over them and hold chance and the uncertainty of the parameters; they do not shrink with more replications, as the standard error does. Differences are taken replication by replication (common random numbers)."),
        new("5.1", "Software or programming language", $"C# on .NET 10; Schakel {facts.Version}. The simulation core is part of it and is checked against queueing theory."),
        new("5.2", "Random sampling", "No stream of random numbers: each chance is a hash of seed, replication, person, purpose and occurrence. A person keeps their chances when a measure changes something else. Distributions are tables of whole numbers."),
        new("5.3", "Model execution", "Replications run on any number of threads and are added up in their own order, so that the number of threads changes no figure."),
        new("5.4", "System specification", $"Any machine with the .NET 10 SDK. A replication lives through about {facts.Persons} persons and {facts.Steps} steps."),
        new("6.1", "Computer model sharing statement", facts.Code),
    ];
}
