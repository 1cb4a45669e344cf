using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Schakel.Store.Acts;

namespace Schakel.Store.Victim;

// Told by lines: "connect PORT", then nothing until the server dies; it answers "broken N", N being the acts that were sent and not
// answered. It sends those again, under their keys, to the next server. "end" ends it.

/// <summary>Sends acts on eight lines at once, and syncs each acknowledgement to its journal before it sends the next one.</summary>
internal static class Client
{
    private const int Lanes = 8;

    // Between them they change every row and every read model that there is.
    private static readonly string[][] Lives =
    [
        ["arrive {0}", "place {0} 1", "identify {0}", "name {0}", "number {0}", "lodge {0}", "hear {0}", "track {0}", "plan {0} 84", "move {0} 2", "replan {0} 91", "move {0} 3"],
        ["holder {0} 4", "link {0} 363", "offer {0} 363", "move {0} 1", "accept {0}", "move {0} 5"],
        ["leaver {0} 2", "talk {0}", "counsel {0}", "move {0} 3", "request {0}", "move {0} 4"],
    ];

    private static readonly Lock One = new();

    public static async Task RunAsync(string journal)
    {
        await using var file = new FileStream(journal, FileMode.Append, FileAccess.Write, FileShare.Read);
        var lanes = Enumerable.Range(0, Lanes).Select(number => new Lane(number, file)).ToArray();
        while (await Console.In.ReadLineAsync() is { } line && line.Split(' ') is ["connect", var port])
        {
            var inFlight = await Task.WhenAll(lanes.Select(lane => Task.Run(() => lane.WorkAsync(int.Parse(port, CultureInfo.InvariantCulture)))));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"broken {inFlight.Count(one => one)}"));
        }
    }

    private sealed class Lane(int number, FileStream journal)
    {
        private int _life;
        private int _step;
        private string? _unanswered;

        /// <summary>Works until the server is gone; whether an act was in flight then.</summary>
        public async Task<bool> WorkAsync(int port)
        {
            try
            {
                using var client = new TcpClient { NoDelay = true };
                await client.ConnectAsync(IPAddress.Loopback, port);
                using var reader = new StreamReader(client.GetStream());
                await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\n" };
                while (true)
                {
                    _unanswered ??= Next();
                    await writer.WriteLineAsync(_unanswered);
                    if (await reader.ReadLineAsync() is not { } answer)
                    {
                        return true;
                    }
                    Keep(answer);
                    _unanswered = null;
                }
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                return _unanswered is not null;
            }
        }

        private void Keep(string answer)
        {
            lock (One)
            {
                journal.Write(System.Text.Encoding.ASCII.GetBytes(answer + "\n"));
                journal.Flush(flushToDisk: true);
            }
        }

        /// <summary>The next step in the life of a person; after the last one, the first of the next person's.</summary>
        private string Next()
        {
            var person = (_life * Lanes) + number + 1;
            var life = Lives[person % Lives.Length];
            var what = string.Format(CultureInfo.InvariantCulture, life[_step], person);
            (_life, _step) = _step + 1 < life.Length ? (_life, _step + 1) : (_life + 1, 0);
            return ActKey.New() + " " + what;
        }
    }
}
