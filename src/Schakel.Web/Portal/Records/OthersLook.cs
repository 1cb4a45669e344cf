using System.Collections.Frozen;
using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Portal.Records;

/// <summary>Somebody else looked at a file (inzage door een ander): what function, for what, on which day, how often. Never a name or number.</summary>
/// <param name="On">The day.</param>
/// <param name="Function">Code of the function.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Times">How often that day.</param>
public sealed record OthersLook(Day On, string Function, LookPurpose Purpose, int Times)
{
    // Who has a name already where the portal says who must act; the others have a text of their own.
    private static readonly FrozenDictionary<string, Party> Parties = new Dictionary<string, Schakel.Chain.Party>
    {
        ["avim-registreerder"] = Party.AliensPolice,
        ["kmar-grenswachter"] = Party.BorderGuard,
        ["gza-medewerker"] = Party.HealthService,
        ["gemeente-medewerker"] = Party.Municipality,
        ["duo-medewerker"] = Party.EducationAgency,
        ["uwv-medewerker"] = Party.LabourAgency,
        ["dtv-regievoerder"] = Party.ReturnService,
        ["hulpofficier"] = Party.DetainingAuthority,
        ["rechtbank"] = Party.Court,
        ["raad-voor-rechtsbijstand"] = Party.LegalAidBoard,
        ["vluchtelingenwerk"] = Party.CouncilForRefugees,
        ["gegevensbeheerder"] = Party.RecordsOffice,
        ["advocaat"] = Party.Lawyer,
        ["voogd"] = Party.GuardianAgency,
        ["iom-medewerker"] = Party.MigrationOrganization,
        ["schoolmedewerker"] = Party.School,
        ["categorale-opvang"] = Party.Shelter,
        ["dji-medewerker"] = Party.DetentionService,
    }.ToFrozenDictionary();

    /// <summary>Who it was, in Dutch and English: in the copy of a file, for a lawyer, and of a function that the text files do not name.</summary>
    public Text Who => Access.Function.Find(Function) is { } function ? new(function.Dutch, function.English) : new(Function, Function);

    /// <summary>What it was for, in Dutch and English.</summary>
    public Text What => LookPurposes.NameOf(Purpose);

    /// <summary>Key of who it was; null of a function that opens nobody's file.</summary>
    public string? WhoKey => KeyOf(Function);

    /// <summary>Key of what it was for; null of what opens nobody's file.</summary>
    public string? WhatKey => KeyOf(Purpose);

    /// <summary>Who looked at a person's file, newest first and none left out but their own looks; what was refused showed nothing.</summary>
    /// <param name="log">The log of looks.</param>
    /// <param name="person">Number of the person.</param>
    public static ImmutableArray<OthersLook> Of(LookLog log, long person) =>
        [.. log.ByOthers(person).Select(each => new OthersLook(Day.Of(each.On.Year, each.On.Month, each.On.Day), each.Function, each.Purpose, each.Times))];

    /// <summary>Key of the name of a function, in plain words; null of one that opens nobody's file.</summary>
    /// <param name="function">Its code.</param>
    public static string? KeyOf(string function) => Known(Parties.TryGetValue(function, out var party) ? $"party.{Kebab.Of(party)}" : $"function.{function}");

    /// <summary>Key of the name of a purpose, in plain words; null of one that opens nobody's file.</summary>
    /// <param name="purpose">The purpose.</param>
    public static string? KeyOf(LookPurpose purpose) => Known($"purpose.{Kebab.Of(purpose)}");

    private static string? Known(string key) => Speech.Knows(key) ? key : null;
}
