using Schakel.Rehearsal.Measures;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Tests.Model;

namespace Schakel.Rehearsal.Tests.Measures;

/// <summary>The measures that come with the program, those on disk, and what is generated from them.</summary>
public sealed class MeasureFilesTests
{
    private static readonly ModelInputs Baseline = Given.ATwentiethOfTheNation(5);

    public static TheoryData<string> Names => [.. MeasureFiles.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_measure_can_be_rehearsed_and_told_in_both_languages(string name)
    {
        var measures = MeasureFiles.Load(name);
        Assert.NotSame(Baseline, MeasureSet.Apply(Baseline, measures));
        Assert.All(MeasureTexts.Of(Baseline, measures), text =>
        {
            Assert.Equal(text.Changes.IsEmpty, measures.Single(m => m.Id == text.Id).Levers.IsEmpty);
            Assert.All(text.Changes.Concat(text.LegalPoints).Concat(text.NotModelled), line =>
            {
                Assert.NotEmpty(line.Dutch);
                Assert.NotEmpty(line.English);
                Assert.DoesNotContain("NaN", line.English, StringComparison.Ordinal);
            });
        });
    }

    [Fact]
    public void Every_lever_is_pulled_by_a_measure_that_comes_with_the_program()
    {
        var pulled = MeasureFiles.Names.SelectMany(name => MeasureFiles.Load(name)).SelectMany(m => m.Levers).Select(u => u.Lever.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(["detention-places", "subsequent-applications"], LeverCatalogue.All.Select(l => l.Id).Where(id => !pulled.Contains(id)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_change_is_told_line_by_line()
    {
        var text = MeasureTexts.Of(Baseline, MeasureFiles.Load("two-statuses")[0]);
        Assert.Contains("Norm `permit.duration-subsidiary` (Permit of a person with subsidiary protection): from 1 July 2024 12 months.", text.Changes.Select(c => c.English));
        Assert.Contains("extra uren om te motiveren waarom iemand subsidiaire bescherming krijgt en geen vluchteling is: +6 uren per volwassene (3 tot 10).", text.Changes.Select(c => c.Dutch));
        Assert.Contains(text.LegalPoints, point => point.English.EndsWith("as the report or the dossier says)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lever_that_is_not_pulled_is_told_to_stay_as_it_is() => Assert.Contains(
        "From 1 July 2024: more or less capacity of the courts; nought is frozen: stays as it is.",
        MeasureTexts.Of(Baseline, MeasureFiles.Load("ind-staff-plus-20-frozen-courts")[0]).Changes.Select(c => c.English));

    [Fact]
    public void A_measure_brings_those_it_combines_after_itself() =>
        Assert.Equal(["ind-staff-plus-20-with-courts", "ind-staff-plus-20"], MeasureFiles.Load("ind-staff-plus-20-with-courts").Select(m => m.Id));

    [Fact]
    public void A_measure_asked_for_beside_one_that_brings_it_is_refused()
    {
        var fault = Assert.Throws<MeasureFaultException>(() => MeasureFiles.LoadAll(["ind-staff-plus-20-with-courts", "ind-staff-plus-20"]));
        Assert.Equal("ind-staff-plus-20, $.id is \"ind-staff-plus-20\": ind-staff-plus-20 has the same id; a measure counts once.", fault.Message);
    }

    [Fact]
    public void Measures_that_form_a_circle_are_refused()
    {
        var folder = Directory.CreateTempSubdirectory("schakel-measures-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "one.json"), AMeasure.File(""" "combines": ["two"] """, "one"));
            File.WriteAllText(Path.Combine(folder, "two.json"), AMeasure.File(""" "combines": ["one"] """, "two"));
            var fault = Assert.Throws<MeasureFaultException>(() => MeasureFiles.Load(Path.Combine(folder, "one.json")));
            Assert.Equal((Path.Combine(folder, "two.json"), "$.combines[0]", "the measures form a circle: one → two → one"), (fault.File, fault.Path, fault.Rule));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_name_that_is_unknown_is_refused_with_those_that_are_known()
    {
        var fault = Assert.Throws<MeasureFaultException>(() => MeasureFiles.Load("two-status"));
        Assert.StartsWith("two-status: there is no measure of this name; there are close-emergency-sites, ", fault.Message, StringComparison.Ordinal);
        Assert.Equal("absent.json: there is no such file.", Assert.Throws<MeasureFaultException>(() => MeasureFiles.Load("absent.json")).Message);
    }

    [Theory]
    [InlineData("docs/measures.md")]
    [InlineData("data/measure.schema.json")]
    public void What_is_generated_from_the_levers_is_not_stale(string file)
    {
        var text = file.EndsWith(".md", StringComparison.Ordinal) ? MeasureDocument.Text() : MeasureSchema.Text();
        var path = Path.Combine(Repository(), file);
        if (Environment.GetEnvironmentVariable("SCHAKEL_ACCEPT") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"{file} is stale: accept with SCHAKEL_ACCEPT=1 and read the change.");
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Schakel.slnx.");
    }
}
