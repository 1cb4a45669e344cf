namespace Schakel.Store.Models;

/// <summary>What a number of events changes in the models (mutatie). Rows of an owner are replaced together; sums are added to.</summary>
internal sealed class ModelChange
{
    public Dictionary<long, IReadOnlyList<AppointmentRow>> Appointments { get; } = [];

    public Dictionary<long, IReadOnlyList<MemberRow>> Members { get; } = [];

    public Dictionary<long, IReadOnlyList<HousingTaskRow>> HousingTasks { get; } = [];

    public Dictionary<long, IReadOnlyList<ReturnCaseRow>> ReturnCases { get; } = [];

    public Dictionary<long, IReadOnlyList<SearchRow>> SearchTerms { get; } = [];

    public Dictionary<(int Site, int Modality, int Day), (long Residents, long Places)> Occupancy { get; } = [];

    public Dictionary<(int Month, int Kind, string Detail), long> Counters { get; } = [];

    public void Add(int site, int modality, int day, long residents, long places)
    {
        var (before, available) = Occupancy.GetValueOrDefault((site, modality, day));
        Occupancy[(site, modality, day)] = (before + residents, available + places);
    }

    public void Add(in Counted counted) =>
        Counters[(counted.Month, (int)counted.Kind, counted.Detail)] = Counters.GetValueOrDefault((counted.Month, (int)counted.Kind, counted.Detail)) + 1;
}
