using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Schakel.Web.Outbox;

namespace Schakel.Web.Matrix;

/// <summary>What every role is told as a subscriber (berichten aan afnemers), from the first event on, as it was delivered.</summary>
internal sealed class Messages : IAsyncDisposable
{
    private readonly Receiver _receiver;

    /// <summary>How many were delivered.</summary>
    public int Count => _receiver.Taken.Count;

    private Messages(Receiver receiver) => _receiver = receiver;

    /// <summary>Subscribes all who may, and waits until each was told everything.</summary>
    public static async Task<Messages> ToAsync(ChainServer server, Planted planted, IEnumerable<Expected> roles)
    {
#pragma warning disable CA2000 // The messages dispose of it.
        var messages = new Messages(await Receiver.StartAsync());
#pragma warning restore CA2000
        var opened = new List<(string Role, long Number)>();
        foreach (var role in roles)
        {
            var (number, clients, ties) = MatrixTests.TiesOf(planted, role);
            var reply = await server.SendAsync(HttpMethod.Post, "/abonnementen", role.Role, JsonNode.Parse($$"""{"adres": "{{messages._receiver.Address}}/{{role.Role}}", "vanafPositie": 0}"""), number: number, clients: clients, ties: ties);
            if (role.Tie is "eigen" or "clienten")
            {
                reply.IsProblem(403); // Nobody is told of one person's file by a machine.
                continue;
            }
            opened.Add((role.Role, long.Parse(reply.IsDone().Location!.Split('/')[^1], CultureInfo.InvariantCulture)));
        }
        foreach (var (role, number) in opened)
        {
            await Until.TrueAsync(() => server.Store.Subscriptions.Find(number)!.Position >= server.Store.Log.Position, () => $"{role} is not told everything.");
        }
        return messages;
    }

    /// <summary>Adds what a role was told; a message about a file that it may not open is a fault.</summary>
    /// <returns>How many messages there were.</returns>
    public int Add(Expected role, Planted planted, StringBuilder reached, ConcurrentBag<string> faults)
    {
        var taken = _receiver.Taken.Where(each => each.Path == $"/in/{role.Role}").ToList();
        foreach (var message in taken)
        {
            reached.Append(Encoding.UTF8.GetString(message.Body)).Append('\n');
            if (planted.Files.FirstOrDefault(each => message.Subject == $"zaken/{each.Value}" || message.Subject == $"huishoudens/{Planted.HouseholdOf[each.Key]}").Key is { } file && !role.Opens[file])
            {
                faults.Add($"{role.Role} is told of {file}: {message.Type}");
            }
        }
        return taken.Count;
    }

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();
}
