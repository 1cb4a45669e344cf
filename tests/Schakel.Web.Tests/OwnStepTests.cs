using Schakel.Chain;
using Schakel.Web.Access;
using Schakel.Web.Api;

namespace Schakel.Web;

/// <summary>Which steps are whose work: every function against every kind of step.</summary>
public sealed class OwnStepTests
{
    [Fact]
    public void Dump()
    {
        var lines = new List<string>();
        foreach (var f in Function.All.Where(each => OwnSteps.PartiesOf(each).Count > 0))
        {
            foreach (var type in StepType.All.Where(type => OwnSteps.PartiesOf(f).Contains((int)type.Party)))
            {
                var (takes, reads) = (OwnSteps.Takes(f, type), OwnSteps.MayRead(f, type));
                if (!takes || !reads)
                {
                    lines.Add($"{f.Code}\t{type.Code}\t{(takes ? "takes" : "-")}\t{(reads ? "reads" : "-")}\t{EventCategories.OfDeclared(type.Code)}\t{type.Force}\t{type.Party}\t{CommandTable.All.Any(each => each.Command == type.Command)}");
                }
            }
        }
        File.WriteAllLines("/tmp/w1dump.tsv", lines);
    }
}
