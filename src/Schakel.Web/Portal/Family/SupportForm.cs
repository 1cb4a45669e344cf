using Schakel.Chain.Family;
using Schakel.Web.Portal.Forms;

namespace Schakel.Web.Portal.Family;

/// <summary>Asking an organisation for support (ondersteuning vragen): the person's own choice, and seen by them alone.</summary>
public static class SupportForm
{
    private static readonly SupportOrganisations[] Organisations =
    [
        SupportOrganisations.CouncilForRefugees, SupportOrganisations.RedCross, SupportOrganisations.VictimSupport, SupportOrganisations.PsychosocialSupport,
        SupportOrganisations.Volunteers,
    ];

    /// <summary>The form.</summary>
    public static PortalForm Begin { get; } = new("steun", "support", "begin-support",
        [
            new("organisatie", FieldKind.Choice, "support.which") { Options = [.. Organisations.Select(each => (each.ToString(), $"support.{Kebab.Of(each)}"))] },
            new("toestemming", FieldKind.Tick, "support.consent"),
        ],
        answers => new BeginSupport(Enum.Parse<SupportOrganisations>(answers["organisatie"]), Consented: true))
    {
        Before = ["common.no-duty"],
    };
}
