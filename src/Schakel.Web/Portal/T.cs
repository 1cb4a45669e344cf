using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal;

/// <summary>
/// Says a text (tekst). What stands in for a missing translation is marked with its own language and direction; each value is kept apart
/// from the direction of the words around it; the Dutch text stands beside it when the reader asked for that.
/// </summary>
public sealed class T : ComponentBase
{
    /// <summary>In which language; from the page.</summary>
    [CascadingParameter]
    public Speech Speech { get; set; } = null!;

    /// <summary>Key of the text.</summary>
    [Parameter, EditorRequired]
    public string Key { get; set; } = "";

    /// <summary>Values by name.</summary>
    [Parameter]
    public (string Name, object? Value)[] Put { get; set; } = [];

    /// <summary>Without the Dutch text beside it, where there is no room: in the menu, on a button.</summary>
    [Parameter]
    public bool Alone { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var found = Speech.Find(Key);
        if (found.Language == Speech.Language)
        {
            Words(builder, found.Words, Speech);
        }
        else
        {
            Marked(builder, found, null);
        }
        if (Speech.Beside && !Alone)
        {
            builder.AddMarkupContent(10, " ");
            Marked(builder, new Speech(PortalLanguage.Official).Find(Key), "official");
        }
    }

    private void Marked(RenderTreeBuilder builder, Found found, string? style)
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "lang", found.Language.Code);
        builder.AddAttribute(2, "dir", found.Language.Direction);
        builder.AddAttribute(3, "class", style);
        Words(builder, found.Words, new Speech(found.Language));
        builder.CloseElement();
    }

    private void Words(RenderTreeBuilder builder, string words, Speech speech)
    {
        var at = 0;
        foreach (System.Text.RegularExpressions.Match slot in TextFile.Slot().Matches(words))
        {
            builder.AddContent(4, words[at..slot.Index]);
            var value = Speech.ValueOf(Key, slot.Groups[1].Value, Put);
            builder.OpenElement(5, "bdi");
            if (value is InDutch && speech.Language != PortalLanguage.Official)
            {
                builder.AddAttribute(6, "lang", PortalLanguage.Official.Code);
            }
            builder.AddContent(7, speech.Put(value));
            builder.CloseElement();
            at = slot.Index + slot.Length;
        }
        builder.AddContent(8, words[at..]);
    }
}
