namespace Schakel.Norms;

/// <summary>Where a norm stands written (vindplaats).</summary>
/// <param name="BwbId">Id of the act in the national register (BWBR…), or the CELEX number of an act of the Union; empty for policy or an
/// agreement that stands in neither.</param>
/// <param name="Article">Article, paragraph and part: <c>42(4)(b)</c>; for policy its own name, in Dutch like the
/// names of acts.</param>
/// <param name="Note">What a reader must know to find or weigh it.</param>
public sealed record Citation(string BwbId, string Article, string Note = "");

/// <summary>How sure we are of a norm's value (status).</summary>
public enum NormStatus
{
    /// <summary>Stated in the report the project started from, and not checked against the source itself.</summary>
    Seed,

    /// <summary>Read in the text of the law, a court or an official publication.</summary>
    Verified,

    /// <summary>Press, derivation or general knowledge; check before relying on it.</summary>
    Unverified,
}

/// <summary>The acts that norms cite (wetten), by their id in the register.</summary>
public static class Acts
{
    /// <summary>General Terms Act (Algemene termijnenwet, ATW).</summary>
    public const string GeneralTerms = "BWBR0002448";

    /// <summary>General Administrative Law Act (Algemene wet bestuursrecht, Awb).</summary>
    public const string AdministrativeLaw = "BWBR0005537";

    /// <summary>Aliens Act 2000 (Vreemdelingenwet 2000, Vw).</summary>
    public const string AliensAct = "BWBR0011823";

    /// <summary>Aliens Decree 2000 (Vreemdelingenbesluit 2000, Vb).</summary>
    public const string AliensDecree = "BWBR0011825";

    /// <summary>Aliens Regulations 2000 (Voorschrift Vreemdelingen 2000, VV).</summary>
    public const string AliensRegulations = "BWBR0012002";

    /// <summary>Implementation guidelines, part C: asylum (Vreemdelingencirculaire 2000 (C)).</summary>
    public const string AsylumGuidelines = "BWBR0012288";

    /// <summary>Implementation guidelines, part A: entry, supervision, return (Vreemdelingencirculaire 2000 (A)).</summary>
    public const string SupervisionGuidelines = "BWBR0012287";

    /// <summary>Regulation on provisions for asylum seekers (Regeling verstrekkingen asielzoekers 2005, Rva).</summary>
    public const string ReceptionProvisions = "BWBR0017959";

    /// <summary>Regulation on own contributions (Regeling eigen bijdrage asielzoekers met inkomen en vermogen 2008, Reba).</summary>
    public const string ContributionRegulation = "BWBR0024733";

    /// <summary>Housing Act 2014 (Huisvestingswet 2014).</summary>
    public const string HousingAct = "BWBR0035303";

    /// <summary>Foreign Nationals Employment Act (Wet arbeid vreemdelingen, Wav).</summary>
    public const string EmploymentAct = "BWBR0007149";

    /// <summary>Decree on foreign nationals' employment (Besluit uitvoering Wet arbeid vreemdelingen).</summary>
    public const string EmploymentDecree = "BWBR0007523";

    /// <summary>Act on the reception agency (Wet Centraal Orgaan opvang asielzoekers).</summary>
    public const string ReceptionAgencyAct = "BWBR0006685";

    /// <summary>Asylum Procedures Directive 2013/32/EU (Procedurerichtlijn).</summary>
    public const string ProceduresDirective = "32013L0032";

    /// <summary>Reception Conditions Directive 2013/33/EU (Opvangrichtlijn).</summary>
    public const string ReceptionDirective = "32013L0033";

    /// <summary>Dublin III Regulation 604/2013 (Dublinverordening).</summary>
    public const string DublinRegulation = "32013R0604";

    /// <summary>Return Directive 2008/115/EC (Terugkeerrichtlijn).</summary>
    public const string ReturnDirective = "32008L0115";

    /// <summary>Asylum Procedures Regulation 2024/1348 (Asielprocedureverordening), from 12 June 2026.</summary>
    public const string ProceduresRegulation = "32024R1348";

    /// <summary>Asylum and Migration Management Regulation 2024/1351 (Asiel- en migratiebeheerverordening).</summary>
    public const string MigrationManagementRegulation = "32024R1351";

    /// <summary>Qualification Regulation 2024/1347 (Kwalificatieverordening).</summary>
    public const string QualificationRegulation = "32024R1347";

    /// <summary>Reception Conditions Directive 2024/1346 (Opvangrichtlijn 2024).</summary>
    public const string ReceptionDirective2024 = "32024L1346";

    /// <summary>Policy, practice or an agreement that has no number in a register.</summary>
    public const string None = "";
}
