using Schakel.Chain.Reception;
using Schakel.Web.Portal.Forms;

namespace Schakel.Web.Portal.Reception;

/// <summary>Accepting a place in reception (plaats aanvaarden). Refusing is done in person, after the consequences were told.</summary>
public static class PlaceForm
{
    /// <summary>The form.</summary>
    public static PortalForm Accept { get; } = new("opvangplek", "place", "accept-place",
        [new("aanvaard", FieldKind.Tick, "place.accept")], _ => new AcceptPlace())
    {
        Before = ["place.refuse-how"],
    };
}
