namespace Schakel.Bench;

// The engine's calendar against .NET's PriorityQueue: the same model, draws and order of ties, so the same mean wait to the last digit.
internal static class EngineBench
{
    private const int Rounds = 7;
    private const double Aim = 1.5;

    public static void Run()
    {
        Console.WriteLine(FormattableString.Invariant(
            $"M/M/c ring: {RingNetwork.StationCount} stations × {RingNetwork.ServersEach} servers, {RingNetwork.Entities} entities; {Rounds} interleaved rounds, medians"));
        Compare("stays of 30 days, five years", days: 1826, meanService: 30 * 1440);
        Compare("stays of 6 hours, sixteen days", days: 16, meanService: 360);
    }

    private static void Compare(string title, int days, double meanService)
    {
        const int Live = RingNetwork.ExpectedLive;
        var live = 0.0;
        var outcomes = Pairs.Interleave(
            Rounds,
            () =>
            {
                var ring = new RingNetwork(days, meanService);
                var outcome = ring.Run(new OwnCalendar(days, Live));
                live = ring.MeanLive;
                return outcome;
            },
            () => new RingNetwork(days, meanService).Run(new PackedPriorityQueue(days, Live)),
            () => new RingNetwork(days, meanService).RunOnStations());
        var (own, peer, stations) = (outcomes[0], outcomes[1], outcomes[2]);
        var (ratio, lowest, highest) = Pairs.Ratio(own, peer);

        Console.WriteLine(FormattableString.Invariant($"\n{title}: {own[0].Count} events, {live:F0} due on average"));
        Print("own calendar", own);
        Print("PriorityQueue, packed keys", peer);
        Print("own calendar and stations", stations);
        Console.WriteLine(FormattableString.Invariant(
            $"  ratio {ratio:F2} (lowest {lowest:F2}, highest {highest:F2}); aim {Aim}: {(ratio >= Aim ? "met" : "NOT met")}"));
        var same = outcomes.SelectMany(o => o).All(o => o.Count == own[0].Count && o.Proof.Equals(own[0].Proof));
        Console.WriteLine(same ? "  same events and same mean wait on every side" : "  THE SIDES DIFFER: no comparison");
    }

    private static void Print(string name, Outcome[] outcomes) => Console.WriteLine(FormattableString.Invariant(
        $"  {name,-28}{Pairs.MedianRate(outcomes) / 1e6,8:F2} M events/s   mean wait {outcomes[0].Proof:R} minutes"));
}
