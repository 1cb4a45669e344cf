using Schakel.Chain;
using Schakel.Chain.Guidance;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Countries;

namespace Schakel.Web.Workbench.Cases;

/// <summary>The facts of a file (feiten van een zaak): the parts that the interface shows as its head, as labels and values.</summary>
internal static class CaseFacts
{
    public static IEnumerable<(Room Room, string Label, string Value)> Of(CaseView view)
    {
        var visit = view.Visit;
        var head = FileAnswer.Of(view.Sight, view.Law);
        string In(string dutch, string english) => visit.In(dutch, english);
        string? Date(Day? day) => day is { } on ? visit.Date(on) : null;
        string? Value<T>(T? value)
            where T : struct, Enum => value is { } one ? Plain.Sentence(Plain.Value(one, visit.InEnglish)) : null;
        List<(Room Room, string Label, string? Value)> facts = [];
        if (head.Identiteit is { } who)
        {
            facts.Add((Room.Registration, In("Geboren", "Born"), Day.TryParse(who.Geboren, out var born) ? visit.Date(born) : who.Geboren));
            facts.Add((Room.Registration, In("V-nummer", "V-number"), who.VNummer?.ToString()));
            facts.Add((Room.Registration, In("Familienaam", "Family name"), who.Familienaam));
            facts.Add((Room.Registration, In("Voornamen", "Given names"), who.Voornamen));
            facts.Add((Room.Registration, In("Nationaliteit", "Nationality"), who.Nationaliteit is { } country ? visit.In(CountryNames.Of(country)) : null));
            facts.Add((Room.Registration, In("Taal", "Language"), who.Taal is { } language ? visit.In(CodesInWords.Of(language)) : null));
        }
        if (head.Procedure is { } procedure)
        {
            facts.Add((Room.Procedure, In("Aanvraag", "Application"), Value(procedure.Stand)));
            facts.Add((Room.Procedure, In("Ingediend", "Lodged"), Date(procedure.IndieningsDatum)));
            facts.Add((Room.Procedure, In("Spoor", "Track"), procedure.Spoor is Chain.Procedure.Track.None ? null : Value(procedure.Spoor)));
            facts.Add((Room.Procedure, In("Team", "Team"), procedure.Team is { } team ? WorkVisit.Plain(team) : null));
            facts.Add((Room.Procedure, In("Gehoor", "Interview"), Date(procedure.GehoorDatum)));
            facts.Add((Room.Procedure, In("Gehoor gepland", "Interview planned"), Date(procedure.GeplandeGehoorDatum)));
            facts.Add((Room.Procedure, In("Wensen voor het gehoor", "Wishes for the interview"), WishesShown.MayRead(visit.Caller.Function) && WishesShown.Of(view.File) is { } wishes ? visit.In(wishes) : null));
            facts.Add((Room.Procedure, In("Beslissen uiterlijk", "Decide by"), Date(procedure.UiterlijkeBeslisDatum)));
            facts.Add((Room.Procedure, In("Besluit", "Decision"), Value(procedure.Besluit) is { } outcome ? $"{outcome}, {Date(procedure.BesluitDatum)}" : null));
            facts.Add((Room.Procedure, In("Vergunning", "Permit"), procedure.Vergunning ? In("ja", "yes") : null));
            facts.Add((Room.Procedure, In("Beroep", "Appeal"), procedure.BeroepLoopt ? In("loopt", "pending") : null));
            facts.AddRange(ProcedureHolds.Of(view).Select(each => (Room.Procedure, each.Label, (string?)each.Value)));
        }
        if (head.Opvang is { } reception)
        {
            facts.Add((Room.Reception, In("Locatie", "Site"), reception.Opvanglocatie is { } site ? WorkVisit.Plain(site) : In("geen", "none")));
            facts.Add((Room.Reception, In("Opvangvorm", "Kind of site"), Value(reception.Opvangvorm)));
            facts.Add((Room.Reception, In("Sinds", "Since"), Date(reception.SindsDatum)));
            facts.Add((Room.Reception, In("Verhuizingen", "Moves"), WorkVisit.Plain(reception.Verhuizingen)));
        }
        facts.AddRange(PlacementShown.Of(view).Select(each => (Room.Reception, each.Label, (string?)each.Value)));
        if (head.Huisvesting is { } housing)
        {
            facts.Add((Room.Housing, In("Gemeente", "Municipality"), housing.Gemeente is { } linked ? Municipalities.NameOf(linked) : In("nog niet gekoppeld", "not linked yet")));
            facts.Add((Room.Housing, In("Woning aangeboden in", "Home offered in"), housing.AangebodenIn is { } offered ? Municipalities.NameOf(offered) : null));
            facts.Add((Room.Housing, In("Gehuisvest", "Housed"), housing.Gehuisvest ? Date(housing.GehuisvestOpDatum) ?? In("ja", "yes") : In("nee", "no")));
        }
        if (head.Terugkeer is { } returning)
        {
            facts.Add((Room.Return, In("Terugkeerdossier", "Return file"), returning.DossierOpen ? In("open", "open") : In("geen", "none")));
            facts.Add((Room.Return, In("In bewaring sinds", "Detained since"), Date(returning.InBewaringSindsDatum)));
        }
        if ((visit.Caller.Function.Role & Capacity.Readers) != 0 && view.Sight.MayRead(DataCategory.Vulnerability) && view.File.Guidance.Capacity is { NeedsHelp: true } capacity)
        {
            facts.Add((Room.Guidance, In("Vraagt meer hulp", "Asks for more help"),
                capacity.AsksHelp ? In("eigen antwoord", "own answer") + $", {Date(capacity.StatedOn)}" : In("beoordeeld", "judged") + $", {Date(capacity.JudgedOn)}"));
        }
        if (view.Sight.MayRead(DataCategory.Vulnerability) && HearingAdvices.Of(view.File) is { } advice)
        {
            facts.Add((Room.Guidance, In("Medisch advies over het horen", "Medical advice on the interview"),
                Plain.Sentence(Plain.Value(advice.Outcome, visit.InEnglish)) + (advice.Through is { } through ? In(", tot en met ", ", through ") + Date(through) : "")));
        }
        if (view.Sight.MayRead(DataCategory.Contact) && view.File.Guidance.Preferences.Letters is var letters && letters != LanguageCode.Unknown)
        {
            facts.Add((Room.Guidance, In("Brieven in", "Letters in"), visit.In(CodesInWords.Of(letters))));
        }
        if (head.Gezin is { } family)
        {
            facts.Add((Room.Family, In("Huishouden", "Household"), WorkVisit.Plain(family.Huishouden)));
            facts.Add((Room.Family, In("Rol", "Role"), Plain.Sentence(Plain.Value(family.Rol, visit.InEnglish))));
        }
        return facts.Where(each => !string.IsNullOrEmpty(each.Value)).Select(each => (each.Room, each.Label, each.Value!));
    }
}
