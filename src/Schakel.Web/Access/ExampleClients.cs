using System.Collections.Immutable;

namespace Schakel.Web.Access;

/// <summary>A client of the demonstration (voorbeeldclient): one for each function, with a secret that everyone knows.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Function">The function its tokens have.</param>
/// <param name="Number">Personnel number, unless the request names another.</param>
public sealed record ExampleClient(string Id, Function Function, int Number);

/// <summary>
/// The clients of the demonstration and of a laptop. They exist only where no issuer is configured: whoever runs the chain for real names
/// the issuer of their own staff's tokens.
/// </summary>
public static class ExampleClients
{
    /// <summary>The secret of each of them.</summary>
    public const string Secret = "voorbeeld";

    /// <summary>One for each function.</summary>
    public static ImmutableArray<ExampleClient> All { get; } =
        [.. Function.All.Select((function, i) => new ExampleClient(function.Code, function, 9001 + i))];

    /// <summary>A client by its id; null when there is none.</summary>
    /// <param name="id">The id.</param>
    public static ExampleClient? Find(string? id) => All.FirstOrDefault(each => each.Id == id);
}
