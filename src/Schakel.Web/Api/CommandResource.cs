using Microsoft.AspNetCore.Routing;
using Schakel.Chain;

namespace Schakel.Web.Api;

/// <summary>
/// A command of the chain as a resource to post to (opdracht als subbron): a decision is a new <c>besluit</c> below its <c>zaak</c>, not
/// a change of a status field. Each command stands in the table of its room exactly once; a test compares the tables with the chain.
/// </summary>
public sealed class CommandResource
{
    private CommandResource(Type command, string path, string dutch, string english, Action<IEndpointRouteBuilder, CommandResource> map)
    {
        Command = command;
        Path = path;
        Dutch = dutch;
        English = english;
        Map = map;
    }

    /// <summary>The type of the command.</summary>
    public Type Command { get; }

    /// <summary>Last segment of the address: a plural noun in Dutch, in kebab case.</summary>
    public string Path { get; }

    /// <summary>What posting does, in Dutch.</summary>
    public string Dutch { get; }

    /// <summary>What posting does, in English.</summary>
    public string English { get; }

    /// <summary>Puts the resource on the routes.</summary>
    public Action<IEndpointRouteBuilder, CommandResource> Map { get; }

    /// <summary>Declares a resource.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <param name="path">Last segment of the address.</param>
    /// <param name="dutch">What posting does, in Dutch.</param>
    /// <param name="english">The same in English.</param>
    public static CommandResource For<TCommand>(string path, string dutch, string english)
        where TCommand : Command => new(typeof(TCommand), path, dutch, english, CommandEndpoints.Map<TCommand>);
}
