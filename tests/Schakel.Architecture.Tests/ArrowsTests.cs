using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Schakel.Architecture;

/// <summary>Arrows point down only, and the lower floors know no disk, no network, no clock and no chance of their own.</summary>
public sealed class ArrowsTests
{
    // Which floor may know which, lowest first.
    private static readonly ImmutableArray<(string Floor, string[] Below)> Floors =
    [
        ("Schakel.Norms", []),
        ("Schakel.Chain", ["Schakel.Norms"]),
        ("Schakel.Rehearsal", ["Schakel.Chain", "Schakel.Norms"]),
        ("Schakel.Store", ["Schakel.Chain", "Schakel.Norms"]),
        ("Schakel.Demonstration", ["Schakel.Store", "Schakel.Rehearsal", "Schakel.Chain", "Schakel.Norms"]),
        ("Schakel.Web", ["Schakel.Store", "Schakel.Rehearsal", "Schakel.Chain", "Schakel.Norms"]),
        ("schakel", ["Schakel.Web", "Schakel.Demonstration", "Schakel.Store", "Schakel.Rehearsal", "Schakel.Chain", "Schakel.Norms"]),
    ];

    private static readonly ImmutableArray<string> Disk =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.FileSystemInfo", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.StreamReader", "System.IO.StreamWriter", "System.IO.Path", "System.IO.FileSystemWatcher",
    ];

    private static readonly ImmutableArray<string> ClockAndChance =
    [
        "System.TimeProvider", "System.DateTimeOffset", "System.Diagnostics.Stopwatch", "System.Threading.Timer", "System.Random",
        "System.Security.Cryptography.RandomNumberGenerator",
    ];

    private static readonly ImmutableArray<string> Surroundings = ["System.Console", "System.Environment", "System.Diagnostics.Process", "System.AppContext"];

    public static TheoryData<string> FloorNames => [.. Floors.Select(floor => floor.Floor)];

    [Theory]
    [MemberData(nameof(FloorNames))]
    public void Arrows_between_floors_point_down_only(string name)
    {
        var known = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(reference => reference.StartsWith("Schakel", StringComparison.OrdinalIgnoreCase));
        Assert.Subset(Floors.Single(floor => floor.Floor == name).Below.ToHashSet(), known.ToHashSet());
    }

    [Theory]
    [InlineData("Schakel.Norms")]
    [InlineData("Schakel.Chain")]
    public void Law_and_case_file_do_no_input_or_output_and_read_no_clock(string name)
    {
        var used = TypesUsedBy(name);
        Assert.Contains("System.Object", used);
        Assert.DoesNotContain(used, type => Disk.Contains(type) || ClockAndChance.Contains(type) || Surroundings.Contains(type) || IsOfNetwork(type));
    }

    [Theory] // Red line 6: health, needs, incidents and the register of presence stay in reception; those who return, decide or identify read none of it.
    [InlineData("Return")]
    [InlineData("Procedure")]
    [InlineData("Registration")]
    public void What_reception_knows_of_a_person_is_read_by_no_officer_of(string room)
    {
        Assert.Contains(Sources.Code, file => file.IsIn("src/Schakel.Chain/Reception") && file.Text.Contains("Circumstances.Presence", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Sources.Code, file => file.IsIn("src/Schakel.Chain/" + room) && file.Text.Contains("Circumstances", StringComparison.Ordinal));
    }

    [Fact] // Red line 1: what a rehearsal draws for a person stays in the run. Only the demonstration, whose people are invented, follows a plan of persons.
    public void What_a_rehearsal_draws_for_one_person_is_known_to_no_page_no_table_and_no_command()
    {
        string[] totals = ["AwaitedStep", "Cohort", "Expectation", "ExpectationFile", "Expectations"];
        var used = TypesUsedBy("Schakel.Web").Where(type => type.StartsWith("Schakel.Rehearsal.", StringComparison.Ordinal)).ToHashSet();
        Assert.Contains("Schakel.Rehearsal.Live.Expectations", used);
        Assert.DoesNotContain(used, type => !type.StartsWith("Schakel.Rehearsal.Data.", StringComparison.Ordinal) && type != "Schakel.Rehearsal.Registration.CentreLocations"
            && !totals.Select(name => "Schakel.Rehearsal.Live." + name).Contains(type));
        var planned = Sources.Code.Where(file => Regex.IsMatch(file.Text, @"\bLivePlan\b|\.Standing\(\)")).ToList();
        Assert.Contains(planned, file => file.IsIn("src/Schakel.Demonstration"));
        Assert.DoesNotContain(planned, file => file.IsIn("src/Schakel.Web") || file.IsIn("src/Schakel.Store") || file.IsIn("src/Schakel"));
    }

    [Theory] // Red line 2: where somebody comes from, what they speak or believe, is not read where people are placed and housed, one by one or many at once.
    [InlineData("src/Schakel.Chain/Reception", false)]
    [InlineData("src/Schakel.Chain/Housing", false)]
    [InlineData("src/Schakel.Web/Api/Reception", false)]
    [InlineData("src/Schakel.Web/Api/Housing", false)]
    [InlineData("src/Schakel.Web/Workbench/Reception", false)]
    [InlineData("src/Schakel.Web/Workbench/Housing", false)]
    [InlineData("src/Schakel.Web/Workbench/Together", false)]
    [InlineData("src/Schakel.Chain/Registration", true)]
    public void Who_lives_where_depends_on_nobody_s_origin(string folder, bool reads)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Sources.Root, folder), "*", SearchOption.AllDirectories).Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.Equal(reads, files.Any(path => Regex.IsMatch(File.ReadAllText(path), @"\b(Nationality|CountryCode|LanguageCode|Religion|Ethnicity|Gender|Chances?OfGrant)\b")));
    }

    [Fact]
    public void A_rehearsal_reads_no_clock_opens_no_connection_and_draws_no_chance_of_its_own()
    {
        var used = TypesUsedBy("Schakel.Rehearsal");
        Assert.Contains("System.IO.File", used); // Its data folder and its reports: what the lower floors may not have is seen here.
        Assert.DoesNotContain(used, type => ClockAndChance.Contains(type) || type == "System.Console" || IsOfNetwork(type));
    }

    [Fact]
    public void Every_project_has_code_and_stands_in_the_solution()
    {
        var solution = Sources.All.Single(file => file.Path == "Schakel.slnx").Text;
        var projects = Sources.All.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        Assert.Equal(projects.Count, Regex.Count(solution, "<Project "));
        Assert.All(projects, project =>
        {
            Assert.Contains($"\"{project.Path}\"", solution, StringComparison.Ordinal);
            var folder = project.Path[..project.Path.LastIndexOf('/')];
            Assert.True(Sources.Code.Count(file => file.IsIn(folder)) > 1, $"{folder} is an empty room: it comes with the work that fills it.");
        });
    }

    [Fact]
    public void The_rooms_have_the_same_names_on_every_floor()
    {
        string[] rooms = ["Registration", "Procedure", "Reception", "Participation", "Housing", "Return", "Family"];
        Assert.All(Floors.Take(3), floor => Assert.All(rooms, room =>
            Assert.Contains(Sources.Code, file => file.IsIn($"src/{floor.Floor}/{room}"))));
    }

    private static bool IsOfNetwork(string type) => type.StartsWith("System.Net.", StringComparison.Ordinal);

    private static HashSet<string> TypesUsedBy(string name)
    {
        using var file = File.OpenRead(Assembly.Load(name).Location);
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }
}
