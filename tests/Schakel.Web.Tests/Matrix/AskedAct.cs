using Schakel.Chain;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Api.Family;
using Schakel.Web.Workbench.Acting;

namespace Schakel.Web.Matrix;

/// <summary>An act whose form is asked (gevraagde handeling).</summary>
/// <param name="Path">Last segment of its address.</param>
/// <param name="IsOwn">The role may do it; another's otherwise.</param>
internal sealed record AskedAct(string Path, bool IsOwn)
{
    /// <summary>The acts of a role whose form stands at an address of the application, and one of others or of nobody.</summary>
    /// <param name="pattern">The address, as the application has it.</param>
    /// <param name="role">The role.</param>
    /// <param name="others">All those of others, instead of one.</param>
    public static IReadOnlyList<AskedAct> At(string pattern, Expected role, bool others)
    {
        var function = Function.Find(role.Role)!;
        var (own, all) = KindOf(pattern) is { } kind
            ? (ActOffer.On(kind, function).Select(each => each.Path).ToList(), CommandTable.All.Where(each => each.Kind == kind).Select(each => each.Path))
            : ([.. ActOffer.For(function).Where(each => each.OfHousehold).Select(each => each.Path)], HouseholdActEndpoints.All.Select(each => each.Path));
        return [.. own.Select(each => new AskedAct(each, true)), .. all.Except(own).Append("niemands-handeling").Take(others ? int.MaxValue : 1).Select(each => new AskedAct(each, false))];
    }

    // None for what is done for all of a household: those acts stand in a table of their own.
    private static StreamKind? KindOf(string pattern) =>
        pattern.StartsWith("/werk/landen/", StringComparison.Ordinal) ? StreamKind.Country
        : pattern.StartsWith("/werk/locaties/", StringComparison.Ordinal) ? StreamKind.Site
        : pattern.Contains("/huishouden/", StringComparison.Ordinal) ? StreamKind.Household
        : pattern.Contains("/doen/", StringComparison.Ordinal) ? StreamKind.CaseFile
        : pattern.Contains("/gezin/", StringComparison.Ordinal) ? null
        : throw new ArgumentException($"{pattern} is the address of no act.", nameof(pattern));
}
