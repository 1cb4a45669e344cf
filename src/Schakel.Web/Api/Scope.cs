using Schakel.Chain;
using Schakel.Store;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>Whether a caller may open something at all (reikwijdte): a file, the household of one's own people, any site for officials.</summary>
internal static class Scope
{
    public static bool MayOpen(Caller caller, StreamId stream, ChainStore store) => stream.Kind switch
    {
        StreamKind.CaseFile => caller.MayOpen(stream.Number),
        StreamKind.Household => caller.Function.Reach == Reach.All
            || (caller.Function.Reach != Reach.None && FileState.Read(store, stream).Household.Members.Any(member => caller.MayOpen(member.Person.Value))),
        StreamKind.Site => caller.Function.Reach is Reach.All or Reach.None,
    };
}
