using Microsoft.AspNetCore.Components;

namespace Schakel.Web.Workbench;

/// <summary>A page of the workbench (bladzijde): markup and one question or one command.</summary>
public abstract class WorkPage : ComponentBase
{
    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public WorkVisit Visit { get; set; } = null!;

    /// <summary>One of two texts, in the language of the page.</summary>
    /// <param name="dutch">The Dutch one.</param>
    /// <param name="english">The English one.</param>
    protected string In(string dutch, string english) => Visit.In(dutch, english);
}
