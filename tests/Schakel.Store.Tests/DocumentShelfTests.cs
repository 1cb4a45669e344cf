using System.Security.Cryptography;
using System.Text;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Store.Verifying;

namespace Schakel.Store;

/// <summary>Documents on the shelf: sealed per person, the same after a restart, gone with the person's key.</summary>
public sealed class DocumentShelfTests
{
    private static readonly byte[] Content = Encoding.ASCII.GetBytes("%PDF-1.4 Documentmerk van één persoon");
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Content));

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    private static string FolderOf(TestStore given) => Path.Combine(given.Store.Place.Folder, "documenten");

    private static string[] FilesOf(TestStore given) => Directory.Exists(FolderOf(given)) ? Directory.GetFiles(FolderOf(given), "*", SearchOption.AllDirectories) : [];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_kept_is_there_after_a_restart(string database)
    {
        using var given = TestStore.On(database);
        await given.ArrivesAsync(7, household: 3);
        Assert.True(await given.Store.Documents.KeepAsync(TestStore.File(7), Content));
        given.Reopen();
        Assert.Equal(Content, await given.Store.Documents.ReadAsync(TestStore.File(7), Hash));
    }

    [Fact]
    public async Task Nothing_of_it_can_be_read_on_the_disk_and_its_name_tells_nothing()
    {
        using var given = TestStore.On("SQLite");
        await given.ArrivesAsync(7, household: 3);
        await given.Store.Documents.KeepAsync(TestStore.File(7), Content);
        var path = Assert.Single(FilesOf(given));
        Assert.DoesNotContain("Documentmerk", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.DoesNotContain(Hash, path, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(path));
    }

    [Fact] // A photo sent twice, also at the same moment, is one file.
    public async Task Twice_is_once()
    {
        using var given = TestStore.On("SQLite");
        await given.ArrivesAsync(7, household: 3);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => given.Store.Documents.KeepAsync(TestStore.File(7), Content))));
        Assert.Single(FilesOf(given));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task With_the_key_of_a_person_their_documents_go(string database)
    {
        using var given = TestStore.On(database);
        await given.ArrivesAsync(7, household: 3);
        await given.ArrivesAsync(8, household: 4);
        await given.Store.Documents.KeepAsync(TestStore.File(7), Content);
        await given.Store.Documents.KeepAsync(TestStore.File(8), Content);
        var (path, copy) = (FilesOf(given).Single(each => each.Contains($"{Path.DirectorySeparatorChar}7{Path.DirectorySeparatorChar}", StringComparison.Ordinal)), Path.GetTempFileName());
        File.Copy(path, copy, overwrite: true);
        await given.Store.EraseAsync(TestStore.File(7));
        Assert.Null(await given.Store.Documents.ReadAsync(TestStore.File(7), Hash));
        Assert.False(File.Exists(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(copy, path); // From a backup of the data: nothing opens it any more.
        Assert.Null(await given.Store.Documents.ReadAsync(TestStore.File(7), Hash));
        Assert.False(await given.Store.Documents.KeepAsync(TestStore.File(7), Content));
        Assert.Equal(Content, await given.Store.Documents.ReadAsync(TestStore.File(8), Hash));
    }

    [Fact]
    public async Task What_was_altered_or_moved_is_not_given()
    {
        using var given = TestStore.On("SQLite");
        await given.ArrivesAsync(7, household: 3);
        byte[] other = [.. Content, 1];
        await given.Store.Documents.KeepAsync(TestStore.File(7), Content);
        var path = Assert.Single(FilesOf(given));
        await given.Store.Documents.KeepAsync(TestStore.File(7), other);
        File.Copy(FilesOf(given).Single(each => each != path), path, overwrite: true); // Another document of the same person.
        Assert.Equal(StoreFault.Unreadable, (await Assert.ThrowsAsync<StoreFaultException>(() => given.Store.Documents.ReadAsync(TestStore.File(7), Hash))).Fault);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        Assert.Equal(StoreFault.Unreadable, (await Assert.ThrowsAsync<StoreFaultException>(() => given.Store.Documents.ReadAsync(TestStore.File(7), Hash))).Fault);
    }

    [Fact]
    public async Task Of_nobody_nothing_is_kept()
    {
        using var given = TestStore.On("SQLite");
        Assert.False(await given.Store.Documents.KeepAsync(TestStore.File(77), Content));
        Assert.False(await given.Store.Documents.KeepAsync(new StreamId(StreamKind.Site, 7), Content));
        Assert.Empty(FilesOf(given));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Verification_reads_every_document_that_an_event_tells_of(string database)
    {
        using var given = TestStore.On(database);
        await SuppliesAsync(given, 7, Content);
        await SuppliesAsync(given, 8, Content);
        await given.Store.Documents.KeepAsync(TestStore.File(8), (byte[])[.. Content, 1]); // And nothing came of it.
        var sound = given.Verify();
        Assert.Empty(sound.Problems);
        Assert.Equal((2, 1), (sound.Documents, sound.UntoldDocuments));

        await given.Store.EraseAsync(TestStore.File(8)); // What was erased is not missed.
        Assert.Equal((1, 0, 0), (given.Verify().Documents, given.Verify().UntoldDocuments, given.Verify().ProblemCount));

        var path = Assert.Single(FilesOf(given));
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        var altered = Assert.Single(given.Verify().Problems);
        Assert.Equal(ProblemKind.Altered, altered.Kind);
        Assert.Contains("(file 7) was altered or damaged", altered.Text, StringComparison.Ordinal);

        File.Delete(path);
        var missing = Assert.Single(given.Verify().Problems);
        Assert.Equal(ProblemKind.Missing, missing.Kind);
        Assert.Contains("(file 7) is missing", missing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_event_tells_of_is_taken_away_after_a_day_and_nothing_else()
    {
        using var given = TestStore.On("SQLite");
        await SuppliesAsync(given, 7, Content);
        await given.Store.Documents.KeepAsync(TestStore.File(7), (byte[])[.. Content, 1]);
        var now = new DateTimeOffset(FilesOf(given).Max(File.GetLastWriteTimeUtc));
        Assert.Equal(0, await given.Store.Documents.TidyAsync(now.AddHours(23), TestContext.Current.CancellationToken)); // It may be under way.
        Assert.Equal(1, await given.Store.Documents.TidyAsync(now.AddHours(25), TestContext.Current.CancellationToken));
        Assert.Equal(Content, await given.Store.Documents.ReadAsync(TestStore.File(7), Hash));
        Assert.Single(FilesOf(given));
        Assert.Equal(0, await given.Store.Documents.TidyAsync(now.AddDays(400), TestContext.Current.CancellationToken));
    }

    private static async Task SuppliesAsync(TestStore given, int person, byte[] content)
    {
        await given.ArrivesAsync(person, household: person);
        await given.Store.Documents.KeepAsync(TestStore.File(person), content);
        await given.MustAsync(given.Act(TestStore.File(person), new SupplyDocument(DocumentSubject.Identity, DocumentForm.Pdf, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), "paspoort")));
    }
}
