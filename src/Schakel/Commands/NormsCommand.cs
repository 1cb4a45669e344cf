using System.CommandLine;
using System.Text;
using System.Text.Json;
using Schakel.Catalogue;
using Schakel.Norms;
using Schakel.Rehearsal.Reporting;

namespace Schakel.Commands;

/// <summary><c>schakel norms</c>: the law looked up, asked, and written out as a catalogue.</summary>
internal static class NormsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(StandardStreams streams) =>
        new("norms", "The law as the program holds it: look norms up, put questions to them, write their catalogue.")
        {
            List(streams),
            Show(streams),
            Compute(streams),
            Catalogue(),
        };

    private static Command List(StandardStreams streams)
    {
        var (law, json) = (new LawArguments(), Json());
        var command = new Command("list", "Every norm with its values, sources and validity, and every computation.") { json };
        law.AddTo(command);
        command.SetAction(parsed => CommandLine.Guard(() =>
        {
            var listing = new NormsListing(law.Read(parsed));
            return parsed.GetValue(json) ? WriteJson(streams, listing.WriteAll) : WriteText(streams, listing.WriteAll);
        }));
        return command;
    }

    private static Command Show(StandardStreams streams)
    {
        var id = new Argument<string>("ID") { Description = "Id of a norm or a computation." };
        var (law, json) = (new LawArguments(), Json());
        var command = new Command("show", "One norm or one computation, with all there is to know about it.") { id, json };
        law.AddTo(command);
        command.SetAction(parsed => CommandLine.Guard(() =>
        {
            var listing = new NormsListing(law.Read(parsed));
            var subject = NormsListing.Find(parsed.GetValue(id)!);
            return parsed.GetValue(json)
                ? WriteJson(streams, writer => listing.Write(writer, subject))
                : WriteText(streams, writer => listing.Write(writer, subject));
        }));
        return command;
    }

    private static Command Compute(StandardStreams streams)
    {
        var id = new Argument<string?>("ID") { Description = "Id of a computation. With --batch it may be left out; given, it is asked by every line.", Arity = ArgumentArity.ZeroOrOne };
        var facts = new Option<string>("--facts") { Description = "File with the facts as a JSON object, or - for standard input.", HelpName = "FILE|-", Required = true };
        var batch = new Option<bool>("--batch")
        {
            Description = "Facts are JSON Lines, {\"id\": …, \"facts\": {…}} each; a line of JSON answers each, in order. A line that cannot be answered "
                + "gets an error with its number, the rest goes on, and the exit code is 2.",
        };
        var (law, json) = (new LawArguments(), Json());
        var command = new Command("compute", "Puts a question to the law: facts in, the result with its grounds out.") { id, facts, batch, json };
        law.AddTo(command);
        command.SetAction(parsed => CommandLine.Guard(() =>
        {
            var asked = parsed.GetValue(id) is { } name ? NormComputation.Find(name) : null;
            if (parsed.GetValue(batch))
            {
                using var input = QuestionText.Open(parsed.GetValue(facts)!, streams);
                var (asOf, all) = (law.Read(parsed), true);
                _ = WriteBytes(streams, output => all = NormsBatch.Run(asOf, asked, input, output));
                return all ? CommandLine.Done : CommandLine.Refused;
            }

            var computation = asked ?? throw new UnreadableQuestionException(
                "ID", $"is missing; give one of {string.Join(", ", NormComputation.All.Select(each => each.Id))}, or --batch");
            var answer = computation.Compute(law.Read(parsed), QuestionText.Read(parsed.GetValue(facts)!, streams));
            return parsed.GetValue(json)
                ? WriteJson(streams, writer => NormsAnswer.Write(writer, answer))
                : WriteText(streams, writer => NormsAnswer.Write(writer, answer));
        }));
        return command;
    }

    private static Command Catalogue()
    {
        var file = new Option<string>("--out") { Description = "File to write.", HelpName = "FILE", DefaultValueFactory = _ => Path.Combine("docs", "norms.md") };
        var command = new Command("catalogue", "Writes the catalogue of norms and computations as Markdown; the same law gives the same bytes.") { file };
        command.SetAction(parsed => CommandLine.Guard(() =>
        {
            var path = parsed.GetValue(file)!;
            var text = NormsDocument.Text();
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            Console.WriteLine($"Catalogue: {path}");
            return CommandLine.Done;
        }));
        return command;
    }

    private static Option<bool> Json() => new("--json") { Description = "JSON on standard output." };

    private static int WriteText(StandardStreams streams, Action<TextWriter> content) => WriteBytes(streams, output =>
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        content(writer);
    });

    private static int WriteJson(StandardStreams streams, Action<Utf8JsonWriter> content) => WriteBytes(streams, output =>
    {
        using (var writer = new Utf8JsonWriter(output, NormsBatch.JsonForm))
        {
            content(writer);
        }

        output.Write("\n"u8);
    });

    private static int WriteBytes(StandardStreams streams, Action<Stream> content)
    {
        const int FullDisk = 28;
        const int FullDiskOnWindows = unchecked((int)0x80070070);
        try
        {
            var output = streams.Output();
            content(output);
            output.Flush();
            return CommandLine.Done;
        }
        catch (IOException e)
        {
            throw new OutputFaultException(e.HResult is FullDisk or FullDiskOnWindows ? OutputFault.DiskFull : OutputFault.Unwritable, "standard output", e);
        }
    }
}
