namespace Schakel.Store;

/// <summary>Why the store cannot do what it is for (opslagfout).</summary>
public enum StoreFault
{
    /// <summary>Another process has the data open for writing, or holds a lock longer than we wait.</summary>
    Locked,
    /// <summary>Too many acts wait.</summary>
    Busy,
    /// <summary>The database may not be written.</summary>
    ReadOnly,
    /// <summary>The disk is full. Nothing of the act was kept; free space and send it again.</summary>
    DiskFull,
    /// <summary>A key is missing, or belongs to other data.</summary>
    KeyMissing,
    /// <summary>What is stored cannot be understood: altered, or written by a newer program.</summary>
    Unreadable,
    /// <summary>Writing failed in a way after which nothing is certain. The writer has stopped for good: restart the process.</summary>
    Stopped,
}

/// <summary>The store cannot go on as asked; nothing was done by halves (opslagfout).</summary>
/// <param name="fault">What kind of fault.</param>
/// <param name="message">What, where, and what to do.</param>
/// <param name="inner">What the database or the operating system said.</param>
public sealed class StoreFaultException(StoreFault fault, string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>What kind of fault.</summary>
    public StoreFault Fault { get; } = fault;
}
