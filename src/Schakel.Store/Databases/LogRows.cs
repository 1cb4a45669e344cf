namespace Schakel.Store.Databases;

/// <summary>An event in the table (gebeurtenisregel). Read through <see cref="Log.EventLog"/>, which opens the content.</summary>
public sealed record EventRow
{
    /// <summary>Place in the log.</summary>
    public required long Position { get; init; }

    /// <summary>Kind of stream.</summary>
    public required short Kind { get; init; }

    /// <summary>Number of the person, household or site.</summary>
    public required long Number { get; init; }

    /// <summary>Place in the stream.</summary>
    public required int Version { get; init; }

    /// <summary>Type of event.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the type.</summary>
    public required short EventVersion { get; init; }

    /// <summary>Day it happened, since 1970-01-01.</summary>
    public required int OccurredOn { get; init; }

    /// <summary>Microseconds since 1970.</summary>
    public required long RecordedAt { get; init; }

    /// <summary>Kind of doer.</summary>
    public required short DoerKind { get; init; }

    /// <summary>Number of the doer.</summary>
    public required long DoerNumber { get; init; }

    /// <summary>Function of the doer.</summary>
    public required int DoerRole { get; init; }

    /// <summary>Purpose.</summary>
    public required short Purpose { get; init; }

    /// <summary>Key of the act.</summary>
    public required byte[] ActKey { get; init; }

    /// <summary>Content, sealed for persons and households.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Hash over the previous event's hash, the envelope and the content.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>A stream that has events (stroomregel).</summary>
public sealed record StreamRow
{
    /// <summary>Kind of stream.</summary>
    public required short Kind { get; init; }

    /// <summary>Number of the person, household or site.</summary>
    public required long Number { get; init; }

    /// <summary>Number of its key; absent for a stream in the clear.</summary>
    public long? KeyNumber { get; init; }

    /// <summary>When its content was erased, in microseconds since 1970.</summary>
    public long? ErasedAt { get; init; }
}

/// <summary>An act that was done or refused (handelingregel): what makes sending it again harmless.</summary>
public sealed record ActRow
{
    /// <summary>The key.</summary>
    public required byte[] Key { get; init; }

    /// <summary>SHA-256 of its content.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The answer, as JSON.</summary>
    public required byte[] Answer { get; init; }

    /// <summary>Microseconds since 1970.</summary>
    public required long RecordedAt { get; init; }
}

/// <summary>A signed anchor over the whole log (ankerregel).</summary>
public sealed record AnchorRow
{
    /// <summary>1, 2, 3, ….</summary>
    public required long Number { get; init; }

    /// <summary>Place in the log up to which it holds.</summary>
    public required long Position { get; init; }

    /// <summary>The statement that is signed.</summary>
    public required string Statement { get; init; }

    /// <summary>Its signature.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>Roots of the complete subtrees, from large to small: what the next root is computed from.</summary>
    public required byte[] Frontier { get; init; }
}

/// <summary>Whose a V-number is (V-nummerregel); the key says that no two live files have one number. The number itself stands nowhere in the clear.</summary>
public sealed record VNumberRow
{
    /// <summary>Keyed hash of the number.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The file that has it, or into which the file that has it was merged.</summary>
    public required long Person { get; init; }
}

/// <summary>A fact about the store itself (kenmerk): a bulk that is not finished.</summary>
public sealed record MarkRow
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Value.</summary>
    public required long Value { get; init; }
}
