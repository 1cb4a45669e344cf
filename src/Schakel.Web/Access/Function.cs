using System.Collections.Frozen;
using System.Collections.Immutable;
using Schakel.Chain;
using Purpose = Schakel.Store.Acts.Purpose;

namespace Schakel.Web.Access;

/// <summary>Whose files a function may open (reikwijdte): what must tie the caller to the file.</summary>
public enum Reach
{
    /// <summary>No file of a person (geen).</summary>
    None = 0,
    /// <summary>One's own file (eigen).</summary>
    Own,
    /// <summary>Files of those one acts for: clients, wards (eigen cliënten). A file that names its lawyer or guardian is theirs alone.</summary>
    Clients,
    /// <summary>Files of those who stay at one's site, or are announced there (eigen locatie).</summary>
    Site,
    /// <summary>Files of those linked to one's municipality (eigen gemeente).</summary>
    Municipality,
    /// <summary>Files of one's team, and those that are not divided yet (eigen team).</summary>
    Team,
    /// <summary>Files in the chain that the purpose brings along (alle, binnen het doel).</summary>
    All,
}

/// <summary>How far a file must have come before a function may read it (stadium): before that, the purpose is not there yet.</summary>
public enum Stage
{
    /// <summary>From the beginning.</summary>
    Always = 0,
    /// <summary>Return is in view: a refusal, a return file, detention, departure (terugkeer in zicht).</summary>
    InReturn,
    /// <summary>A court was asked something: an appeal, a late decision, interim relief, detention (bij de rechter).</summary>
    AtCourt,
    /// <summary>The person chose this support (ondersteuning gekozen).</summary>
    InSupport,
}

/// <summary>What a function does for one purpose (doel en bevoegdheid): what it may read, and for which purposes it may act.</summary>
/// <param name="Purpose">For what.</param>
/// <param name="Reads">Categories that may be read for it.</param>
/// <param name="Acts">Purposes of acts that may be done; which act exactly is for the act itself to say.</param>
public sealed record Duty(LookPurpose Purpose, ImmutableArray<DataCategory> Reads, ImmutableArray<Purpose> Acts);

/// <summary>
/// A function in the chain and what it may see (functie). The rule of every answer: a field is shown only when its category stands
/// in the table, <see cref="RolesAndPurposes"/>. What is not named is denied.
/// </summary>
public sealed record Function
{
    /// <summary>Makes a function.</summary>
    /// <param name="code">Stable code in Dutch, as in tokens and addresses.</param>
    /// <param name="dutch">Name in Dutch.</param>
    /// <param name="english">Name in English.</param>
    /// <param name="role">The official role used for acts; none for those who are no officials.</param>
    /// <param name="reach">Whose files.</param>
    /// <param name="duties">What it does, the main purpose first.</param>
    public Function(string code, string dutch, string english, OfficialRoles role, Reach reach, ImmutableArray<Duty> duties)
    {
        (Code, Dutch, English, Role, Reach, Duties) = (code, dutch, english, role, reach, duties);
        ActsAs = code;
        Reads = duties.SelectMany(each => each.Reads).Append(DataCategory.None).ToFrozenSet();
    }

    /// <summary>All functions, in the order of a person's way through the chain.</summary>
    public static ImmutableArray<Function> All => RolesAndPurposes.All;

    /// <summary>Stable code in Dutch, as in tokens and addresses.</summary>
    public string Code { get; }

    /// <summary>Name in Dutch.</summary>
    public string Dutch { get; }

    /// <summary>Name in English.</summary>
    public string English { get; }

    /// <summary>The official role used for acts; none for those who are no officials.</summary>
    public OfficialRoles Role { get; }

    /// <summary>Whose files.</summary>
    public Reach Reach { get; }

    /// <summary>What it does, the main purpose first.</summary>
    public ImmutableArray<Duty> Duties { get; }

    /// <summary>How far a file must have come.</summary>
    public Stage Stage { get; init; }

    /// <summary>The function whose acts it may do, where a table of acts names functions by code.</summary>
    public string ActsAs { get; init; }

    /// <summary>The acts it may do, when it may not do all that its role has the power for.</summary>
    public FrozenSet<Type>? OnlyActs { get; init; }

    /// <summary>Categories that may be read, for one purpose or another.</summary>
    public FrozenSet<DataCategory> Reads { get; }

    /// <summary>The purpose for which it looks when nothing else is said.</summary>
    public LookPurpose MainPurpose => Duties.IsEmpty ? LookPurpose.None : Duties[0].Purpose;

    /// <summary>Tied to no place: its files may be anywhere in the country.</summary>
    public bool IsNationwide => Reach is Reach.All or Reach.Team;

    /// <summary>Lists the files of some tens of clients, or of who stay at one site.</summary>
    public bool ListsFewFiles => Reach is Reach.Clients or Reach.Site;

    /// <summary>Runs a site: sees who live there.</summary>
    public bool RunsSites => Role == OfficialRoles.ReceptionOfficer;

    /// <summary>A function by its code; null when there is none.</summary>
    /// <param name="code">The code.</param>
    public static Function? Find(string? code) => All.FirstOrDefault(each => each.Code == code);

    /// <summary>Whether a category may be read.</summary>
    /// <param name="category">The category.</param>
    public bool MayRead(DataCategory category) => Reads.Contains(category);

    /// <summary>Whether it may do acts for a purpose at all.</summary>
    /// <param name="purpose">The purpose of the act.</param>
    public bool ActsFor(Purpose purpose) => Duties.Any(each => each.Acts.Contains(purpose));
}
