using Schakel.Chain;
using Schakel.Rehearsal.Live;

namespace Schakel.Rehearsal.Model;

// The first day: the published starting state, or the chain as it stands.
public sealed partial class Nation
{
    /// <summary>Settles whoever is there on the first day, once: living does so by itself.</summary>
    public void Settle()
    {
        if (_settled)
        {
            return;
        }

        _settled = true;
        if (Inputs.Live is { } live)
        {
            Numbering = new LiveStart(this, live).Settle();
            Interviews.TellAges();
        }
        else
        {
            new StartingStock(this).Settle();
            Numbering = new([], [], [], 0, 0, 0) { Municipalities = [.. Inputs.Municipalities.Select(each => each.Number)] };
        }
    }

    /// <summary>Where everybody stands now: the stage, and the site of whoever stays at one.</summary>
    public IEnumerable<(PersonId Person, Stage Stage, SiteId? Site)> Standing()
    {
        for (var h = 0; h < HouseholdCount; h++)
        {
            var household = _households[h];
            for (var i = 0; i < household.Count; i++)
            {
                yield return (Numbering.Person(household.First + i), household.Stage, household.Site < 0 ? null : Numbering.Site(household.Site));
            }
        }
    }
}
