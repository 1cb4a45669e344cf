using Schakel.Rehearsal.Engine;

namespace Schakel.Rehearsal.Tests.Engine;

// The engine against the formulas of queueing theory. Each test runs twenty independent replications and asks that theory lies within
// the 99 % confidence interval of their mean (Student's t), and that this interval is narrow, so that a wrong engine cannot hide in it.
// Seeds are fixed: the tests give the same verdict for ever. Theory takes the moments of the integer tables in use.
public sealed class QueueTheoryTests
{
    private const int Replications = 20;
    private const double StudentT = 2.861; // 99 %, two-sided, 19 degrees of freedom.
    private const int NoLimit = 10_000_000;
    private const int Days = 4_000;

    private static readonly QuantileTable Between = QuantileTable.Exponential(60, NoLimit);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void One_server_with_exponential_service_waits_as_in_M_M_1(double load)
    {
        var service = QuantileTable.Exponential(60 * load, NoLimit);
        var rho = service.Mean / Between.Mean;
        AssertTheory(rho * service.Mean / (1 - rho), i => Run(i, Between, new Station(1), service).MeanWait(0));
    }

    [Theory]
    [InlineData(2, 0.7)]
    [InlineData(5, 0.85)]
    [InlineData(12, 0.8)]
    public void Several_servers_wait_as_in_Erlangs_C_formula(int servers, double load)
    {
        var service = QuantileTable.Exponential(60 * servers * load, NoLimit);
        var offered = service.Mean / Between.Mean;
        var wait = ErlangC(servers, offered) * service.Mean / (servers - offered);
        AssertTheory(wait, i => Run(i, Between, new Station(servers), service).MeanWait(0));
    }

    [Fact]
    public void One_server_with_any_service_waits_as_in_Pollaczek_and_Khinchines_formula()
    {
        QuantileTable[] services =
        [
            QuantileTable.Uniform(42, 42),
            QuantileTable.Uniform(0, 84),
            QuantileTable.LogNormal(36, 0.6, NoLimit),
            QuantileTable.Gamma(42, 0.6, NoLimit),
            QuantileTable.Empirical((10, 0.8), (150, 0.2)),
        ];
        foreach (var service in services)
        {
            var rate = 1 / Between.Mean;
            var square = service.Variance + (service.Mean * service.Mean);
            var wait = rate * square / (2 * (1 - (rate * service.Mean)));
            AssertTheory(wait, i => Run(i, Between, new Station(1), service).MeanWait(0));
        }
    }

    [Fact]
    public void Stations_in_tandem_wait_as_if_each_stood_alone()
    {
        // Burke: what leaves a station of exponential servers is again a Poisson stream.
        var first = QuantileTable.Exponential(45, NoLimit);
        var second = QuantileTable.Exponential(84, NoLimit);
        var trials = Trials(i => new QueueTrial(i, Days, Between, (new Station(1), first), (new Station(2), second)).Run());
        var rho = first.Mean / Between.Mean;
        var offered = second.Mean / Between.Mean;
        AssertTheory(rho * first.Mean / (1 - rho), i => trials[i].MeanWait(0));
        AssertTheory(ErlangC(2, offered) * second.Mean / (2 - offered), i => trials[i].MeanWait(1));
    }

    [Fact]
    public void A_finite_queue_turns_away_the_share_of_M_M_1_K()
    {
        const int InSystem = 5;
        var service = QuantileTable.Exponential(54, NoLimit);
        var rho = service.Mean / Between.Mean;
        var refused = (1 - rho) * Math.Pow(rho, InSystem) / (1 - Math.Pow(rho, InSystem + 1));
        AssertTheory(refused, i => RefusedShare(Run(i, Between, new Station(1, queueLimit: InSystem - 1), service)));
    }

    [Fact]
    public void Places_without_a_queue_turn_away_the_share_of_Erlangs_B_formula_whatever_the_stay()
    {
        QuantileTable[] stays = [QuantileTable.Exponential(480, NoLimit), QuantileTable.LogNormal(400, 0.7, NoLimit)];
        foreach (var stay in stays)
        {
            AssertTheory(
                ErlangB(10, stay.Mean / Between.Mean),
                i => RefusedShare(Run(i, Between, new Station(10, queueLimit: 0), stay)));
        }
    }

    [Fact]
    public void Priority_without_interruption_waits_as_in_Cobhams_formula()
    {
        // One customer in three goes first.
        var chance = new Chance(1, 0);
        var service = QuantileTable.Exponential(45, NoLimit);
        var trials = Trials(i => new QueueTrial(i, Days, Between, (new Station(1), service))
        {
            KeyOf = customer => chance.Below(3, (ulong)customer, 1) == 0 ? 0 : 1,
        }.Run());
        var rate = 1 / Between.Mean;
        var residual = rate * (service.Variance + (service.Mean * service.Mean)) / 2;
        var rho = rate * service.Mean;
        AssertTheory(residual / (1 - (rho / 3)), i => trials[i].MeanWait(0, key: 0), tolerance: 0.06);
        AssertTheory(residual / ((1 - (rho / 3)) * (1 - rho)), i => trials[i].MeanWait(0, key: 1));
    }

    [Fact]
    public void Endless_servers_are_busy_as_arrivals_times_service()
    {
        var service = QuantileTable.Weibull(3000, 1.4, NoLimit);
        AssertTheory(service.Mean / Between.Mean, i =>
        {
            var trial = Run(i, Between, new Station(int.MaxValue), service);
            var warm = trial.Stations[0].BusyMinutes(trial.Horizon) / (double)trial.Horizon;

            // The first customers found an empty house: each minute of the mean remaining stay is missing once.
            var square = service.Variance + (service.Mean * service.Mean);
            return warm + (square / (2 * Between.Mean) / trial.Horizon);
        });
    }

    private static QueueTrial Run(int replication, QuantileTable between, Station station, QuantileTable service) =>
        new QueueTrial(replication, Days, between, (station, service)).Run();

    private static QueueTrial[] Trials(Func<int, QueueTrial> trial) => [.. Enumerable.Range(0, Replications).Select(trial)];

    private static double RefusedShare(QueueTrial trial) => trial.Stations[0].Refusals / (double)trial.Stations[0].Arrivals;

    // The share of arrivals that find every server busy, by the recursion over the number of servers.
    private static double ErlangB(int servers, double offered)
    {
        var blocked = 1.0;
        for (var n = 1; n <= servers; n++)
        {
            blocked = offered * blocked / (n + (offered * blocked));
        }

        return blocked;
    }

    private static double ErlangC(int servers, double offered)
    {
        var blocked = ErlangB(servers, offered);
        return blocked / (1 - (offered / servers * (1 - blocked)));
    }

    private static void AssertTheory(double theory, Func<int, double> figureOfReplication, double tolerance = 0.05)
    {
        var figures = Enumerable.Range(0, Replications).Select(figureOfReplication).ToArray();
        var mean = figures.Average();
        var deviation = Math.Sqrt(figures.Sum(x => (x - mean) * (x - mean)) / (Replications - 1));
        var half = StudentT * deviation / Math.Sqrt(Replications);
        Assert.InRange(theory, mean - half, mean + half);
        Assert.True(half <= tolerance * theory, FormattableString.Invariant(
            $"The interval {mean} ± {half} is too wide to check {theory} with."));
    }
}
