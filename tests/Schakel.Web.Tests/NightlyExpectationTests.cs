using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Schakel.Norms;
using Schakel.Rehearsal.Live;
using Schakel.Store;
using Schakel.Web.Nightly;

namespace Schakel.Web;

/// <summary>Expectations are made every night and when the date has moved, once a day, and never written over.</summary>
public sealed class NightlyExpectationTests : IDisposable, IChainClock
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schakel-nachtdienst-").FullName;
    private readonly FakeTimeProvider _time = new();
    private readonly SemaphoreSlim _asked = new(0);
    private readonly List<Day> _made = [];
    private bool _fails;

    public Day Today { get; set; } = Day.Of(2025, 10, 1);

    public void Dispose()
    {
        _asked.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task They_are_made_once_a_day_and_again_when_the_date_has_moved()
    {
        using var service = await StartAsync();
        await AskedAsync();
        for (var minute = 0; minute < 30; minute++)
        {
            await PassAsync(ExpectationService.Pause);
        }
        Assert.Equal([Day.Of(2025, 10, 1)], _made);
        Today = Day.Of(2025, 10, 2); // After midnight; a demonstration moves further.
        await UntilAskedAsync();
        Today = Day.Of(2025, 11, 15);
        await UntilAskedAsync();
        Assert.Equal([Day.Of(2025, 10, 1), Day.Of(2025, 10, 2), Day.Of(2025, 11, 15)], _made);
        Assert.Equal(3, ExpectationFile.All(_folder).Count());
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task After_a_failure_an_hour_passes()
    {
        _fails = true;
        using var service = await StartAsync();
        await AskedAsync();
        for (var minute = 0; minute < 50; minute++)
        {
            await PassAsync(TimeSpan.FromMinutes(1));
        }
        Assert.Single(_made);
        _fails = false;
        await UntilAskedAsync();
        Assert.Equal(2, _made.Count);
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact] // It is what people were told: made again that day, with other chances, it would be held against what nobody had read.
    public void What_was_kept_of_a_day_is_not_written_over()
    {
        var first = Of(Today) with { Replications = 8 };
        Assert.True(ExpectationFile.Write(_folder, first));
        Assert.False(ExpectationFile.Write(_folder, first with { Replications = 4 }));
        Assert.Equal(8, ExpectationFile.Latest(_folder, Today)!.Replications);
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "verwachtingen"))); // No draft is left.
    }

    private static Expectations Of(Day day) => new(day, 730, 8, "wet", []);

    private async Task<ExpectationService> StartAsync()
    {
        var settings = new WebSettings(_ => Regimes.January2024, _folder) { Clock = _time, Expect = MakeAsync };
        var service = new ExpectationService(this, settings, NullLogger<ExpectationService>.Instance);
        await service.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    private Task<bool> MakeAsync(Day today, CancellationToken stop)
    {
        _made.Add(today);
        var isDone = !_fails && ExpectationFile.Write(_folder, Of(today));
        _asked.Release();
        return Task.FromResult(isDone);
    }

    private async Task AskedAsync() => Assert.True(await _asked.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

    // The service sets its next look after it looked: time passes until it did.
    private async Task UntilAskedAsync()
    {
        for (var minute = 0; minute < 3000 && !await _asked.WaitAsync(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken); minute++)
        {
            _time.Advance(ExpectationService.Pause);
        }
    }

    private async Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        await Task.Yield();
    }
}
