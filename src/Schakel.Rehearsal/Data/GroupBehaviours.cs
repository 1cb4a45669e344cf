using System.Collections.Immutable;

namespace Schakel.Rehearsal.Data;

/// <summary>What is assumed of a nationality group, besides what is counted (aannamen per herkomstgroep). Shares from 0 to 1.</summary>
/// <param name="Group">Group.</param>
/// <param name="DublinShare">First applications for which another state seems responsible.</param>
/// <param name="SafeShare">First applications from a safe country or by who has protection elsewhere.</param>
/// <param name="SubsidiaryShare">Grants on subsidiary grounds.</param>
/// <param name="FamilyShare">Granted households with relatives abroad that ask for them.</param>
/// <param name="IndependentShare">Finally refused who leave independently.</param>
/// <param name="ForcedShare">Finally refused who are removed.</param>
/// <param name="UnsupervisedShare">Finally refused who leave without supervision.</param>
/// <param name="Source">Source, or assumption.</param>
public sealed record GroupBehaviour(
    string Group, double DublinShare, double SafeShare, double SubsidiaryShare, double FamilyShare,
    double IndependentShare, double ForcedShare, double UnsupervisedShare, string Source);

/// <summary>Reads what is assumed of the groups.</summary>
internal static class GroupBehaviours
{
    private const string File = "group-behaviour.csv";

    /// <summary>One row per group, in the order of the groups.</summary>
    /// <exception cref="DataFaultException">A group is missing, double or unknown, or a share is not between 0 and 1.</exception>
    public static ImmutableArray<GroupBehaviour> Read(DataFolder folder, ImmutableArray<CountryGroup> groups)
    {
        var known = groups.Select(g => g.Id).ToHashSet();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = CsvTable.Read(
            folder, File, "group", "dublin_share", "safe_share", "subsidiary_share", "family_share", "independent_share", "forced_share",
            "unsupervised_share", "source");
        var read = rows.Select(row =>
        {
            row.Known("group", known);
            var behaviour = new GroupBehaviour(
                row.Unique("group", seen), Share("dublin_share"), Share("safe_share"), Share("subsidiary_share"), Share("family_share"),
                Share("independent_share"), Share("forced_share"), Share("unsupervised_share"), row.Required("source"));
            return behaviour.DublinShare + behaviour.SafeShare > 1
                ? throw row.Fault("safe_share", "with dublin_share it is at most 1")
                : behaviour.IndependentShare + behaviour.ForcedShare + behaviour.UnsupervisedShare > 1
                ? throw row.Fault("unsupervised_share", "with independent_share and forced_share it is at most 1")
                : behaviour;

            double Share(string field) => row.Number(field, 0, 1);
        }).ToDictionary(b => b.Group);
        foreach (var group in groups.Where(g => !seen.Contains(g.Id)))
        {
            throw new DataFaultException(File, "", "group", group.Id, "every group has a row");
        }

        return [.. groups.Select(g => read[g.Id])];
    }
}
