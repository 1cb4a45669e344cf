using Microsoft.AspNetCore.Components;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal;

/// <summary>A page that anybody may see (bladzijde).</summary>
public abstract class PortalPage : ComponentBase
{
    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public Visit Visit { get; set; } = null!;

    /// <summary>In which language.</summary>
    protected Speech Speech => Visit.Speech;

    /// <summary>A text for a title or an attribute.</summary>
    /// <param name="key">Key of the text.</param>
    /// <param name="values">Values by name.</param>
    protected string Say(string key, params (string Name, object? Value)[] values) => Speech.Say(key, values);
}

/// <summary>A page of somebody's own case (bladzijde van de eigen zaak).</summary>
public abstract class CasePage : PortalPage
{
    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public CaseVisit Case { get; set; } = null!;
}
