namespace Schakel.Rehearsal.Model;

/// <summary>What the calendar can be asked to make happen: to a household, or nation-wide on a day.</summary>
internal enum Happening
{
    None = 0,
    NewDay, RegistrationDesk, ImmigrationServiceDay, CourtDay, HousingDay, ReceptionBoard, EndOfDay,
    Arrive, Lodge, RegistrationInterview, ConfirmTrack,
    Interview, SecondDay, ThirdDay, FourthDay, SixthDay, View, MakeKnown, Leave, LeftTwoWeeks,
    PeriodLapsed, Notice, CourtOrder,
    DublinReply, DublinView, DublinDecision, DublinTransfer, DublinLapse, DublinAbscond,
    LodgeAppeal, Ruling,
    DepartureEnds, VblEnds, TravelDocument, Detain, Depart, FileClosed, Subsequent,
    FirstYearEnds, Move, InternalMove, MunicipalLimit, Settle,
    Link, MoveIntoHome,
    RequestFamily, FamilyTerm, FamilyArrives, FamilyJoins,
    WorkPermit, StartWork, RenewPermit,
    Milestone,
    Release,
}
