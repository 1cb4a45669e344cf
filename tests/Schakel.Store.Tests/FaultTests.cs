using Microsoft.Data.Sqlite;
using Schakel.Store.Acts;
using Schakel.Store.Anchors;

namespace Schakel.Store;

/// <summary>What goes wrong outside is said clearly, and nothing is done by halves.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_full_disk_keeps_nothing_of_the_act_and_goes_on_when_there_is_room()
    {
        using var given = TestStore.OnSqlite();
        await given.ArrivesAsync(1);
        await given.Desk.RunAsync(_ => given.Store.Database.Run("PRAGMA max_page_count = 1")); // SQLite makes it what is in use.
        var position = given.Store.Log.Position;
        StoreFaultException? fault = null;
        var person = 2L;
        while (fault is null)
        {
            try
            {
                position = (await given.ArrivesAsync(person++)).Position;
            }
            catch (StoreFaultException e)
            {
                fault = e;
            }
        }

        Assert.Equal(StoreFault.DiskFull, fault.Fault);
        Assert.Equal(position, given.Store.Log.Position);
        await given.Desk.RunAsync(_ => given.Store.Database.Run("PRAGMA max_page_count = 1000000"));
        await given.ArrivesAsync(person - 1);
        Assert.Equal(position + 2, given.Store.Log.Position);
        Assert.Empty(given.Verify().Problems);
    }

    [Fact]
    public async Task A_database_that_another_process_locks_is_said_to_be_locked_and_works_afterwards()
    {
        using var given = TestStore.OnSqlite();
        await given.ArrivesAsync(1);
        var act = given.Arrival(2);
        using (var other = Other(given, "BEGIN IMMEDIATE"))
        {
            var fault = await Assert.ThrowsAsync<StoreFaultException>(() => given.Desk.DoAsync(act));
            Assert.Equal(StoreFault.Locked, fault.Fault);
        }

        Assert.IsType<ActResult.Accepted>(await given.Desk.DoAsync(act));
        Assert.Empty(given.Verify().Problems);
    }

    [Fact]
    public async Task After_a_fault_after_which_nothing_is_certain_the_writer_has_stopped_for_good()
    {
        using var given = TestStore.OnSqlite();
        await given.ArrivesAsync(1);
        Other(given, "ALTER TABLE files RENAME TO gone").Dispose();

        var first = await Assert.ThrowsAsync<StoreFaultException>(() => given.ArrivesAsync(2));
        Other(given, "ALTER TABLE gone RENAME TO files").Dispose();
        var second = await Assert.ThrowsAsync<StoreFaultException>(() => given.ArrivesAsync(2));

        Assert.Equal((StoreFault.Stopped, StoreFault.Stopped), (first.Fault, second.Fault));
        given.Reopen();
        Assert.Equal(2, given.Store.Log.Position);
        await given.ArrivesAsync(2);
        Assert.Empty(given.Verify().Problems);
    }

    [Fact]
    public async Task Data_without_their_keys_are_not_opened_and_get_no_new_master_key()
    {
        using var given = TestStore.OnSqlite();
        await given.ArrivesAsync(1);
        given.Store.Dispose();
        File.Move(Path.Combine(given.Folder, "keys", "master.key"), Path.Combine(given.Folder, "master.key"));

        var fault = Assert.Throws<StoreFaultException>(() => given.Reopen());

        Assert.Equal(StoreFault.KeyMissing, fault.Fault);
        File.Move(Path.Combine(given.Folder, "master.key"), Path.Combine(given.Folder, "keys", "master.key"));
        given.Reopen();
        await given.ArrivesAsync(2);
    }

    [Fact]
    public void A_merkle_tree_taken_up_halfway_has_the_root_of_the_whole()
    {
        var whole = new MerkleTree();
        for (var leaf = 0; leaf < 100; leaf++)
        {
            var again = new MerkleTree(whole.Size, whole.Frontier);
            byte[] data = [(byte)leaf];
            whole.Add(data);
            again.Add(data);
            Assert.Equal(whole.Root(), again.Root());
        }
    }

    [Fact] // RFC 9162, 2.1.1, computed by hand for three leaves: H(1, H(1, H(0, a), H(0, b)), H(0, c)).
    public void The_root_of_three_leaves_is_as_the_standard_says()
    {
        static byte[] Hash(params byte[][] parts) => System.Security.Cryptography.SHA256.HashData([.. parts.SelectMany(part => part)]);
        var tree = new MerkleTree();
        tree.Add([1]);
        tree.Add([2]);
        tree.Add([3]);

        Assert.Equal(Hash([1], Hash([1], Hash([0, 1]), Hash([0, 2])), Hash([0, 3])), tree.Root());
    }

    private static SqliteConnection Other(TestStore given, string statement)
    {
        var connection = new SqliteConnection($"Data Source={given.Folder}/schakel.db;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
        return connection;
    }
}
