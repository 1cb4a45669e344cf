using System.Collections.Frozen;
using Schakel.Chain.Reception;
using Schakel.Norms;

namespace Schakel.Web.Portal.Speaking;

/// <summary>On what something rests (bron), for people: the name of the rule, and where it stands.</summary>
/// <param name="Title">Name of the rule; absent when only the place is known.</param>
/// <param name="Place">Article or norm; absent when it is a rule of this system itself.</param>
public sealed record Source(Text? Title, string? Place)
{
    private const string BeforeArticle = ", artikel ";

    /// <summary>Name of the act, when the place is an article of one.</summary>
    public string? Act => At < 0 ? null : Place![..At];

    /// <summary>The article, when the place is one.</summary>
    public string? Article => At < 0 ? null : Place![(At + BeforeArticle.Length)..];

    private int At => Place?.IndexOf(BeforeArticle, StringComparison.Ordinal) ?? -1;

    private const string RedLine = "red-line-";
    private const string Fact = "fact";
    private const string Guidelines = "Vc ";

    // What people call an act; the register's number says nothing to anybody.
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        [Acts.GeneralTerms] = "Algemene termijnenwet",
        [Acts.AdministrativeLaw] = "Algemene wet bestuursrecht",
        [Acts.AliensAct] = "Vreemdelingenwet 2000",
        [Acts.AliensDecree] = "Vreemdelingenbesluit 2000",
        [Acts.AliensRegulations] = "Voorschrift Vreemdelingen 2000",
        [Acts.AsylumGuidelines] = "Vreemdelingencirculaire 2000 (C)",
        [Acts.SupervisionGuidelines] = "Vreemdelingencirculaire 2000 (A)",
        [Acts.ReceptionProvisions] = "Regeling verstrekkingen asielzoekers 2005",
        [Acts.ContributionRegulation] = "Reba 2008",
        [Acts.HousingAct] = "Huisvestingswet 2014",
        [Acts.EmploymentAct] = "Wet arbeid vreemdelingen",
        [Acts.EmploymentDecree] = "Besluit uitvoering Wet arbeid vreemdelingen",
        [Acts.ReceptionAgencyAct] = "Wet COA",
        [Acts.ProceduresDirective] = "Procedurerichtlijn 2013/32/EU",
        [Acts.ReceptionDirective] = "Opvangrichtlijn 2013/33/EU",
        [Acts.DublinRegulation] = "Dublinverordening 604/2013",
        [Acts.ReturnDirective] = "Terugkeerrichtlijn 2008/115/EG",
        [Acts.ProceduresRegulation] = "Asielprocedureverordening 2024/1348",
        [Acts.MigrationManagementRegulation] = "Asiel- en migratiebeheerverordening 2024/1351",
        [Acts.QualificationRegulation] = "Kwalificatieverordening 2024/1347",
        [Acts.ReceptionDirective2024] = "Opvangrichtlijn 2024/1346",
        [Acts.DataProtectionRegulation] = "Algemene verordening gegevensbescherming",
        ["BWBR0015703"] = "Participatiewet",
        ["BWBR0033715"] = "Wet basisregistratie personen",
        ["32003L0009"] = "Opvangrichtlijn 2003/9/EG",
        ["32003R1560"] = "Uitvoeringsverordening 1560/2003 (Dublin)",
        ["32011L0095"] = "Kwalificatierichtlijn 2011/95/EU",
        ["32022D0382"] = "Uitvoeringsbesluit 2022/382 (tijdelijke bescherming)",
        ["32023D2409"] = "Uitvoeringsbesluit 2023/2409 (tijdelijke bescherming)",
        ["32024D1836"] = "Uitvoeringsbesluit 2024/1836 (tijdelijke bescherming)",
        ["32024R1349"] = "Verordening terugkeergrensprocedure 2024/1349",
        ["32024R1356"] = "Screeningverordening 2024/1356",
    }.ToFrozenDictionary();

    // Articles are written short in the steps of the chain.
    private static readonly (string Short, string Name)[] Abbreviations =
    [
        ("Vw ", Names[Acts.AliensAct]), ("Vb ", Names[Acts.AliensDecree]), ("VV ", Names[Acts.AliensRegulations]), ("Awb ", Names[Acts.AdministrativeLaw]),
        ("Rva ", Names[Acts.ReceptionProvisions]), ("Hvw ", Names[Acts.HousingAct]), ("Wav ", Names[Acts.EmploymentAct]), ("RCD ", Names[Acts.ReceptionDirective]),
        ("BW ", "Burgerlijk Wetboek"), ("AVG ", "Algemene verordening gegevensbescherming"), ("Buwav ", Names[Acts.EmploymentDecree]),
        ("RD ", Names[Acts.ReturnDirective]), ("Wi 2021 ", "Wet inburgering 2021"), ("Wrb ", "Wet op de rechtsbijstand"), ("Wet BRP ", "Wet basisregistratie personen"),
        ("Participatiewet ", "Participatiewet"), (Guidelines, "Vreemdelingencirculaire 2000"),
    ];

    // The case file names some rules by a code that says nothing to anybody: where those stand. A code that is not here is a rule of this system.
    private static readonly FrozenDictionary<string, string> OfCode = new Dictionary<string, string>
    {
        ["APP-1"] = "Vw 71",
        ["EXO-5"] = "Vb 3.6ba",
        ["PAR-9"] = "Rva 9a",
        ["PER-5"] = "Vb 3.107a",
        ["PER-8"] = "Vw 32, 41",
        ["REG-1"] = "Vb 3.108",
        ["REG-5"] = "Wrb 12",
        ["DEC-1"] = "Werkwijze van de IND",
        ["PAR-10"] = "Werkwijze van het COA",
        ["RET-1"] = "Vw 45, 62a",
        ["RET-9"] = "RD 10",
        ["RVT-3"] = "Vb 3.109",
        ["STD-3"] = "Rva 9",
        ["STD-7"] = "Rva 18a",
        ["T1-1"] = "Vb 3.109c",
        ["Reba"] = Names[Acts.ContributionRegulation],
        ["C23"] = "Werkwijze van de DT&V",
        ["RET-10"] = "Werkwijze van de DT&V",
        ["RET-11"] = "Werkwijze van de DT&V",
        ["RET-17"] = "Werkwijze van de DT&V",
        ["HOU-2"] = "Werkwijze van het COA",
        ["AMV"] = "Werkwijze van het COA",
        ["GL"] = "Werkwijze van het COA",
        ["IBO"] = "Werkwijze van het COA",
        ["PBL"] = "Werkwijze van het COA",
        ["POL"] = "Werkwijze van het COA",
        ["RET-15"] = "Afspraken over de landelijke vreemdelingenvoorziening",
        ["rean"] = "Regeling hulp bij terugkeer (REAN)",
        ["detention"] = "Vw 59, 59b",
        ["detention-review"] = "Vw 94, 96",
        ["DUB-2"] = $"{Names[Acts.DublinRegulation]}, artikel 22",
        ["own-contribution"] = Names[Acts.ContributionRegulation],
        ["reception-right"] = "Rva 2, 3",
        ["stay-limit"] = "De regels voor deze soort locatie",
        ["permit-duration"] = "Vw 28(2)",
        ["measure-review"] = "Rva 10",
        ["reception-right.excluded"] = "Rva 4(3)",
        [Sites.CapacityNorm] = "Rva 9",
        [Sites.FitnessNorm] = "Rva 18a",
    }.ToFrozenDictionary();

    // Which norm of a group says on what the group rests, where the first by name is an exception to it.
    private static readonly FrozenDictionary<string, string> Main = new Dictionary<string, string>
    {
        ["ammr-request"] = "take-charge",
        ["border-procedure"] = "length",
        ["decision-period"] = "length",
        ["dublin-reply"] = "take-charge",
        ["dublin-request"] = "take-charge",
        ["dublin-transfer"] = "length",
        ["family-decision-period"] = "length",
        ["general-procedure"] = "ordinary",
        ["view-period"] = "extended",
        ["work-access"] = "wait",
    }.ToFrozenDictionary();

    /// <summary>Where a citation points, in words.</summary>
    /// <param name="citation">The citation.</param>
    public static string Cited(Citation citation) =>
        $"{Names.GetValueOrDefault(citation.BwbId, citation.BwbId)}{(citation.BwbId.Length > 0 && char.IsDigit(citation.Article[0]) ? ", artikel" : "")} {citation.Article}".Trim();

    /// <summary>The source that a norm id, an article or a dossier code names; null when it names only the facts.</summary>
    /// <param name="norm">As steps, terms, rights and refusals name it.</param>
    public static Source? Of(string norm)
    {
        if (norm == Fact)
        {
            return null;
        }
        if (norm.StartsWith(RedLine, StringComparison.Ordinal))
        {
            return new(null, null);
        }
        var own = NormCatalogue.All.FirstOrDefault(each => each.Id == norm)
            ?? NormCatalogue.All.FirstOrDefault(each => Main.TryGetValue(norm, out var main) && each.Id == $"{norm}.{main}")
            ?? NormCatalogue.All.FirstOrDefault(each => each.Id.StartsWith(norm + ".", StringComparison.Ordinal));
        var title = NormComputation.All.FirstOrDefault(each => each.Id == norm)?.Title ?? own?.Title;
        return new(title, OfCode.TryGetValue(norm, out var place) ? Spelled(place)
            : (own ?? NormCatalogue.All.FirstOrDefault(each => each.Dossier == norm)) is { } named ? Cited(named.Citation)
            : norm.Contains(' ', StringComparison.Ordinal) ? Spelled(norm)
            : null);
    }

    private static string Spelled(string article)
    {
        foreach (var (shortly, name) in Abbreviations)
        {
            if (article.StartsWith(shortly, StringComparison.Ordinal))
            {
                return $"{name}, {(shortly == Guidelines ? "" : "artikel ")}{article[shortly.Length..]}";
            }
        }
        return article;
    }
}
