namespace Schakel.Store.Victim;

/// <summary>The server that is killed, and the client that keeps a journal of what was acknowledged to it.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["serve", var folder]:
                await Server.RunAsync(new StorePlace(folder));
                return 0;
            case ["serve", var folder, var postgres]:
                await Server.RunAsync(new StorePlace(folder, postgres));
                return 0;
            case ["rebuild", var folder]:
                await Server.RebuildAsync(new StorePlace(folder));
                return 0;
            case ["rebuild", var folder, var postgres]:
                await Server.RebuildAsync(new StorePlace(folder, postgres));
                return 0;
            case ["client", var journal]:
                await Client.RunAsync(journal);
                return 0;
            default:
                await Console.Error.WriteLineAsync("victim: serve FOLDER [CONNECTION], rebuild FOLDER [CONNECTION], or client JOURNAL");
                return 2;
        }
    }
}
