using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Schakel.Norms;
using Schakel.Store.Log;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Records;

/// <summary>
/// One's own appointments and last days as a file for the calendar of a phone (agendabestand, RFC 5545). A phone is seen by others: it says
/// that there is an appointment or a last day, and neither for what, nor with whom, nor of which case.
/// </summary>
/// <remarks>
/// A day is a day wherever the phone is, so no zone is named; the alarm is at nine in the morning of the day before. Where the hour is settled, it is
/// written as an instant, so that a phone shows it by its own clock; the alarm is then a day ahead.
/// </remarks>
internal static class CalendarFile
{
    private const int MostOctets = 75;

    /// <summary>The file.</summary>
    public static IResult Give(CaseVisit visit)
    {
        if (FirstPage.Dated(visit.File, visit.Way).IsEmpty)
        {
            return Results.Redirect(PortalPaths.Messages); // A calendar without anything in it is none.
        }
        visit.Http.Response.Headers.ContentDisposition = "attachment; filename=\"agenda.ics\"";
        return Results.Text(Of(visit), "text/calendar", Encoding.UTF8);
    }

    private static string Of(CaseVisit visit)
    {
        var text = new StringBuilder();
        void Line(string line) => Folded(text, line);

        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Agenda//1.0//NL");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        var stamp = visit.History[^1].Envelope.RecordedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (var each in FirstPage.Dated(visit.File, visit.Way))
        {
            var day = each.By!.Value;
            var what = visit.Speech.Say(each.On is null ? "calendar.last-day" : "calendar.appointment");
            Line("BEGIN:VEVENT");
            Line($"UID:{NameOf(visit.History[0], each)}");
            Line($"DTSTAMP:{stamp}");
            Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{visit.History[^1].Envelope.Version}"));
            var time = each.Key == "where.ask-interview" ? WhereAndWhen.PlaceOn(visit.History, day).Minute : null;
            if (time is { } minute)
            {
                Line($"DTSTART:{new ClockTime(minute).On(day).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            }
            else
            {
                Line($"DTSTART;VALUE=DATE:{Basic(day)}");
                Line($"DTEND;VALUE=DATE:{Basic(day.PlusDays(1))}");
            }
            Line($"SUMMARY;LANGUAGE={visit.Speech.Language.Code}:{Escaped(what)}");
            Line($"DESCRIPTION;LANGUAGE={visit.Speech.Language.Code}:{Escaped(visit.Speech.Say("calendar.look"))}");
            Line("CLASS:PRIVATE");
            Line("TRANSP:TRANSPARENT");
            Line("BEGIN:VALARM");
            Line("ACTION:DISPLAY");
            Line(time is null ? "TRIGGER:-PT15H" : "TRIGGER:-P1D");
            Line($"DESCRIPTION:{Escaped(what)}");
            Line("END:VALARM");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();
    }

    // The same the next time, so that a phone replaces what it has; from the hash of the first event, which nobody can guess from a number.
    private static string NameOf(RecordedEvent first, ToDo each) =>
        Convert.ToHexStringLower(SHA256.HashData([.. first.Envelope.Hash.Span, .. Encoding.UTF8.GetBytes($"{each.Key} {(each.On is null ? each.By : null)}")])[..16]);

    private static string Basic(Day day)
    {
        var (year, month, number) = day.Parts;
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}{month:00}{number:00}");
    }

    private static string Escaped(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal).ReplaceLineEndings(@"\n");

    // A line has at most 75 octets, and no letter is cut in two; what goes on begins with a space.
    private static void Folded(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
