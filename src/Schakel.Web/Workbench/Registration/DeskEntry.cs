using System.Collections.Immutable;
using System.Globalization;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Finding;

namespace Schakel.Web.Workbench.Registration;

/// <summary>How somebody comes to the desk (wijze van binnenkomst).</summary>
public enum DeskRoute
{
    /// <summary>Asks for protection.</summary>
    Asylum = 0,
    /// <summary>Comes to join a permit holder, with a visa.</summary>
    Family,
    /// <summary>Invited refugee.</summary>
    Resettled,
}

/// <summary>A document as it was laid on the desk (document).</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Issuer">The state that issued it.</param>
/// <param name="Finding">What was found.</param>
public readonly record struct DeskDocument(DocumentKind Kind, CountryCode Issuer, DocumentFinding Finding);

/// <summary>One person as entered at the desk (aanmelding): everything of it is recorded, or nothing.</summary>
/// <param name="Route">How they come.</param>
/// <param name="AtBorder">At an outer border.</param>
/// <param name="Centre">At which centre.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="With">The file of somebody whose household they join.</param>
/// <param name="Identity">Who they are.</param>
/// <param name="TravelDocument">Whether a valid travel document was seen; absent when they were not identified yet.</param>
/// <param name="Biometrics">Where the register of aliens holds fingerprints and photo: a number, never they themselves.</param>
/// <param name="Number">V-number; empty for none.</param>
/// <param name="Documents">Documents that were examined.</param>
/// <param name="Redirect">The centre they are sent on to.</param>
/// <param name="File">The file of their pre-registration.</param>
public sealed record DeskEntry(
    DeskRoute Route, bool AtBorder, CentreId Centre, FamilyRole Role, long? With, Identity Identity, bool? TravelDocument, long? Biometrics, string Number,
    ImmutableArray<DeskDocument> Documents, CentreId? Redirect, long? File)
{
    /// <summary>What is done, in order, in one act.</summary>
    /// <param name="by">Who acts.</param>
    /// <param name="household">The household.</param>
    /// <param name="today">The chain's date.</param>
    public IEnumerable<CaseCommand> Commands(Official by, HouseholdId household, Day today)
    {
        // A baby of this year whose day is not known is born today at the latest.
        var born = Day.Earlier(Identity.Born.LatestDay, Identity.Born.Year == today.Year ? today : Identity.Born.LatestDay);
        yield return Route switch
        {
            DeskRoute.Asylum => new RegisterArrival(household, born, Role, Centre, AtBorder),
            DeskRoute.Family => new RegisterFamilyArrival(household, born, Role, Centre),
            DeskRoute.Resettled => new RegisterResettledArrival(household, born, Role, Centre),
        };
        yield return new RecordIdentity(by, Identity, Documents.Any(each => each.Finding == DocumentFinding.Genuine) ? IdentitySource.Document : IdentitySource.Stated);
        if (TravelDocument is { } seen)
        {
            yield return new IdentifyPerson(by, Centre, seen) { Biometrics = Biometrics is { } number ? new BiometricsReference(number) : null };
        }
        if (Number.Length > 0)
        {
            yield return new AssignVNumber(by, Number);
        }
        foreach (var document in Documents)
        {
            yield return new ExamineDocument(by, document.Kind, document.Issuer, document.Finding);
        }
        if (Redirect is { } other)
        {
            yield return new RedirectToCentre(by, other);
        }
    }

    /// <summary>Reads what was typed; all that is wrong is told at once.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="function">Who typed it.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The entry; null when something is wrong.</returns>
    public static DeskEntry? Read(DeskForm form, Function function, Faults faults)
    {
        var routes = Desk.RoutesOf(function);
        var route = Enum.TryParse<DeskRoute>(form[DeskForm.Route], out var chosen) && routes.Contains(chosen) ? chosen : routes[0];
        var centre = NumberIn(form, DeskForm.Centre, faults, required: true);
        var with = NumberIn(form, DeskForm.With, faults);
        if (route == DeskRoute.Family && form[DeskForm.With].Length == 0)
        {
            faults.Add(DeskForm.With, "Geef de zaak van de referent bij wie deze persoon zich voegt.", "Give the case of the sponsor whom this person joins.");
        }
        var names = new PersonNames(form[DeskForm.FamilyName], form[DeskForm.GivenNames]);
        if (string.IsNullOrWhiteSpace(names.Family) && string.IsNullOrWhiteSpace(names.Given))
        {
            faults.Add(DeskForm.FamilyName, "Vul ten minste één naam in.", "Fill in at least one name.");
        }
        if (!PartialDate.TryParse(Finder.IsoOf(form[DeskForm.Born]), out var born))
        {
            faults.Add(DeskForm.Born, "Vul een datum in als 11-02-1984, 1984-02 of 1984.", "Fill in a date as 11-02-1984, 1984-02 or 1984.");
        }
        var identity = new Identity(names, born, Country(form, DeskForm.Nationality, faults), Spoken(form, faults));
        var role = Choice(form, DeskForm.Role, FamilyRole.Main, faults);
        bool? seen = function.May(typeof(IdentifyPerson)) ? form[DeskForm.TravelDocument] switch { "ja" => true, "nee" => false, _ => null } : null;
        var biometrics = NumberIn(form, DeskForm.Biometrics, faults);
        if (seen is null && (biometrics is not null || form[DeskForm.VNumber].Length > 0))
        {
            faults.Add(DeskForm.TravelDocument, "Maak hier een keuze: een V-nummer of verwijzing hoort bij wie is geïdentificeerd.", "Make a choice here: a V-number or reference goes with who was identified.");
        }
        var documents = DocumentsIn(form, function, faults);
        var redirect = NumberIn(form, DeskForm.Redirect, faults);
        var file = NumberIn(form, DeskForm.File, faults);
        return faults.ByField.Count > 0 ? null : new(
            route, form[DeskForm.Border] == "ja", new((int)centre!.Value), role, with, identity, seen, biometrics, form[DeskForm.VNumber], documents,
            redirect is { } other ? new CentreId((int)other) : null, file);
    }

    private static ImmutableArray<DeskDocument> DocumentsIn(DeskForm form, Function function, Faults faults)
    {
        var documents = ImmutableArray.CreateBuilder<DeskDocument>();
        for (var i = 1; i <= DeskForm.MostDocuments && function.May(typeof(ExamineDocument)); i++)
        {
            var (kind, issuer, finding) = (DeskForm.DocumentKind(i), DeskForm.DocumentIssuer(i), DeskForm.DocumentFinding(i));
            if (form[kind].Length == 0 && form[issuer].Length == 0 && form[finding].Length == 0)
            {
                continue;
            }
            if (form[kind].Length == 0 || form[finding].Length == 0)
            {
                faults.Add(form[kind].Length == 0 ? kind : finding, "Van een document horen soort en bevinding bij elkaar.", "Of a document, kind and finding go together.");
            }
            documents.Add(new(Choice(form, kind, DocumentKind.Other, faults), Country(form, issuer, faults), Choice(form, finding, DocumentFinding.Inconclusive, faults)));
        }
        return documents.ToImmutable();
    }

    private static TEnum Choice<TEnum>(DeskForm form, string name, TEnum usual, Faults faults)
        where TEnum : struct, Enum
    {
        if (form[name].Length == 0)
        {
            return usual;
        }
        if (!Words.TryValue<TEnum>(form[name], out var value))
        {
            faults.Add(name, "Maak hier een keuze.", "Make a choice here.");
        }
        return value;
    }

    private static long? NumberIn(DeskForm form, string name, Faults faults, bool required = false)
    {
        if (form[name].Length == 0 && !required)
        {
            return null;
        }
        // Of centres, files and entries in a register: whole numbers from 1.
        if (long.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && (number <= int.MaxValue || name is DeskForm.Biometrics or DeskForm.With or DeskForm.File))
        {
            return number;
        }
        faults.Add(name, "Vul een nummer in, vanaf 1.", "Fill in a number, from 1.");
        return null;
    }

    private static CountryCode Country(DeskForm form, string name, Faults faults)
    {
        if (form[name].Length > 0 && !CountryCode.TryParse(form[name].ToUpperInvariant(), out _))
        {
            faults.Add(name, $"Vul een land in als drie letters, zoals SYR; {CountryCode.Unknown} als het niet bekend is.", $"Fill in a country as three letters, such as SYR; {CountryCode.Unknown} when it is not known.");
            return default;
        }
        return CountryCode.TryParse(form[name].ToUpperInvariant(), out var known) ? known : CountryCode.Unknown;
    }

    private static LanguageCode Spoken(DeskForm form, Faults faults)
    {
        var text = form[DeskForm.Language].ToLowerInvariant();
        if (LanguageCode.TryParse(text, out var code))
        {
            return code;
        }
        if (text.Length > 0)
        {
            faults.Add(DeskForm.Language, "Vul een taal in als drie letters, zoals ara; und als zij niet bekend is.", "Fill in a language as three letters, such as ara; und when it is not known.");
        }
        return LanguageCode.Unknown;
    }
}
