using System.Collections.Immutable;
using System.Globalization;
using Schakel.Norms;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>Measures in the report's words, made of their files (maatregel in woorden): what changes, line by line, and what the law says.</summary>
public static class MeasureTexts
{
    /// <summary>Every measure in words, in order.</summary>
    /// <param name="baseline">The rehearsal they change.</param>
    /// <param name="measures">The measures.</param>
    public static ImmutableArray<MeasureText> Of(ModelInputs baseline, IReadOnlyList<Measure> measures) =>
        [.. measures.Select(measure => Of(baseline, measure))];

    /// <summary>A measure in words.</summary>
    public static MeasureText Of(ModelInputs baseline, Measure measure) => new(
        measure.Id, measure.Title, measure.Intention, measure.TargetSeries, measure.TargetDirection,
        [.. measure.Levers.SelectMany(use => Lines(baseline, measure, use)), .. measure.Norms.Select(norm => Line(baseline, norm))],
        [.. measure.LegalPoints.Select(Line)], measure.NotModelled);

    private static IEnumerable<Bilingual> Lines(ModelInputs baseline, Measure measure, LeverUse use)
    {
        var period = Period(use.From, use.Until);
        if (use.Values.IsNothing)
        {
            yield return new Bilingual($"{period.Dutch}: {use.Lever.Title.Dutch}: blijft zoals het is.", $"{period.English}: {use.Lever.Title.English}: stays as it is.");
            yield break;
        }

        yield return new Bilingual($"{period.Dutch}: {use.Lever.Title.Dutch}.", $"{period.English}: {use.Lever.Title.English}.");
        foreach (var effect in use.Lever.Effects(use.Values))
        {
            yield return effect switch
            {
                LeverEffect.OfParameter of => Line(use, of, MeasureSet.Change(baseline, measure, use, of)),
                LeverEffect.OfNorm of => Line(baseline, MeasureSet.Norm(use, of)),
                _ => throw new System.Diagnostics.UnreachableException(effect.ToString()),
            };
        }
    }

    private static Bilingual Line(LeverUse use, LeverEffect.OfParameter of, ParameterChange change)
    {
        var (parameter, by) = (of.Parameter, of.By);
        var (dutch, english) = of.Kind switch
        {
            ChangeKind.Set => ($"wordt {Amount(by, parameter.Unit, true)}", $"becomes {Amount(by, parameter.Unit, false)}"),
            ChangeKind.Scale => (Change(by, x => x - 1, "share", true), Change(by, x => x - 1, "share", false)),
            ChangeKind.Add => (Change(by, x => x, parameter.Unit, true), Change(by, x => x, parameter.Unit, false)),
        };
        var group = of.ForGroup && use.Values.Group is { } name ? $" ({name})" : "";
        var early = of.DaysEarlier > 0 ? Period(change.From, change.Until) : null;
        return new Bilingual(
            $"{(early is null ? "" : early.Dutch + ": ")}{parameter.Dutch}{group}: {dutch}.",
            $"{(early is null ? "" : early.English + ": ")}{parameter.English}{group}: {english}.");
    }

    private static Bilingual Line(ModelInputs baseline, NormChange change)
    {
        var norm = NormCatalogue.Find(change.Id);
        var value = baseline.Law.With(change.Id, change.Value, change.From).VersionsOf(change.Id).Last(v => v.From <= change.From).ValueInWords;
        var period = Period(change.From, change.Until);
        var running = change.Running ? (" (ook voor wat al loopt)", " (also for what is already running)") : ("", "");
        return new Bilingual(
            $"Norm `{change.Id}` ({norm.Title.Dutch}): {Lower(period.Dutch)}{running.Item1} {value.Dutch}.",
            $"Norm `{change.Id}` ({norm.Title.English}): {Lower(period.English)}{running.Item2} {value.English}.");
    }

    private static Bilingual Line(LegalPoint point)
    {
        var (dutch, english) = point.Certainty switch
        {
            Certainty.Verified => ("nagelezen in de bron", "read in the source"),
            Certainty.Reported => ("volgens het rapport of het dossier", "as the report or the dossier says"),
            Certainty.Disputed => ("omstreden", "disputed"),
            Certainty.Unknown => ("niet uitgezocht", "not looked into"),
        };
        return new Bilingual($"{point.Says.Dutch} ({point.Source}; {dutch})", $"{point.Says.English} ({point.Source}; {english})");
    }

    private static Bilingual Period(Day from, Day? until)
    {
        var first = Text.Of(from);
        return until is { } day && Text.Of(day) is var last
            ? new Bilingual($"Van {first.Dutch} tot en met {last.Dutch}", $"From {first.English} up to and including {last.English}")
            : new Bilingual($"Vanaf {first.Dutch}", $"From {first.English}");
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Amount(Estimate by, string unit, bool dutch) =>
        Number(by.Value, unit, dutch) + Unit(unit, dutch) + Band(by, x => x, unit, dutch);

    private static string Change(Estimate by, Func<double, double> of, string unit, bool dutch)
    {
        var points = unit == "share";
        var value = of(by.Value);
        return (value < 0 ? "" : "+") + Number(value, unit, dutch) + (points ? "%" : Unit(unit, dutch)) + Band(by, of, unit, dutch);
    }

    private static string Band(Estimate by, Func<double, double> of, string unit, bool dutch) => by.Low == by.High
        ? ""
        : $" ({Number(of(by.Low), unit, dutch)} {(dutch ? "tot" : "to")} {Number(of(by.High), unit, dutch)}{(unit == "share" ? "%" : "")})";

    private static string Unit(string unit, bool dutch) => unit switch
    {
        "share" => "%",
        "factor" or "" => "",
        _ => " " + (dutch ? DutchUnits.GetValueOrDefault(unit, unit) : unit),
    };

    private static string Number(double value, string unit, bool dutch)
    {
        var shown = Math.Round(unit == "share" ? value * 100 : value, 2, MidpointRounding.AwayFromZero);
        return shown.ToString("#,0.##", dutch ? DutchFormat : EnglishFormat);
    }

    private static readonly NumberFormatInfo EnglishFormat = new() { NegativeSign = "\u2212" };

    private static readonly NumberFormatInfo DutchFormat =
        new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "\u2212" };

    private static readonly Dictionary<string, string> DutchUnits = new(StringComparer.Ordinal)
    {
        ["persons a working day"] = "personen per werkdag",
        ["persons a year"] = "personen per jaar",
        ["places"] = "plekken",
        ["places a year"] = "plekken per jaar",
        ["days"] = "dagen",
        ["months"] = "maanden",
        ["hours"] = "uren",
        ["hours per adult"] = "uren per volwassene",
        ["rulings a year"] = "uitspraken per jaar",
        ["million euro a year"] = "miljoen euro per jaar",
    };
}
