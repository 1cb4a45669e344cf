using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Norms;
using Schakel.Web.Outbox;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Guidance;
using Schakel.Web.Portal.Speaking;
using Schakel.Web.PortalPages;

namespace Schakel.Web.Mail;

/// <summary>Who gave an address is told by e-mail that there is something on their page: in their language, nothing of what it is, once.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private const string From = "berichten@example.nl";
    private const int Site = 8650;
    private Postbox _post = new();
    private ChainServer _server = null!;
    private int _port;

    public async ValueTask InitializeAsync()
    {
        _port = _post.Port;
        _server = new() { Settings = settings => settings with { PublicAddress = new("https://keten.example.nl/app"), Mail = new("127.0.0.1", _port, From) { Every = TimeSpan.FromMilliseconds(20), FirstWait = TimeSpan.FromMilliseconds(40), LongestWait = TimeSpan.FromMilliseconds(80) } } };
        await _server.InitializeAsync();
        await _server.OpenSiteAsync(Site, 50, "asielzoekerscentrum");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _post.DisposeAsync();
    }

    [Fact]
    public async Task A_new_letter_is_told_in_the_language_that_was_chosen_and_nothing_of_the_person_or_the_letter_is_in_it()
    {
        var file = await ReaderAsync("amal@example.nl", "arb");
        await _server.IdentifyAsync(file, "SYR", "Zeldzaamstra");

        await WriteToAsync(file);

        await _post.TakesAsync(1);
        var letter = Assert.Single(_post.Taken);
        var speech = new Speech(PortalLanguage.Find("ar")!);
        Assert.Equal(("amal@example.nl", From, "رسالة لك", "auto-generated"), (letter.To.ToString(), letter.From.ToString(), letter.Subject, letter.Headers["Auto-Submitted"]));
        Assert.Equal(
            $"{speech.Say("mail.message")}\n\n{speech.Say("mail.look", ("address", "https://keten.example.nl/"))}\n\n{speech.Say("mail.end")}\n",
            letter.TextBody!.ReplaceLineEndings("\n"));
        var all = letter.ToString().Replace("amal@example.nl", "", StringComparison.Ordinal);
        foreach (var personal in (string[])["Zeldzaamstra", "Sami", "SYR", "opvang", "COA", "IND", "asiel"])
        {
            Assert.DoesNotContain(personal, all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_is_told_who_gave_no_address_or_took_it_away_and_nobody_of_what_they_did_themselves()
    {
        var (never, no_longer, self) = (await ArriveAsync(), await ReaderAsync("bea@example.nl", "eng"), await ReaderAsync("cem@example.nl", "tur"));
        await PreferAsync(no_longer, null, "eng");
        await WriteToAsync(never);
        await WriteToAsync(no_longer);
        await _server.DoneAsync(self, "vragen", "aanvrager", """{"naar": "coa", "tekst": "Wanneer?"}""", number: self);

        var last = await ReaderAsync("last@example.nl", "nld");
        await WriteToAsync(last);

        await _post.TakesAsync(1);
        Assert.Equal(["last@example.nl"], _post.Taken.Select(each => each.To.ToString()));
    }

    [Fact]
    public async Task An_appointment_is_told_once_as_many_days_ahead_as_was_chosen_by_its_day_and_no_more()
    {
        var file = await ArriveAsync();
        await PlanAsync(file, "2025-10-06");
        await PreferAsync(file, "amal@example.nl", "nld", days: 3);
        await SettledAsync();
        Assert.DoesNotContain(_post.Taken, each => each.To.ToString() == "amal@example.nl"); // Five days ahead.

        _server.Today = Day.Of(2025, 10, 3);
        await _post.TakesAsync(2);
        _server.Today = Day.Of(2025, 10, 4);
        await _server.RestartAsync();
        await SettledAsync("again@example.nl");

        var told = Assert.Single(_post.Taken, each => each.To.ToString() == "amal@example.nl");
        Assert.Contains("U hebt een afspraak op maandag 6 oktober 2025.", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("gehoor", told.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_appointment_that_moved_before_it_could_be_told_is_not_told()
    {
        var file = await ArriveAsync();
        await PlanAsync(file, "2025-10-06");
        await PreferAsync(file, "amal@example.nl", "nld");
        _post.Does = _ => Post.NotNow;
        _server.Today = Day.Of(2025, 10, 2);
        await Until.TrueAsync(() => _post.Offered > 0, () => "Nothing was offered.");

        await _server.DoneAsync(file, "gehoorverplaatsingen", "ind-planner", """{"datum": "2025-10-02", "gehoorDatum": "2025-10-22", "oorzaak": "dienst"}""");
        await Until.TrueAsync(() => Queue.CountOf(NoticeState.Dropped) == 1, () => "It is not dropped.");
        _post.Does = _ => Post.Take;
        await SettledAsync();

        Assert.DoesNotContain(_post.Taken, each => each.TextBody!.Contains("6 oktober", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_server_cannot_take_now_is_tried_until_it_can_and_what_it_never_will_is_given_up()
    {
        _post.Does = number => number switch { <= 2 => Post.NotNow, 3 => Post.Take, 4 => Post.Never, _ => Post.Take };
        var file = await ReaderAsync("amal@example.nl", "nld");
        await WriteToAsync(file);
        await _post.TakesAsync(1);
        Assert.Equal(3, _post.Offered);

        var other = await ReaderAsync("bea@example.nl", "nld");
        await WriteToAsync(other);
        await Until.TrueAsync(() => Queue.CountOf(NoticeState.GivenUp) == 1, () => "It is not given up.");
        await SettledAsync();

        Assert.Equal(["amal@example.nl", "settled@example.nl"], _post.Taken.Select(each => each.To.ToString()));
    }

    [Fact] // The server may have sent it: twice would be worse than not at all, since the page has it.
    public async Task What_was_handed_over_without_an_answer_is_not_sent_again_also_not_by_a_program_that_starts_anew()
    {
        _post.Does = number => number == 1 ? Post.TakeInSilence : Post.Take;
        var file = await ReaderAsync("amal@example.nl", "nld");
        await WriteToAsync(file);
        await _post.TakesAsync(1);
        await SettledAsync();
        await _server.RestartAsync();
        await SettledAsync("again@example.nl");

        Assert.Equal(["amal@example.nl", "settled@example.nl", "again@example.nl"], _post.Taken.Select(each => each.To.ToString()));
        await Until.TrueAsync(() => Queue.CountOf(NoticeState.Handed) == 1, () => "What the server took stands as if no answer came."); // It answers after it has taken.
    }

    [Fact]
    public async Task What_waits_for_a_server_that_is_not_there_outlives_the_program()
    {
        await _post.DisposeAsync();
        var file = await ReaderAsync("amal@example.nl", "fra");
        await WriteToAsync(file);
        await Until.TrueAsync(() => Queue.CountOf(NoticeState.Waiting) == 1, () => "Nothing waits.");

        _post = new();
        _port = _post.Port;
        await _server.RestartAsync();

        await _post.TakesAsync(1);
        Assert.Equal("Un message pour vous", Assert.Single(_post.Taken).Subject);
    }

    [Fact]
    public async Task What_was_told_is_forgotten_in_time_and_not_told_again_and_of_whom_was_erased_nothing_is_kept()
    {
        var (file, erased) = (await ArriveAsync(), await ReaderAsync("bea@example.nl", "nld"));
        await PlanAsync(file, "2025-10-06");
        await PreferAsync(file, "amal@example.nl", "nld");
        await WriteToAsync(file);
        _server.Today = Day.Of(2025, 10, 2); // Four days ahead of the appointment.
        await Until.TrueAsync(() => _post.Taken.Any(IsOfTheSixth), () => "It was not told.");
        await _server.Store.EraseAsync(new(Chain.StreamKind.CaseFile, erased));

        _server.Today = Day.Of(2026, 1, 5); // More than ninety days after the letter of 1 October and the appointment of the 6th.
        await Until.TrueAsync(() => Queue.Reached?.Reminded == _server.Today, () => "The new day was not looked at.");
        await _server.RestartAsync();
        await SettledAsync();

        Assert.DoesNotContain(erased, Queue.Readers);
        Assert.Contains(file, Queue.Readers);
        Assert.Single(_post.Taken, IsOfTheSixth);

        static bool IsOfTheSixth(MimeKit.MimeMessage letter) => letter.TextBody!.Contains("6 oktober 2025", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_is_kept_for_ninety_days_after_its_day_and_what_waits_for_as_long_as_it_waits()
    {
        var folder = Directory.CreateTempSubdirectory("schakel-berichten-").FullName;
        var (queue, day) = (new MailQueue(folder), Day.Of(2025, 10, 6));
        var notices = Enum.GetValues<NoticeState>().ToDictionary(state => state, state => new MailNotice(10 + (int)state, NoticeKind.Appointment, day, 0));
        queue.Take(1, day, [], notices.Values, DateTimeOffset.UnixEpoch);
        foreach (var (state, notice) in notices)
        {
            queue.Set(notice, state);
        }

        queue.Take(2, day.PlusDays(MailQueue.DaysKept), [], [], DateTimeOffset.UnixEpoch);
        Assert.All(notices.Keys, state => Assert.Equal(1, queue.CountOf(state)));
        queue.Take(3, day.PlusDays(MailQueue.DaysKept + 1), [], [], DateTimeOffset.UnixEpoch);

        Assert.All(notices.Keys, state => Assert.Equal(state == NoticeState.Waiting ? 1 : 0, queue.CountOf(state)));
        Assert.Equal(notices[NoticeState.Waiting], Assert.Single(queue.Due(DateTimeOffset.UnixEpoch, 9)).Notice);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_pages_say_what_is_sent_and_keep_the_address_when_something_else_is_chosen()
    {
        var file = await ArriveAsync();
        using var applicant = new Applicant(_server.Address, file);
        await applicant.SignInAsync();
        Assert.Contains("U kunt een e-mail krijgen", (await applicant.SeeAsync(PortalPaths.Messages)).Text, StringComparison.Ordinal);
        await PreferAsync(file, "amal@example.nl", "nld");

        var messages = await applicant.SeeAsync(PortalPaths.Messages);
        var form = await applicant.SeeAsync(GuidanceForms.Preferences.Path);

        Assert.Contains("dan sturen wij een e-mail naar het adres dat u gaf", messages.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"amal@example.nl\"", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("verstuurt nu geen e-mail", form.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public void In_every_language_a_notice_says_its_day_and_nothing_else_that_differs(string language)
    {
        var settings = new MailSettings("localhost", 25, From);
        using var one = Letter(7, language, settings);
        using var other = Letter(987_654, language, settings);
        Assert.Contains(new Speech(PortalLanguage.Find(language)!).Date(Day.Of(2025, 10, 6)), one.TextBody, StringComparison.Ordinal);
        Assert.Equal((one.Subject, one.TextBody), (other.Subject, other.TextBody));
        Assert.DoesNotContain("987654", Regex.Replace(other.ToString(), "Message-Id:.*", "", RegexOptions.IgnoreCase), StringComparison.Ordinal);
    }

    public static TheoryData<string> Languages => [.. PortalLanguage.All.Select(each => each.Code)];

    private static MimeKit.MimeMessage Letter(long person, string language, MailSettings settings) =>
        MailText.Of(new(person, NoticeKind.LastDay, Day.Of(2025, 10, 6), 0), new("amal@example.nl", PortalLanguage.Find(language)!), settings, new("https://keten.example.nl/"), DateTimeOffset.UnixEpoch);

    private MailQueue Queue => _server.App.Services.GetRequiredService<MailQueue>();

    // All that came before was looked at, and sent when it had to be: a letter to somebody else came through.
    private async Task SettledAsync(string address = "settled@example.nl")
    {
        var file = await ReaderAsync(address, "nld");
        await WriteToAsync(file);
        await Until.TrueAsync(() => _post.Taken.Any(each => each.To.ToString() == address), () => $"Nothing came to {address}.");
    }

    private Task<int> ArriveAsync() => _server.ArriveAsync(day: "2025-01-15");

    private async Task<int> ReaderAsync(string address, string language)
    {
        var file = await ArriveAsync();
        await PreferAsync(file, address, language);
        return file;
    }

    private Task PreferAsync(int file, string? address, string language, int days = 7) => _server.DoneAsync(
        file, "voorkeuren", "aanvrager", $$"""{"brieventaal": "{{language}}", "herinneringDagen": {{days.ToString(CultureInfo.InvariantCulture)}}{{(address is null ? "" : $", \"emailadres\": \"{address}\"")}}}""", number: file);

    private Task WriteToAsync(int file) => _server.DoneAsync(file, "plaatsingen", "coa-medewerker", $$"""{"datum": "2025-10-01", "opvanglocatie": {{Site}}, "opvangvorm": "asielzoekerscentrum"}""");

    private async Task PlanAsync(int file, string interview)
    {
        await _server.DoneAsync(file, "identificaties", "avim-registreerder", """{"datum": "2025-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""");
        await _server.DoneAsync(file, "aanvragen", "ind-hoormedewerker", """{"datum": "2025-01-17", "volgnummer": 1}""");
        await _server.DoneAsync(file, "aanmeldgehoren", "ind-hoormedewerker", """{"datum": "2025-01-18"}""");
        await _server.DoneAsync(file, "spoortoewijzingen", "ind-hoormedewerker", """{"datum": "2025-01-20", "spoor": "spoor-4", "reden": 0}""");
        await _server.DoneAsync(file, "gehoorplanningen", "ind-planner", $$"""{"datum": "2025-01-21", "gehoorDatum": "{{interview}}"}""");
    }
}
