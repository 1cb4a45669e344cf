using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Measures;

/// <summary>Reads a measure's file (maatregelbestand), and refuses what it cannot mean.</summary>
public static class MeasureReader
{
    private const int LargestFile = 1024 * 1024;

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="file">Its path or name, for messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="MeasureFaultException">It breaks a rule.</exception>
    public static Measure Read(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > LargestFile)
        {
            throw new MeasureFaultException(file, "", "", bytes.IsEmpty ? "the file is empty" : "the file is larger than a megabyte, which no measure is");
        }

        var root = MeasureJson.Root(file, bytes).Only(
            "schema", "id", "title", "intention", "target", "from", "until?", "levers?", "norms?", "assumptions?", "combines?",
            "legalPoints?", "notModelled?");
        _ = root["schema"].Whole(1, 1);
        var (from, until) = Period(root, null, null);
        var target = root["target"].Only("series", "direction");
        var assumptions = Assumptions(root);
        var levers = root.Items("levers").Select(part => Use(part, assumptions, from, until)).ToImmutableArray();
        Unused(root, levers, assumptions);
        var norms = root.Items("norms").Select(part => Norm(part, from, until)).ToImmutableArray();
        NotTwice(root, norms);
        var combines = root.Items("combines").Select(part => part.Name()).ToImmutableArray();
        return levers.IsEmpty && norms.IsEmpty && combines.IsEmpty
            ? throw new MeasureFaultException(file, "$", "", "a measure changes something: give levers, norms or combines")
            : new Measure(
                file, root["id"].Name(), root["title"].Bilingual(), root["intention"].Bilingual(), Series(target["series"]),
                Direction(target["direction"]), from, until, levers, norms, combines,
                [.. root.Items("legalPoints").Select(Legal)], [.. root.Items("notModelled").Select(part => part.Bilingual())]);
    }

    private static (Day From, Day? Until) Period(MeasureJson part, Day? from, Day? until)
    {
        var first = part.Has("from") || from is null ? part["from"].Day() : from.Value;
        var last = part.Has("until") ? part["until"].Day() : until;
        return last is { } end && end < first
            ? throw (part.Has("until") ? part["until"] : part["from"]).Fault($"the last day {end} lies before the first day {first}")
            : (first, last);
    }

    private static string Series(MeasureJson part)
    {
        var id = part.Text();
        return SeriesCatalogue.All.Any(s => s.Id == id) ? id : throw part.Fault("it must be the id of a series, such as stock.applications");
    }

    private static int Direction(MeasureJson part) => part.Whole(-1, 1) is var direction and not 0 ? direction : throw part.Fault("it must be -1 or 1");

    private static ImmutableArray<(MeasureJson Part, MeasureAssumption Assumption)> Assumptions(MeasureJson root)
    {
        var all = ImmutableArray.CreateBuilder<(MeasureJson, MeasureAssumption)>();
        foreach (var part in root.Items("assumptions"))
        {
            part.Only("id", "value", "low", "high", "unit", "source", "nl", "en");
            var id = part["id"].Text();
            if (all.Any(a => a.Item2.Id == id))
            {
                throw part["id"].Fault("it occurs twice");
            }

            var declared = LeverCatalogue.Assumption(id)
                ?? throw part["id"].Fault("no lever rests on an assumption of this name; see docs/measures.md");
            var unit = part["unit"].Text();
            all.Add((part, new MeasureAssumption(
                id, part.RangeOf(declared.Least, declared.Most),
                unit == declared.Unit ? unit : throw part["unit"].Fault($"it must be {declared.Unit}"),
                part["source"].Text(), new Bilingual(part["nl"].Text(), part["en"].Text()))));
        }

        return all.ToImmutable();
    }

    private static LeverUse Use(
        MeasureJson part, ImmutableArray<(MeasureJson Part, MeasureAssumption Assumption)> assumptions, Day from, Day? until)
    {
        var id = part["lever"].Text();
        var lever = LeverCatalogue.Find(id)
            ?? throw part["lever"].Fault($"it is no lever; levers are {string.Join(", ", LeverCatalogue.All.Select(l => l.Id))}");
        part.Only(["lever", "from?", "until?", .. lever.Fields.Select(f => f.Required ? f.Name : f.Name + "?")]);
        var amounts = new List<KeyValuePair<string, Estimate>>();
        var words = new List<KeyValuePair<string, string>>();
        foreach (var field in lever.Fields.Where(f => part.Has(f.Name)))
        {
            var value = part[field.Name];
            switch (field.Kind)
            {
                case FieldKind.Amount:
                    amounts.Add(new(field.Name, value.Range(field.Least, field.Most)));
                    break;
                case FieldKind.Switch:
                    words.Add(new(field.Name, value.Switch() ? "true" : "false"));
                    break;
                case FieldKind.Choice:
                    words.Add(new(field.Name, value.OneOf([.. field.Words])));
                    break;
                case FieldKind.Group:
                    words.Add(new(field.Name, value.Name()));
                    break;
            }
        }

        var (first, last) = Period(part, from, until);
        return new LeverUse(part.Path, lever, new LeverValues(lever, amounts, words, assumptions.Select(a => a.Assumption)), first, last);
    }

    private static void Unused(
        MeasureJson root, ImmutableArray<LeverUse> levers, ImmutableArray<(MeasureJson Part, MeasureAssumption Assumption)> assumptions)
    {
        foreach (var (part, assumption) in assumptions)
        {
            var lever = assumption.Id[..assumption.Id.IndexOf('.', StringComparison.Ordinal)];
            if (!levers.Any(use => use.Lever.Id == lever))
            {
                throw part["id"].Fault($"no lever of {root.Path} rests on it: {lever} is not pulled");
            }
        }
    }

    private static NormChange Norm(MeasureJson part, Day from, Day? until)
    {
        part.Only("id", "value", "from?", "until?", "running?");
        var id = part["id"].Text();
        var norm = NormCatalogue.All.FirstOrDefault(n => n.Id == id)
            ?? throw part["id"].Fault("there is no norm of this id; see docs/norms.md");
        var value = part["value"];
        try
        {
            _ = Regimes.January2024.With(id, value.Element);
        }
        catch (InvalidNormValueException fault)
        {
            throw value.Fault($"it must be {norm.Accepts}", fault);
        }

        var (first, last) = Period(part, from, until);
        return new NormChange(part.Path, id, value.Element, first, last, part.Has("running") && part["running"].Switch());
    }

    private static void NotTwice(MeasureJson root, ImmutableArray<NormChange> norms)
    {
        for (var i = 1; i < norms.Length; i++)
        {
            if (norms.Take(i).Any(n => n.Id == norms[i].Id && n.From == norms[i].From))
            {
                throw root.Items("norms")[i]["id"].Fault($"the norm is changed twice from {norms[i].From}");
            }
        }
    }

    private static LegalPoint Legal(MeasureJson part)
    {
        part.Only("nl", "en", "source", "certainty");
        var certainty = part["certainty"].OneOf("verified", "reported", "disputed", "unknown") switch
        {
            "verified" => Certainty.Verified,
            "reported" => Certainty.Reported,
            "disputed" => Certainty.Disputed,
            _ => Certainty.Unknown,
        };
        return new LegalPoint(new Bilingual(part["nl"].Text(), part["en"].Text()), part["source"].Text(), certainty);
    }
}
