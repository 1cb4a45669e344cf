using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Schakel.Chain;
using Schakel.Chain.Partners;
using Schakel.Web.Access;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Api;

/// <summary>
/// A command of the chain as a resource to post to (opdracht als subbron): a decision is a new <c>besluit</c> below its <c>zaak</c>, not
/// a change of a status field. Each command stands in the table of its room exactly once; a test compares the tables with the chain.
/// </summary>
/// <param name="Command">The type of the command.</param>
/// <param name="Purpose">For which purpose the act is done.</param>
/// <param name="Path">Last segment of the address: a plural noun in Dutch, in kebab case.</param>
/// <param name="Dutch">What posting does, in Dutch.</param>
/// <param name="English">The same in English.</param>
public sealed record CommandResource(Type Command, Purpose Purpose, string Path, string Dutch, string English)
{
    /// <summary>
    /// Functions that may post a command that is no official act, by code: the applicant's own doing, a lawyer's, or what another party
    /// sends in. For an official act the command itself says who is empowered.
    /// </summary>
    public ImmutableArray<string> OpenTo { get; init; } = [];

    /// <summary>To what kind of history the command belongs.</summary>
    public StreamKind Kind => Command.IsSubclassOf(typeof(CaseCommand)) ? StreamKind.CaseFile
        : Command.IsSubclassOf(typeof(HouseholdCommand)) ? StreamKind.Household
        : Command.IsSubclassOf(typeof(PolicyCommand)) ? StreamKind.Country : StreamKind.Site;

    /// <summary>Declares a resource.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <param name="purpose">For which purpose the act is done.</param>
    /// <param name="path">Last segment of the address.</param>
    /// <param name="dutch">What posting does, in Dutch.</param>
    /// <param name="english">The same in English.</param>
    public static CommandResource For<TCommand>(Purpose purpose, string path, string dutch, string english)
        where TCommand : Command => new(typeof(TCommand), purpose, path, dutch, english);

    /// <summary>Whether a function may ever post this. Who of the partners may answer a referral depends on what it says.</summary>
    /// <param name="function">The function.</param>
    public bool IsOpenTo(Function function) => function.ActsFor(Purpose) && function.OnlyActs?.Contains(Command) != false
        && (Command.IsAssignableTo(typeof(PartnersCommand)) ? function.Role != OfficialRoles.None
            : Command.IsAssignableTo(typeof(IOfficialAct)) ? (function.Role & Powers) != 0
            : OpenTo.Contains(function.ActsAs));

    /// <summary>Whether a function may post exactly this: an official act asks the power that the act names.</summary>
    /// <param name="function">The function.</param>
    /// <param name="command">The command.</param>
    public bool Allows(Function function, Command command) =>
        command is IOfficialAct act ? (function.Role & act.Empowered) != 0 : OpenTo.Contains(function.ActsAs);

    // What an act asks does not depend on its fields, except for partners' acts.
    private OfficialRoles Powers => ((IOfficialAct)RuntimeHelpers.GetUninitializedObject(Command)).Empowered;
}
