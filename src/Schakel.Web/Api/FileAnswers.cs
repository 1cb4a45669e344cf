using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>The head of a person's file (kop van een zaak). A part is absent when the caller's function may not read it.</summary>
/// <param name="Nummer">Number of the file.</param>
/// <param name="Versie">Number of its last event.</param>
/// <param name="Aanwezigheid">Whether the person can be reached.</param>
/// <param name="Gezin">Household.</param>
/// <param name="Identiteit">Who the person is.</param>
/// <param name="Procedure">Application, decision, permit.</param>
/// <param name="Opvang">Where the person stays.</param>
/// <param name="Huisvesting">Municipality and home.</param>
/// <param name="Terugkeer">Return.</param>
public sealed record FileAnswer(
    long Nummer, int Versie, ImmutableArray<string> Aanwezigheid, FamilyPart? Gezin, IdentityPart? Identiteit, ProcedurePart? Procedure, ReceptionPart? Opvang,
    HousingPart? Huisvesting, ReturnPart? Terugkeer)
{
    internal static FileAnswer Of(Sight sight, Law law)
    {
        T? If<T>(DataCategory category, Func<T> part)
            where T : class => sight.MayRead(category) ? part() : null;

        var file = sight.State.File;
        return new(
            sight.Stream.Number, sight.State.Version, [.. Words.OfFlags(file.Presence)],
            If(DataCategory.Family, () => new FamilyPart(file.Registration.Household.Value, file.Registration.Role)),
            If(DataCategory.Identity, () => IdentityPart.Of(file.Registration, sight.MayRead(DataCategory.Origin))),
            If(DataCategory.Procedure, () => ProcedurePart.Of(file.Procedure, law)),
            If(DataCategory.Reception, () => ReceptionPart.Of(file.Reception)),
            If(DataCategory.Housing, () => new HousingPart(file.Housing.LinkedTo, file.Housing.OfferedIn, file.Housing.IsHoused, file.Housing.HousedOn)),
            If(DataCategory.Return, () => new ReturnPart(file.Return.IsOpen, file.Return.Detention?.Since)));
    }
}

/// <summary>To which household a person belongs (gezin).</summary>
/// <param name="Huishouden">Number of the household.</param>
/// <param name="Rol">Role in it.</param>
public sealed record FamilyPart(long Huishouden, FamilyRole Rol);

/// <summary>Who a person is (identiteit).</summary>
/// <param name="Geboren">Date of birth, as far as it is known.</param>
/// <param name="VNummer">Number in the register of aliens.</param>
/// <param name="Familienaam">Family name.</param>
/// <param name="Voornamen">Given names.</param>
/// <param name="Nationaliteit">Country; absent for whoever works without it, such as who places people.</param>
/// <param name="Taal">Language; without the form of it where nationality is absent for that reason.</param>
public sealed record IdentityPart(string Geboren, VNumber? VNummer, string? Familienaam, string? Voornamen, CountryCode? Nationaliteit, LanguageCode? Taal)
{
    internal static IdentityPart Of(RegistrationState state, bool withOrigin) => new(
        state.Identity is { Born.IsNone: false } known ? known.Born.ToString() : state.Born.ToString(), state.VNumber,
        state.Identity?.Names.Family, state.Identity?.Names.Given, withOrigin ? state.Identity?.Nationality : null, withOrigin ? state.Identity?.Language : state.Identity?.Language.Whole);
}

/// <summary>How the procedure stands (procedure).</summary>
/// <param name="Stand">Where the application stands.</param>
/// <param name="Spoor">Confirmed track.</param>
/// <param name="IndieningsDatum">Day of the application.</param>
/// <param name="GehoorDatum">Day of the interview that was held.</param>
/// <param name="GeplandeGehoorDatum">Day of the interview that is planned.</param>
/// <param name="UiterlijkeBeslisDatum">Last day of the decision period.</param>
/// <param name="Besluit">Outcome of the decision that stands.</param>
/// <param name="BesluitDatum">Its day.</param>
/// <param name="Vergunning">Holds a permit.</param>
/// <param name="BeroepLoopt">An appeal is pending.</param>
/// <param name="Team">Number of the team of the immigration service whose file it is.</param>
public sealed record ProcedurePart(
    ApplicationStatus? Stand, Track? Spoor, Day? IndieningsDatum, Day? GehoorDatum, Day? GeplandeGehoorDatum, Day? UiterlijkeBeslisDatum, DecisionOutcome? Besluit,
    Day? BesluitDatum, bool Vergunning, bool BeroepLoopt, int? Team)
{
    internal static ProcedurePart Of(ProcedureState state, Law law) => new(
        state.Application?.Status, state.Application?.Track, state.Application?.LodgedOn, state.Application?.InterviewedOn, state.Application?.PlannedFor,
        state.Open is { } open ? DecisionTerm.LastDay(open, law) : null, state.Decision?.Outcome, state.Decision?.On, state.Permit is not null, state.AppealPending, state.Team);
}

/// <summary>Where a person stays (opvang).</summary>
/// <param name="Opvanglocatie">Number of the site.</param>
/// <param name="Opvangvorm">Kind of site.</param>
/// <param name="SindsDatum">Since when.</param>
/// <param name="Verhuizingen">Moves so far.</param>
public sealed record ReceptionPart(int? Opvanglocatie, Modality? Opvangvorm, Day? SindsDatum, int Verhuizingen)
{
    internal static ReceptionPart Of(ReceptionState state) => new(state.Site?.Value, state.Site is null ? null : state.Modality, state.Since, state.Moves);
}

/// <summary>Municipality and home (huisvesting).</summary>
/// <param name="Gemeente">Linked to.</param>
/// <param name="AangebodenIn">A home was offered in.</param>
/// <param name="Gehuisvest">Lives in a home.</param>
/// <param name="GehuisvestOpDatum">Since when.</param>
public sealed record HousingPart(MunicipalityId? Gemeente, MunicipalityId? AangebodenIn, bool Gehuisvest, Day? GehuisvestOpDatum);

/// <summary>Return (terugkeer).</summary>
/// <param name="DossierOpen">A return file is open.</param>
/// <param name="InBewaringSindsDatum">Detained since.</param>
public sealed record ReturnPart(bool DossierOpen, Day? InBewaringSindsDatum);
