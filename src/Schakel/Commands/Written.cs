using System.Text;
using Schakel.Rehearsal.Reporting;

namespace Schakel.Commands;

/// <summary>Text files that get their name only when they are whole.</summary>
internal static class Written
{
    /// <summary>Writes a text file (UTF-8, line feeds).</summary>
    public static void Text(string path, Action<TextWriter> content) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        content(writer);
    });
}
