using CsCheck;
using Schakel.Norms.Registration;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Registration;

public sealed class TrackTests
{
    [Theory(DisplayName = "TRK-1 to TRK-7")]
    [InlineData("""{}""", 4, "substance")]
    [InlineData("""{"otherStateResponsible": true}""", 1, "other-state-responsible")]
    [InlineData("""{"protectionInMemberState": true}""", 2, "protection-in-member-state")]
    [InlineData("""{"safeCountryOfOrigin": true}""", 2, "safe-country-of-origin")]
    [InlineData("""{"safeCountryOfOrigin": true, "exceptedGroup": true}""", 4, "excepted-group")]
    [InlineData("""{"exceptedGroup": true}""", 4, "substance")]
    [InlineData("""{"evidentGrant": true, "identityEstablished": true}""", 4, "substance")]
    [InlineData("""{"evidentGrant": true}""", 4, "substance")]
    [InlineData("""{"unaccompaniedMinor": true, "protectionInMemberState": true}""", 4, "unaccompanied-minor")]
    [InlineData("""{"unaccompaniedMinor": true, "otherStateResponsible": true, "safeCountryOfOrigin": true}""", 4, "unaccompanied-minor")]
    [InlineData("""{"protectionInMemberState": true, "otherStateResponsible": true, "safeCountryOfOrigin": true}""", 2, "protection-in-member-state")]
    [InlineData("""{"otherStateResponsible": true, "safeCountryOfOrigin": true}""", 1, "other-state-responsible")]
    [InlineData("""{"otherStateResponsible": true, "safeCountryOfOrigin": true, "exceptedGroup": true}""", 1, "other-state-responsible")]
    public void What_the_registration_showed_decides(string facts, int track, string reason)
    {
        var answer = Ask("track", facts);
        Assert.Equal(track, answer.Result.GetProperty("track").GetInt32());
        Assert.Equal(reason, answer.Result.GetProperty("reason").GetString());
        Assert.Contains(answer.Grounds.Norms, norm => norm.Norm == "track.priority");
        Assert.StartsWith($"Track {track}: ", Assert.Single(answer.Grounds.Sentences).English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, Track.Three, TrackReason.EvidentGrant)]
    [InlineData(false, Track.Five, TrackReason.EvidentGrantAfterIdentity)]
    public void Tracks_3_and_5_wake_by_a_switch(bool identityEstablished, Track track, TrackReason reason)
    {
        var trace = default(NoTrace);
        var law = With("evident-grant-tracks.enabled", "true");
        var facts = default(TrackFacts) with { EvidentGrant = true, IdentityEstablished = identityEstablished };
        Assert.Equal(new(track, reason), Tracks.Allocate(law, law.KnownOn, facts, ref trace));
        Assert.Equal(Track.One, Tracks.Allocate(law, law.KnownOn, facts with { OtherStateResponsible = true }, ref trace).Track);
        Assert.Equal(Track.Four, Tracks.Allocate(law, law.KnownOn, facts with { UnaccompaniedMinor = true }, ref trace).Track);
    }

    [Fact]
    public void A_rehearsal_may_put_Dublin_before_protection()
    {
        var trace = default(NoTrace);
        var law = With("track.priority", """["other-state-responsible", "safe-country-of-origin", "protection-in-member-state"]""");
        var facts = default(TrackFacts) with { ProtectionInMemberState = true, OtherStateResponsible = true };
        Assert.Equal(new(Track.One, TrackReason.OtherStateResponsible), Tracks.Allocate(law, law.KnownOn, facts, ref trace));
        Assert.Equal(Track.Two, Tracks.Allocate(Regimes.January2024, law.KnownOn, facts, ref trace).Track);
    }

    [Theory]
    [InlineData("""["other-state-responsible", "other-state-responsible", "safe-country-of-origin"]""")]
    [InlineData("""["other-state-responsible", "safe-country-of-origin"]""")]
    [InlineData("""["other-state-responsible", "safe-country-of-origin", "substance"]""")]
    [InlineData("""[1, 2, 3]""")]
    [InlineData("true")]
    public void An_order_names_each_reason_once(string value) =>
        Assert.Contains("each once", Assert.Throws<InvalidNormValueException>(() => With("track.priority", value)).Message, StringComparison.Ordinal);

    [Fact]
    public void Before_March_2016_there_were_no_tracks()
    {
        Assert.Equal(4, Ask("track", """{"on": "2016-03-01"}""").Result.GetProperty("track").GetInt32());
        Assert.Contains("2016-03-01", Refused("track", """{"on": "2016-02-29"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_tracks_and_reasons_are_stable()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5], Enum.GetValues<Track>().Select(track => (int)track));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8], Enum.GetValues<TrackReason>().Select(reason => (int)reason));
        Assert.Equal(9, Enum.GetValues<TrackReason>().Select(Tracks.NameOf).Distinct().Count());
    }

    [Fact]
    public void A_minor_is_always_examined_in_substance_and_everyone_has_a_track() =>
        Gen.Select(Gen.Int[0, 127], Gen.Bool).Sample((bits, awake) =>
        {
            bool Bit(int place) => (bits & (1 << place)) != 0;
            var facts = new TrackFacts(Bit(0), Bit(1), Bit(2), Bit(3), Bit(4), Bit(5), Bit(6));
            var law = awake ? Awake : Regimes.January2024;
            var (none, grounds) = (default(NoTrace), new GroundsTrace(law));
            var allocation = Tracks.Allocate(law, law.KnownOn, facts, ref none);
            Assert.Equal(allocation, Tracks.Allocate(law, law.KnownOn, facts, ref grounds));
            Assert.NotEqual(Track.None, allocation.Track);
            Assert.True(!facts.UnaccompaniedMinor || allocation.Track == Track.Four);
            Assert.True(awake || allocation.Track is not (Track.Three or Track.Five));
        });

    private static readonly Law Awake = With("evident-grant-tracks.enabled", "true");
}
