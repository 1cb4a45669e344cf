namespace Schakel.Store.Anchors;

/// <summary>Anchors are made as long as the program runs, whatever fails for a moment.</summary>
public sealed class AnchorServiceTests
{
    [Fact]
    public async Task A_store_that_cannot_be_written_for_a_moment_is_anchored_a_minute_later()
    {
        using var given = TestStore.OnSqlite();
        await given.ArrivesAsync(1);
        var (time, heard) = (new WatchedTime(given.Time), new HeardFaults<AnchorService>());
        using var service = new AnchorService(given.Store, time, heard);
        await service.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(AnchorService.Every, await time.NextWaitAsync());

        await given.Desk.RunAsync(_ => given.Store.Database.Run("PRAGMA query_only = ON"));
        given.Time.Advance(AnchorService.Every);
        var fault = Assert.IsType<StoreFaultException>(await heard.NextAsync());
        await given.Desk.RunAsync(_ => given.Store.Database.Run("PRAGMA query_only = OFF"));
        Assert.Equal((StoreFault.ReadOnly, 0), (fault.Fault, Anchors(given)));

        given.Time.Advance(AnchorService.Every);
        await Soon.Async(AnchoredAsync(given));

        Assert.False(service.ExecuteTask!.IsCompleted);
        await service.StopAsync(TestContext.Current.CancellationToken);
        Assert.Empty(given.Verify(anchorFile: FileOf(given)).Problems);
    }

    [Fact]
    public async Task An_anchor_that_the_file_could_not_take_is_in_it_before_the_next()
    {
        using var given = TestStore.OnSqlite();
        await MakesAsync(given, 1);
        File.Move(FileOf(given), FileOf(given) + ".away");
        Directory.CreateDirectory(FileOf(given)); // Nobody can write a folder.
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => MakesAsync(given, 2));
        Directory.Delete(FileOf(given));
        File.Move(FileOf(given) + ".away", FileOf(given));

        await MakesAsync(given, 3);

        using (var reader = new StreamReader(FileOf(given)))
        {
            Assert.Equal([1L, 2L, 3L], Anchor.Read(reader).Select(anchor => anchor.Number));
        }
        Assert.Empty(given.Verify(anchorFile: FileOf(given)).Problems);
    }

    private static string FileOf(TestStore given) => Path.Combine(given.Place.AnchorsFolder, AnchorKeeper.FileName);

    private static async Task MakesAsync(TestStore given, long person)
    {
        await given.ArrivesAsync(person);
        await given.Store.Anchors.MakeAsync(given.Time.GetUtcNow());
    }

    private static int Anchors(TestStore given)
    {
        using var connection = given.Store.Database.Connect();
        return given.Store.Database.ReadAnchors(connection).Count;
    }

    private static async Task AnchoredAsync(TestStore given)
    {
        while (Anchors(given) == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
