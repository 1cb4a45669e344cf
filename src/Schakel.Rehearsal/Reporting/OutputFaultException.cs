namespace Schakel.Rehearsal.Reporting;

/// <summary>Why a result could not be written (schrijffout).</summary>
public enum OutputFault
{
    /// <summary>The folder or file cannot be written: absent, forbidden, read-only, not a folder.</summary>
    Unwritable,
    /// <summary>The disk or the quota is full.</summary>
    DiskFull,
}

/// <summary>A result could not be written; nothing stands under its final name (schrijffout).</summary>
/// <param name="fault">What went wrong.</param>
/// <param name="path">The file or folder asked for.</param>
/// <param name="inner">What the operating system said.</param>
public sealed class OutputFaultException(OutputFault fault, string path, Exception inner)
    : IOException(Sentence(fault, path, inner), inner)
{
    /// <summary>What went wrong.</summary>
    public OutputFault Fault { get; } = fault;

    /// <summary>The file or folder asked for.</summary>
    public string Path { get; } = path;

    private static string Sentence(OutputFault fault, string path, Exception inner) => fault switch
    {
        OutputFault.DiskFull => $"The disk is full: '{path}' was not written.",
        OutputFault.Unwritable => $"Cannot write '{path}': {inner.Message}",
    };
}
