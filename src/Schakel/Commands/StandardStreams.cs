namespace Schakel.Commands;

/// <summary>Where a command reads and writes bytes; opened when it is needed.</summary>
/// <param name="Input">Opens standard input.</param>
/// <param name="Output">Opens standard output.</param>
internal sealed record StandardStreams(Func<Stream> Input, Func<Stream> Output)
{
    /// <summary>The console's own, or those given in their place.</summary>
    public static StandardStreams Of(Stream? input, Stream? output) =>
        new(() => input ?? Console.OpenStandardInput(), () => output ?? Console.OpenStandardOutput());
}
