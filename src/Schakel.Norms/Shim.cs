#pragma warning disable
using NodaTime;
namespace Schakel.Norms.Registration
{
    public enum Track { None, One, Two, Three, Four, Five }
    public enum TrackReason { None }
    public readonly record struct TrackFacts(bool UnaccompaniedMinor, bool OtherStateResponsible, bool ProtectionInMemberState, bool SafeCountryOfOrigin, bool ExceptedGroup, bool EvidentGrant, bool IdentityEstablished);
    public readonly record struct TrackAllocation(Track Track, TrackReason Reason);
    public static class Tracks
    {
        public static TrackAllocation Allocate<T>(Law law, Day day, TrackFacts f, ref T t) => new(f.UnaccompaniedMinor ? Track.Four : f.OtherStateResponsible ? Track.One : f.SafeCountryOfOrigin ? Track.Two : Track.Four, 0);
    }
}
namespace Schakel.Norms.Procedure
{
    public enum ViewProcedure { Extended, Dublin }
    public enum AppealTerm { OneWeek, FourWeeks }
    public enum TransferCircumstance { None, Imprisoned, Absconded }
    public static class RestPeriod { public static Day EarliestFirstDay<T>(Law law, Day d, bool minor, ref T t) => d.PlusDays(minor ? 22 : 7); }
    public static class ViewPeriod { public static Day LastDay<T>(Law law, Day d, ViewProcedure p, ref T t) => d.PlusDays(p == ViewProcedure.Dublin ? 14 : 28); }
    public static class AppealPeriod { public static AppealTerm TermOf(bool ext) => ext ? AppealTerm.FourWeeks : AppealTerm.OneWeek; public static Day LastDay<T>(Law law, Day d, AppealTerm p, ref T t) => d.PlusDays(p == AppealTerm.OneWeek ? 7 : 28); }
    public static class DublinTransfer { public static Day LastDay<T>(Law law, Day d, TransferCircumstance c, Day? notified, ref T t) => d.PlusMonths(c == TransferCircumstance.None ? 6 : 18); }
    public readonly record struct DefaultNoticeDates(Day GraceEnds);
    public static class DefaultNotice { public static DefaultNoticeDates Of<T>(Law law, Day d, ref T t) => new(d.PlusDays(14)); }
    public readonly record struct CourtOrderTerm(Day LastDay, decimal EuroPerDay);
    public static class CourtOrder { public static CourtOrderTerm Of<T>(Law law, Day d, bool interviewed, ref T t) => new(d.PlusDays(interviewed ? 56 : 112), 100); public static decimal Penalty<T>(Law law, Day d, int late, ref T t) => Math.Min(7500, 100 * late); }
    public static class PermitDuration { public static int Months<T>(Law law, Day d, bool subs, ref T t) => 60; }
}
namespace Schakel.Norms.Reception { public static class MunicipalSite { public static Day LastDay<T>(Law law, Day d, ref T t) => d.PlusDays(9); } }
namespace Schakel.Norms.Participation { public static class WorkAccess { public static Day FirstDay<T>(Law law, Day d, ref T t) => d.PlusMonths(6); } }
namespace Schakel.Norms.Housing { public readonly record struct HousingTerms(Day LinkBy, Day HouseBy, Day MoveBy); public static class HousingTerm { public static HousingTerms Of<T>(Law law, Day d, ref T t) => new(d.PlusDays(14), d.PlusDays(84), d.PlusDays(98)); } }
namespace Schakel.Norms.Return { public static class DeparturePeriod { public static Day LastDay<T>(Law law, Day d, ref T t) => d.PlusDays(28); } public static class SupervisedStay { public static Day LastDay<T>(Law law, Day d, ref T t) => d.PlusDays(84); } }
namespace Schakel.Norms.Family { public static class FamilyWindow { public static Day LastDay<T>(Law law, Day d, ref T t) => d.PlusMonths(3); } public static class FamilyDecisionPeriod { public static Day LastDay<T>(Law law, Day d, ref T t) => d.PlusMonths(6); } }
