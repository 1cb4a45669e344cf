using System.Collections.Immutable;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>A value of a table with its band below it.</summary>
/// <param name="Value">The value, or words.</param>
/// <param name="Band">Its band, or empty.</param>
internal readonly record struct Cell(string Value, string Band = "");

/// <summary>A row of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Kind">Class for the look: empty, or <c>total</c>.</param>
internal sealed record TableRow(string Name, ImmutableArray<Cell> Cells, string Kind = "");

/// <summary>Tables that stand side by side on a screen and stack on a phone.</summary>
internal static class Tables
{
    public static void Write(Markup html, IReadOnlyList<string> columns, IEnumerable<TableRow> rows, string kind = "stack")
    {
        html.Open("div", ("class", "scroll")).Open("table", ("class", kind)).Open("thead").Open("tr");
        foreach (string column in columns)
        {
            html.Element("th", column, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (TableRow row in rows)
        {
            html.Open("tr", ("class", row.Kind)).Element("th", row.Name, ("scope", "row"));
            for (int index = 0; index < row.Cells.Length; index++)
            {
                Cell cell = row.Cells[index];
                html.Open("td", ("data-label", columns[index + 1]), ("class", cell.Value.Length == 0 ? "empty" : "full"));
                html.Open("span").Text(cell.Value);
                if (cell.Band.Length > 0)
                {
                    html.Element("span", cell.Band, ("class", "band"));
                }

                html.Close().Close();
            }

            html.Close();
        }

        html.Close().Close().Close();
    }

    public static void List(Markup html, IEnumerable<string> lines)
    {
        html.Open("ul");
        foreach (string line in lines)
        {
            html.Element("li", line);
        }

        html.Close();
    }
}
