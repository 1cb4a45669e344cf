namespace Schakel.Web.Outbox;

/// <summary>How what happens is delivered (inrichting van het uitbericht).</summary>
public sealed record OutboxSettings
{
    /// <summary>Times that a delivery is tried before the subscription is paused: with the waits below some three days, a long weekend that nobody is there.</summary>
    public int MostAttempts { get; init; } = 84;

    /// <summary>Wait after the first failure; it doubles each time.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a receiver may take to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a delivery that is under way when we stop may take to end.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often it is looked whether there is something to deliver.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Deliveries after which it is kept how far it is: those since then are repeated, under the same ids, when the process is killed.</summary>
    public int KeptEvery { get; init; } = 50;

    /// <summary>How long to wait after a number of failures, before chance is added.</summary>
    /// <param name="failures">Failures so far, from 1.</param>
    public TimeSpan WaitAfter(int failures) =>
        TimeSpan.FromTicks((long)Math.Min(LongestWait.Ticks, FirstWait.Ticks * Math.Pow(2, Math.Min(failures, 60) - 1)));
}
