using System.Globalization;
using System.Text;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>HTML and SVG as they are written: every text escaped, every opened element closed.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    public Markup Open(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes).Append('>');
        _open.Push(tag);
        return this;
    }

    public Markup Close()
    {
        string tag = _open.Pop();
        _text.Append("</").Append(tag).Append('>');
        if (tag is not ("span" or "strong" or "td" or "th" or "a" or "tspan" or "text" or "b" or "code"))
        {
            _text.Append('\n');
        }

        return this;
    }

    public Markup Text(string text)
    {
        foreach (char one in text)
        {
            _ = one switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                _ => _text.Append(one),
            };
        }

        return this;
    }

    public Markup Element(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Open(tag, attributes).Text(text).Close();

    /// <summary>An element without content, such as a line of a drawing.</summary>
    public Markup Empty(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes).Append(tag is "meta" or "link" or "br" or "col" ? ">" : "/>");
        return this;
    }

    /// <summary>Text that is ours and already markup: the style sheet, the doctype.</summary>
    public Markup Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public override string ToString() => _open.Count == 0
        ? _text.ToString()
        : throw new InvalidOperationException($"Element '{_open.Peek()}' is still open.");

    /// <summary>A coordinate: a tenth is finer than a screen shows.</summary>
    public static string At(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    private StringBuilder Start(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(tag);
        foreach ((string name, string value) in attributes)
        {
            _text.Append(' ').Append(name).Append("=\"");
            Text(value);
            _text.Append('"');
        }

        return _text;
    }
}
