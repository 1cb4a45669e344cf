namespace Schakel.Rehearsal.Reporting;

/// <summary>Files that get their name only when they are complete (atomair schrijven).</summary>
public static class AtomicFile
{
    // Numbers of the operating system: no space left and quota exceeded on Linux (28, 122), no space left on macOS too (28),
    // and the two that Windows gives for a full disk.
    private static readonly int[] FullDisk = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Makes a folder, and those above it, when they are not there.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="OutputFaultException">It cannot be made.</exception>
    public static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (IsOfDisk(fault))
        {
            throw Told(folder, fault);
        }
    }

    /// <summary>Writes a file in whole: under a temporary name in the same folder, flushed to the disk, then renamed over what was there.</summary>
    /// <param name="path">Final name.</param>
    /// <param name="content">Writes the content on the stream; what it throws beside faults of the disk passes through.</param>
    /// <exception cref="OutputFaultException">The folder cannot be written or the disk is full; the final name still has its old content, or none.</exception>
    public static void Write(string path, Action<Stream> content) => WriteNamed(path, temporary =>
    {
        using FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        content(stream);
        stream.Flush(flushToDisk: true);
    });

    /// <summary>Writes a file in whole, as <see cref="Write"/>, by something that takes a name and no stream.</summary>
    /// <param name="path">Final name.</param>
    /// <param name="content">Writes a new file of the temporary name and closes it.</param>
    /// <exception cref="OutputFaultException">The folder cannot be written or the disk is full; the final name still has its old content, or none.</exception>
    public static void WriteNamed(string path, Action<string> content) => Put(path, content, overwrite: true);

    /// <summary>Writes a file in whole, as <see cref="Write"/>, when nothing has its name yet: what is there is not written over.</summary>
    /// <param name="path">Final name.</param>
    /// <param name="content">Writes the content on the stream.</param>
    /// <returns>False when it was there already.</returns>
    /// <exception cref="OutputFaultException">The folder cannot be written or the disk is full; the final name has no content of this one.</exception>
    public static bool WriteOnce(string path, Action<Stream> content)
    {
        if (File.Exists(path))
        {
            return false;
        }
        try
        {
            Put(path, temporary =>
            {
                using FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
                content(stream);
                stream.Flush(flushToDisk: true);
            }, overwrite: false);
            return true;
        }
        catch (OutputFaultException) when (File.Exists(path))
        {
            return false; // Another process was first.
        }
    }

    private static void Put(string path, Action<string> content, bool overwrite)
    {
        string final = Path.GetFullPath(path);
        string temporary = Path.Combine(
            Path.GetDirectoryName(final) ?? final, $".{Path.GetFileName(final)}.{Environment.ProcessId}.part");
        bool made = false;
        try
        {
            Remove(temporary);
            made = true;
            content(temporary);
            File.Move(temporary, final, overwrite);
            made = false;
        }
        catch (Exception fault) when (IsOfDisk(fault))
        {
            throw Told(path, fault);
        }
        finally
        {
            if (made)
            {
                Remove(temporary);
            }
        }
    }

    private static bool IsOfDisk(Exception fault) =>
        fault is (IOException or UnauthorizedAccessException) and not OutputFaultException;

    private static OutputFaultException Told(string path, Exception fault) =>
        new(FullDisk.Contains(fault.HResult) ? OutputFault.DiskFull : OutputFault.Unwritable, path, fault);

    // The first fault is the one to tell; a remainder that cannot be removed still has no final name.
    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
