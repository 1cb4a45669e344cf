using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Schakel.Norms;
using Schakel.Store.Models;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>Which part of the calendar is looked at (keuze uit de agenda). All of it stands in the address.</summary>
/// <param name="Day">The day, or a day of the week.</param>
/// <param name="IsDay">One day; a week otherwise.</param>
/// <param name="Kind">Only appointments of this kind.</param>
/// <param name="Centre">Only at this centre; zero for those without one.</param>
/// <param name="Places">How many appointments a day holds, by whoever plans; absent when nobody said.</param>
/// <param name="To">The day to which an appointment would be moved.</param>
public sealed record AgendaAsked(Day Day, bool IsDay, AppointmentKind? Kind, int? Centre, int? Places, Day? To)
{
    private const int MostPlaces = 10_000;
    private const int DaysInWeek = 7;
    private const string OneDay = "dag";
    /// <summary>In an address: appointments without a centre.</summary>
    internal const string NoCentre = "geen";

    /// <summary>Reads it from the address; what is no choice is left aside.</summary>
    /// <param name="query">The address's query.</param>
    /// <param name="today">The chain's date, which is the usual day.</param>
    public static AgendaAsked Of(IQueryCollection query, Day today) => new(
        Day.TryParse(query["dag"], out var day) && day - today is > -4000 and < 4000 ? day : today,
        query["beeld"] == OneDay,
        AppointmentKinds.Find(query["soort"]),
        query["centrum"] == NoCentre ? 0 : NumberIn(query["centrum"]),
        NumberIn(query["plekken"]) is { } places and <= MostPlaces ? places : null,
        Day.TryParse(query["naar"], out var to) && to > today ? to : null);

    /// <summary>The first day that is looked at: a Monday, for a week.</summary>
    public Day From => IsDay ? Day : Day.PlusDays(-(((int)Day.DayOfWeek + DaysInWeek - 1) % DaysInWeek));

    /// <summary>The last day that is looked at.</summary>
    public Day Through => IsDay ? Day : From.PlusDays(DaysInWeek - 1);

    /// <summary>The same, a day or week later or earlier.</summary>
    /// <param name="by">How many.</param>
    public AgendaAsked Later(int by) => this with { Day = Day.PlusDays(IsDay ? by : by * DaysInWeek), To = null };

    /// <summary>How much fits in a day at a centre: as stands in the address, and as it is kept otherwise. Null when nobody said.</summary>
    /// <param name="kept">What is kept.</param>
    /// <param name="centre">The centre; without one, and for those without a centre, only the address tells.</param>
    public int? PlacesAt(ImmutableArray<CentrePlaces> kept, int? centre) =>
        Places ?? (centre is > 0 ? kept.Where(each => each.Centre == centre).Select(each => (int?)each.PerDay).FirstOrDefault() : null);

    /// <summary>The address of this choice.</summary>
    public string Address
    {
        get
        {
            var parts = new List<string> { $"dag={Day}" };
            void Add(string name, object? value)
            {
                if (value is not null)
                {
                    parts.Add($"{name}={Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"{value}"))}");
                }
            }
            Add("beeld", IsDay ? OneDay : null);
            Add("soort", Kind is { } kind ? AppointmentKinds.CodeOf(kind) : null);
            Add("centrum", Centre is 0 ? NoCentre : Centre);
            Add("plekken", Places);
            Add("naar", To);
            return WorkPaths.Agenda + "?" + string.Join('&', parts);
        }
    }

    /// <summary>A whole number from one; null when it is none.</summary>
    /// <param name="text">What was typed.</param>
    internal static int? NumberIn(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
