using Schakel.Chain.Housing;
using Schakel.Web.Portal.Forms;

namespace Schakel.Web.Portal.Housing;

/// <summary>Accepting a home (woning aanvaarden). Refusing is done in person, after the consequences were told.</summary>
public static class HomeForm
{
    /// <summary>The form.</summary>
    public static PortalForm Accept { get; } = new("woning", "homeoffer", "accept-home",
        [new("aanvaard", FieldKind.Tick, "homeoffer.accept")], _ => new AcceptHome())
    {
        Before = ["homeoffer.refuse-how"],
    };
}
