using System.Collections.Immutable;

namespace Schakel.Store.Verifying;

/// <summary>What kind of thing is wrong (soort afwijking).</summary>
public enum ProblemKind
{
    /// <summary>An event is not what was recorded.</summary>
    Altered,
    /// <summary>An event is gone.</summary>
    Missing,
    /// <summary>An event stands where none was recorded.</summary>
    Inserted,
    /// <summary>An anchor does not fit: not signed by this key, or not about this log.</summary>
    Anchor,
    /// <summary>Content cannot be read, and was not erased.</summary>
    Unreadable,
    /// <summary>A row is not what the events make it.</summary>
    Row,
}

/// <summary>Something that is wrong (afwijking).</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Text">Which event, stream or row, and how it is known.</param>
public readonly record struct Problem(ProblemKind Kind, string Text);

/// <summary>What verification found (uitkomst van de controle).</summary>
/// <param name="Events">Events read.</param>
/// <param name="Streams">Streams they belong to.</param>
/// <param name="Erased">Streams whose content was erased: their chain was checked, their content cannot be.</param>
/// <param name="Anchors">Anchors checked, those kept elsewhere included.</param>
/// <param name="Anchored">Last position that an anchor from elsewhere covers; zero without one.</param>
/// <param name="Rows">Rows compared with the events.</param>
/// <param name="OtherLaw">Files whose due day and steps were made under a law that is not given here; the rest of their rows was compared.</param>
/// <param name="ProblemCount">Problems found.</param>
/// <param name="Problems">The first thousand of them.</param>
public sealed record VerificationReport(
    long Events, int Streams, int Erased, int Anchors, long Anchored, long Rows, int OtherLaw, int ProblemCount, ImmutableArray<Problem> Problems)
{
    /// <summary>Documents of people whose content was read, and is what its event says.</summary>
    public int Documents { get; init; }

    /// <summary>Contents beside them that no event tells of: of uploads that came to nothing or are under way. Nobody is shown them, and they are taken away.</summary>
    public int UntoldDocuments { get; init; }

    /// <summary>Nothing is wrong.</summary>
    public bool IsSound => ProblemCount == 0;
}

/// <summary>What to verify against (vraag aan de controle).</summary>
/// <param name="LawOf">The law with a mark (first 16 hexadecimals of its hash), when it is at hand; by it due days and steps are checked.</param>
public sealed record VerificationRequest(Func<string, Norms.Law?> LawOf)
{
    /// <summary>Open next steps, as the desk that wrote had them.</summary>
    public Rows.StepsOf? StepsOf { get; init; }

    /// <summary>Anchors kept elsewhere: a file.</summary>
    public string? AnchorFile { get; init; }

    /// <summary>The public key that goes with them, in PEM; also kept elsewhere.</summary>
    public string? PublicKeyFile { get; init; }
}
