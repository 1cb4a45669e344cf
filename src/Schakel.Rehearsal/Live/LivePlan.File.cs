using System.Runtime.InteropServices;
using System.Text;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Live;

// A plan as a file, so that a program that starts again goes on with the same one. It holds what is needed to make commands of its
// steps, and no file of anybody: whoever replays it needs the chain. Little-endian; it is read by the program that wrote it, or not at all.
public sealed partial class LivePlan
{
    private const int Version = 2;
    private static readonly byte[] Mark = "SCHAKELPLAN"u8.ToArray();

    /// <summary>Writes the plan.</summary>
    /// <param name="to">Where it goes; stays open.</param>
    public void Write(Stream to)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(Start.Number);
        writer.Write(Days);
        _context.Numbering.Write(writer);
        var persons = _context.Persons;
        var households = persons.Count == 0 ? 0 : persons.Max(person => person.Household) + 1;
        writer.Write(households);
        for (var household = 0; household < households; household++)
        {
            writer.Write(_context.SponsorOf(household));
        }

        writer.Write(persons.Count);
        foreach (var person in persons)
        {
            writer.Write(person.Key);
            writer.Write(person.Household);
            writer.Write(person.Born);
            writer.Write(person.Group);
            writer.Write((byte)person.Role);
            writer.Write(person.Lodged);
            writer.Write(person.Since);
            writer.Write(person.Past.Moves);
            writer.Write(person.Past.Relatives);
            writer.Write((byte)person.Past.ReferredBy);
        }

        writer.Write(Steps.Count);
        writer.Write(MemoryMarshal.AsBytes([.. Steps]));
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="from">What was written.</param>
    /// <exception cref="InvalidDataException">It is no plan, or one of another version of the program.</exception>
    public static LivePlan Read(Stream from)
    {
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (!reader.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark) || reader.ReadInt32() != Version)
            {
                throw new InvalidDataException("This is no plan of this version of the program.");
            }

            var (start, days, numbering) = (new Day(reader.ReadInt32()), reader.ReadInt32(), Numbering.Read(reader));
            var sponsors = new int[reader.ReadInt32()];
            for (var household = 0; household < sponsors.Length; household++)
            {
                sponsors[household] = reader.ReadInt32();
            }

            var persons = new SimulatedPerson[reader.ReadInt32()];
            for (var i = 0; i < persons.Length; i++)
            {
                persons[i] = new(
                    reader.ReadUInt64(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadByte(), (HouseholdRole)reader.ReadByte(), reader.ReadInt32(),
                    reader.ReadInt32(), new(reader.ReadByte(), reader.ReadByte(), (ReferredBy)reader.ReadByte()));
            }

            var steps = new Step[reader.ReadInt32()];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(steps.AsSpan()));
            var context = new ReplayContext(
                start, persons, _ => throw new InvalidOperationException("A plan that was read has no law: the chain decides."), household => sponsors[household])
            {
                Numbering = numbering,
            };
            return new(context, days, steps);
        }
        catch (Exception e) when (e is EndOfStreamException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException("The plan ends too early.", e);
        }
    }
}
