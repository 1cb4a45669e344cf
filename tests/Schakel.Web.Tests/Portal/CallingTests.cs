using System.Net;
using Schakel.Chain.Family;
using Schakel.Chain.Guidance;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Calling;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Procedure;

namespace Schakel.Web.PortalPages;

/// <summary>A person to call: with number and hours on every page where something is asked or told, as whoever runs the chain filled them in, and an honest word where nobody did.</summary>
public sealed class CallingTests : IDisposable
{
    private const string Numbers = """
        {"example": true,
         "organisations": {
           "ind": {"telephone": "+31 00 000 0001", "hours": [{"from": "monday", "until": "friday", "opens": "09:00", "closes": "17:00"}, {"from": "saturday", "opens": "10:00", "closes": "12:30"}]},
           "coa": {"telephone": "000-000 00 02", "hours": [{"from": "monday", "until": "sunday", "opens": "08:00", "closes": "20:00"}]}},
         "desks": {"9201": {"telephone": "000-000 00 03", "hours": [{"from": "tuesday", "opens": "09:00", "closes": "11:00"}]}}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("schakel-bellen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_read_whole()
    {
        var book = ContactFile.Read(Written(Numbers));
        Assert.True(book.IsExample);
        Assert.Equal([Organisation.Coa, Organisation.Ind], Organisation.All.Where(book.Organisations.ContainsKey));
        var ind = book.Organisations[Organisation.Ind];
        Assert.Equal(("+31 00 000 0001", "tel:+31000000001"), (ind.Telephone, ind.Link));
        Assert.Equal([new(1, 5, new(540), new(1020)), new(6, 6, new(600), new(750))], ind.Hours);
        Assert.Equal("tel:0000000003", book.Desks[9201].Link);
    }

    [Theory]
    [InlineData("""{"organisations": {"ind": {"telephone": "bel mij", "hours": []}}}""", "`organisations.ind.telephone`: `bel mij` is no telephone number")]
    [InlineData("""{"organisations": {"ind": {"telephone": "12", "hours": []}}}""", "it has 3 to 15 digits")]
    [InlineData("""{"organisations": {"ind": {"telephone": "088-1234567", "hours": []}}}""", "`organisations.ind.hours`: `[]`; it is a list of 1 to 14 times")]
    [InlineData("""{"organisations": {"ind": {"telephone": "088-1234567"}}}""", "`organisations.ind.hours`: it is missing")]
    [InlineData("""{"organisations": {"politie": {"telephone": "088-1234567", "hours": []}}}""", "`politie` is no organisation; they are: coa, ind")]
    [InlineData("""{"organisations": {"ind": {"telephone": "088-1234567", "fax": "1", "hours": []}}}""", "`organisations.ind`: `fax` is no field of it")]
    [InlineData("""{"organisations": {"ind": {"telephone": "088-1234567", "hours": [{"from": "maandag", "opens": "09:00", "closes": "10:00"}]}}}""", "`organisations.ind.hours[0].from`: `\"maandag\"`; it is one of: monday")]
    [InlineData("""{"organisations": {"ind": {"telephone": "088-1234567", "hours": [{"from": "friday", "until": "monday", "opens": "09:00", "closes": "10:00"}]}}}""", "it is not before friday")]
    [InlineData("""{"organisations": {"ind": {"telephone": "088-1234567", "hours": [{"from": "friday", "opens": "9 uur", "closes": "10:00"}]}}}""", "`organisations.ind.hours[0].opens`: `\"9 uur\"`; it is a time such as 09:00")]
    [InlineData("""{"organisations": {"ind": {"telephone": "088-1234567", "hours": [{"from": "friday", "opens": "10:00", "closes": "10:00"}]}}}""", "`organisations.ind.hours[0].closes`: `\"10:00\"`; it is after it opens")]
    [InlineData("""{"desks": {"nul": {"telephone": "088-1234567", "hours": []}}}""", "`nul` is no number of a reception location")]
    [InlineData("""{"example": "ja"}""", "`example`: `\"ja\"`; it is true or false")]
    [InlineData("""{"desks": [], "desks": {}}""", "is no JSON in which each name stands once")]
    [InlineData("niets", "is no JSON")]
    public void What_is_not_understood_is_refused_with_field_value_and_rule(string content, string says) =>
        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => ContactFile.Read(Written(content))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Whom_to_call_stands_where_something_is_asked_and_told_with_hours_and_that_it_is_made_up()
    {
        await using var server = await ServerAsync(ContactFile.Read(Written(Numbers)));
        var file = await PlannedAsync(server);
        using var applicant = new Applicant(server.Address, file);
        await applicant.SignInAsync();
        const string Ind = "IND : +31 00 000 0001 maandag tot en met vrijdag , van 09.00 uur tot 17.00 uur zaterdag , van 10.00 uur tot 12.30 uur Dit nummer is verzonnen";
        foreach (var path in (string[])[PortalPaths.Where, PortalPaths.Messages, PortalPaths.Help, InterviewForms.Absent.Path])
        {
            var page = await applicant.SeeAsync(path);
            Assert.Contains("<a href=\"tel:+31000000001\"", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
            Assert.True(Workbench.Official.Words(page).Contains(Ind, StringComparison.Ordinal), $"{path}: {Workbench.Official.Words(page)}");
        }
        var where = Workbench.Official.Words(await applicant.SeeAsync(PortalPaths.Where));
        Assert.Contains("Balie van opvanglocatie nummer 9201 : 000-000 00 03 dinsdag , van 09.00 uur tot 11.00 uur", where, StringComparison.Ordinal);
        Assert.Contains("COA : 000-000 00 02", where, StringComparison.Ordinal);
        var tigrinya = Workbench.Official.Words(await applicant.SeeAsync(PortalPaths.Help + "?taal=ti"));
        Assert.Contains("ካብ ሰኑይ ክሳብ ዓርቢ ፡ ካብ 09:00 ክሳብ 17:00", tigrinya, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_filled_in_a_number_it_says_so_and_where_to_go()
    {
        await using var server = await ServerAsync(ContactBook.None);
        using var applicant = new Applicant(server.Address, await PlannedAsync(server));
        await applicant.SignInAsync();
        foreach (var path in (string[])[PortalPaths.Where, PortalPaths.Messages, PortalPaths.Help, InterviewForms.Absent.Path])
        {
            var page = await applicant.SeeAsync(path);
            Assert.Contains("Er staat hier nog geen telefoonnummer. Hebt u vragen? Ga naar de balie van uw opvanglocatie.", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"tel:", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_subject_has_who_answers_and_the_desk_comes_before_the_organisation_where_somebody_stays()
    {
        Assert.Equal([Organisation.Ind, Organisation.Coa, Organisation.LegalAid, Organisation.Nidos, Organisation.Council],
            ((Type[])[typeof(InterviewPlanned), typeof(PersonPlaced), typeof(LawyerAssigned), typeof(GuardianAppointed), typeof(BeginSupport)]).Select(Organisation.For));
        var book = ContactFile.Read(Written(Numbers));
        Assert.Equal([9201, null], book.For(Organisation.Coa, 9201).Select(each => each.Desk));
        Assert.Equal([null], book.For(Organisation.Coa, 9202).Select(each => each.Desk));
        Assert.Equal([null], book.For(Organisation.Ind, 9201).Select(each => each.Desk)); // A desk answers no question to the service.
        Assert.Empty(book.For(Organisation.Nidos, 9201));
        Assert.All(DoList.Forms, form => Assert.Contains(Organisation.For(Chain.StepType.All.Single(each => each.Code == form.Step).Command), Organisation.All));
    }

    private static async Task<ChainServer> ServerAsync(ContactBook book)
    {
        var server = new ChainServer { Settings = settings => settings with { Contacts = book } };
        await server.InitializeAsync();
        return server;
    }

    private static async Task<int> PlannedAsync(ChainServer server)
    {
        var file = await server.ArriveAsync(day: "2025-08-15");
        foreach (var (resource, function, json) in ((string, string, string)[])[
            ("identificaties", "avim-registreerder", """{"datum": "2025-08-16", "aanmeldcentrum": 1, "heeftReisdocument": false}"""),
            ("aanvragen", "ind-hoormedewerker", """{"datum": "2025-08-17", "volgnummer": 1}"""),
            ("aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2025-09-30"}"""),
            ("spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2025-09-30", "spoor": "spoor-4", "reden": 0}"""),
            ("gehoorplanningen", "ind-planner", """{"datum": "2025-09-30", "gehoorDatum": "2025-10-06"}""")])
        {
            (await server.ActAsync($"zaken/{file}", resource, function, json)).IsDone();
        }
        await server.OpenSiteAsync(9201, 10, "asielzoekerscentrum");
        await server.DoneAsync(file, "plaatsingen", "coa-medewerker", """{"datum": "2025-10-01", "opvanglocatie": 9201, "opvangvorm": "asielzoekerscentrum"}""");
        return file;
    }

    private string Written(string content)
    {
        var path = Path.Combine(_folder, "nummers.json");
        File.WriteAllText(path, content);
        return path;
    }
}
