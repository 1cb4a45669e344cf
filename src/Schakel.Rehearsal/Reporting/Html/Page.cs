using System.Globalization;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>The frame of a report: head, contents, sections, footer.</summary>
internal sealed class Page(ReportText text)
{
    private readonly List<(string Id, string Title)> _sections = [];
    private readonly Markup _body = new();

    /// <summary>Adds a section with its heading; the contents list it.</summary>
    public void Section(string title, Action<Markup> content)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"s{_sections.Count + 1}");
        _sections.Add((id, title));
        _body.Open("section", ("id", id), ("aria-labelledby", id + "h"), ("class", _sections.Count == 1 ? "first" : "next"));
        _body.Element("h2", title, ("id", id + "h"));
        content(_body);
        _body.Close();
    }

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter output, string kind, string title, Action<Markup> introduction)
    {
        Markup html = new();
        html.Raw("<!DOCTYPE html>\n");
        html.Open("html", ("lang", text.LanguageTag)).Open("head");
        html.Empty("meta", ("charset", "utf-8"));
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'"));
        html.Element("title", $"{title} \u2013 {kind}").Raw("\n<style>\n").Raw(StyleSheet.Css).Raw("\n</style>\n").Close();
        html.Open("body");
        html.Element("a", text.SkipToContent, ("class", "skip"), ("href", "#s1"));
        html.Open("header", ("class", "top")).Raw(StyleSheet.Mark).Element("b", "Schakel").Close();
        html.Open("div", ("class", "page"));
        html.Open("div", ("class", "head")).Element("p", kind, ("class", "kind")).Element("h1", title);
        introduction(html);
        html.Close();
        html.Open("nav", ("aria-label", text.Contents)).Element("h2", text.Contents).Open("ol");
        foreach ((string id, string name) in _sections)
        {
            html.Open("li").Element("a", name, ("href", "#" + id)).Close();
        }

        html.Close().Close();
        html.Open("main").Raw(_body.ToString());
        html.Open("footer").Element("p", text.Closing).Close();
        html.Close().Close().Close().Close();
        output.Write(html.ToString());
    }
}
