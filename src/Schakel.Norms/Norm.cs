namespace Schakel.Norms;

/// <summary>A parameter of the law (norm): one dated, cited value with a unit, standing in one place beside the formulas that use it.</summary>
/// <remarks>
/// A norm only declares: id, source and versions as enacted. What holds in a rehearsal is asked of a <see cref="Law"/>, which may hold
/// another value for the same id. Every <c>static readonly</c> norm of this assembly stands in <see cref="NormCatalogue"/>.
/// </remarks>
public abstract class Norm
{
    /// <summary>Declares a norm.</summary>
    /// <param name="id">Lower case, hyphens, one dot: <c>decision-period.length</c>.</param>
    /// <param name="title">Its name.</param>
    /// <param name="dossier">Its code in the norms dossier, <c>DEC-1</c>.</param>
    /// <param name="citation">Where it stands.</param>
    /// <param name="status">How sure it is.</param>
    private protected Norm(string id, Text title, string dossier, Citation citation, NormStatus status)
    {
        if (!IsId(id))
        {
            throw new ArgumentException($"`{id}` is not an id of a norm: lower case, digits and hyphens, parts joined by a dot.", nameof(id));
        }

        (Id, Title, Dossier, Citation, Status) = (id, title, dossier, citation, status);
    }

    /// <summary>Stable id, by which regimes and measures replace the value.</summary>
    public string Id { get; }

    /// <summary>Name in Dutch and English.</summary>
    public Text Title { get; }

    /// <summary>Code in the norms dossier.</summary>
    public string Dossier { get; }

    /// <summary>Where it stands; a version may stand elsewhere.</summary>
    public Citation Citation { get; }

    /// <summary>How sure it is; a version may differ.</summary>
    public NormStatus Status { get; }

    /// <summary>Unit of the value.</summary>
    public abstract string Unit { get; }

    /// <summary>What a value must be, in one phrase.</summary>
    public abstract string Accepts { get; }

    /// <summary>The versions as they are held now; <see cref="VersionList.KnownOn"/> gives those of an earlier day.</summary>
    public abstract VersionList Enacted { get; }

    /// <summary>Place in the catalogue and in every law; -1 for a norm that is not in the catalogue.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>The id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;

    private static bool IsId(string id) =>
        id.Contains('.', StringComparison.Ordinal)
        && id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '.')
        && id.Split('.').All(part => part.Length > 0 && part[0] != '-' && part[^1] != '-');
}

/// <summary>A parameter of the law with values of one type.</summary>
/// <typeparam name="T">The type of value.</typeparam>
public sealed class Norm<T> : Norm
    where T : INormValue<T>
{
    /// <summary>Declares a norm with its versions.</summary>
    /// <param name="id">Lower case, hyphens, a dot: <c>decision-period.length</c>.</param>
    /// <param name="title">Its name.</param>
    /// <param name="dossier">Its code in the norms dossier.</param>
    /// <param name="citation">Where it stands.</param>
    /// <param name="status">How sure it is.</param>
    /// <param name="versions">The values with the days they are in force.</param>
    /// <exception cref="ArgumentException">The id is malformed, there is no version, or versions overlap.</exception>
    public Norm(string id, Text title, string dossier, Citation citation, NormStatus status, params NormVersion<T>[] versions)
        : base(id, title, dossier, citation, status)
    {
        if (versions.Length == 0)
        {
            throw new ArgumentException($"{id}: a norm has at least one version.", nameof(versions));
        }

        foreach (var known in versions.Select(version => version.KnownOn))
        {
            _ = new VersionList<T>(id, versions, known); // Refuses what overlapped on any day of knowledge, not only now.
        }

        Versions = new VersionList<T>(id, versions, null);
    }

    /// <summary>The versions as they are held now.</summary>
    public VersionList<T> Versions { get; }

    /// <inheritdoc/>
    public override VersionList Enacted => Versions;

    /// <inheritdoc/>
    public override string Unit => T.Unit;

    /// <inheritdoc/>
    public override string Accepts => T.Accepts;
}
