using System.Diagnostics;
using Schakel.Rehearsal.Reporting;

namespace Schakel.Rehearsal.Tests.Reporting;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schakel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string name) => Path.Combine(_folder, name);

    [Fact]
    public void A_file_gets_its_name_when_it_is_complete()
    {
        AtomicFile.Write(In("report.html"), stream =>
        {
            stream.Write("whole"u8);
            stream.Flush();
            Assert.False(File.Exists(In("report.html")));
        });
        Assert.Equal("whole", File.ReadAllText(In("report.html")));
        Assert.Equal([In("report.html")], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_old_file_and_no_remains()
    {
        File.WriteAllText(In("report.html"), "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(In("report.html"), stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException("broken");
        }));
        Assert.Equal("old", File.ReadAllText(In("report.html")));
        Assert.Equal([In("report.html")], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_full_disk_is_told_as_such_and_leaves_nothing()
    {
        OutputFaultException fault = Assert.Throws<OutputFaultException>(() => AtomicFile.Write(In("report.html"), stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device", 28);
        }));
        Assert.Equal(OutputFault.DiskFull, fault.Fault);
        Assert.Equal($"The disk is full: '{In("report.html")}' was not written.", fault.Message);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_really_full_disk_leaves_nothing()
    {
        // A small file system needs the rights of root; elsewhere the test above stands for it.
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", _folder), "Needs root on Linux to mount a small file system.");
        try
        {
            AtomicFile.Write(In("small.html"), stream => stream.Write("small"u8));
            OutputFaultException fault = Assert.Throws<OutputFaultException>(() => AtomicFile.Write(In("report.html"), stream =>
            {
                byte[] block = new byte[10_000];
                for (int times = 0; times < 100; times++)
                {
                    stream.Write(block);
                }
            }));
            Assert.Equal(OutputFault.DiskFull, fault.Fault);
            Assert.Equal([In("small.html")], Directory.GetFiles(_folder));
        }
        finally
        {
            Run("umount", _folder);
        }
    }

    [Fact]
    public void A_read_only_disk_is_unwritable()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=64k,ro", "tmpfs", _folder), "Needs root on Linux to mount a read-only file system.");
        try
        {
            OutputFaultException fault = Assert.Throws<OutputFaultException>(() => AtomicFile.Write(In("report.html"), _ => { }));
            Assert.Equal(OutputFault.Unwritable, fault.Fault);
            Assert.Contains("report.html", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            Run("umount", _folder);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_unwritable()
    {
        OutputFaultException fault = Assert.Throws<OutputFaultException>(() => AtomicFile.Write(In("absent/report.html"), _ => { }));
        Assert.Equal(OutputFault.Unwritable, fault.Fault);
    }

    [Fact]
    public void A_folder_below_a_file_cannot_be_made()
    {
        File.WriteAllText(In("file"), "");
        OutputFaultException fault = Assert.Throws<OutputFaultException>(() => AtomicFile.MakeFolder(In("file/below")));
        Assert.Equal(OutputFault.Unwritable, fault.Fault);
        Assert.Equal(In("file/below"), fault.Path);
    }

    [Fact]
    public void A_folder_is_made_with_those_above_it()
    {
        AtomicFile.MakeFolder(In("a/b/c"));
        AtomicFile.MakeFolder(In("a/b/c"));
        Assert.True(Directory.Exists(In("a/b/c")));
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
