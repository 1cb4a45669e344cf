using System.Text;
using System.Text.Json;
using Schakel.Commands;

namespace Schakel.Tests.Commands;

/// <summary>What came of a command line that was run in this process.</summary>
internal sealed record Asked(int Code, string Output, string Error)
{
    public JsonElement Json => JsonElement.Parse(Output);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<Asked> With(params string[] arguments) => WithInput("", arguments);

    public static Task<Asked> WithInput(string input, params string[] arguments) => WithInput(Encoding.UTF8.GetBytes(input), arguments);

    public static async Task<Asked> WithInput(byte[] input, params string[] arguments)
    {
        var (before, errorBefore) = (Console.Out, Console.Error);
        using var bytes = new MemoryStream();
        using var given = new MemoryStream(input);
        using var text = new StringWriter();
        using var error = new StringWriter();
        try
        {
            Console.SetOut(text);
            Console.SetError(error);
            var code = await CommandLine.RunAsync(arguments, given, bytes);
            return new(code, Encoding.UTF8.GetString(bytes.ToArray()) + text, error.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(errorBefore);
        }
    }
}

/// <summary>Tests that take the console's place run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TheConsole
{
    public const string Name = "console";
}
