import { BodyEnded, NameTaught, OfficeEnded, OfficeReturned } from "~/areas/bodies/events";
import { DemandAnswered, DemandJudged } from "~/areas/demands/events";
import { CalendarChanged, CountyClosed, CountyReopened } from "~/areas/divisions/events";
import { ExportTaken, PaperWritten } from "~/areas/exports/events";
import { HandOverSigned } from "~/areas/handover/events";
import {
  InviteesAdded,
  InviteesToRemind,
  OfficeBelowTold,
  PostBelowTold,
  MeetingAnnounced,
  MeetingCancelled,
  MeetingMoved,
  MinutesFilesBrought,
  MinutesIssued,
  MinutesOpened,
  MinutesWindowOver,
  PartyNamed,
  PeopleCalled,
  WalkInAgreed,
} from "~/areas/meetings/events";
import {
  CallsAssigned,
  GlassOpened,
  MergeUndone,
  PeopleImported,
  PeopleImportStarted,
  PeopleImportUndone,
  PeopleImportUndoStarted,
  PeopleMerged,
  PersonErased,
  PersonEdited,
  PersonFilesRemoved,
  PersonMoved,
  PersonRegistered,
  RelocationAccepted,
  RelocationConsented,
  RelocationDeclined,
  RelocationExpired,
  RelocationRefused,
  RelocationWithdrawn,
} from "~/areas/network/events";
import { MessageDue, NewsTold } from "~/areas/notifications/events";
import {
  ChasingDue,
  DayAsked,
  LimitsReckoned,
  LimitsToReckon,
  ObligationEnded,
  ObligationPassedOn,
  ObligationReDated,
  ObligationRejected,
  ObligationReported,
  ObligationsIssued,
  ObligationVerified,
  OfficesReminded,
  SilenceEscalated,
  SilentChased,
  WordsCorrected,
} from "~/areas/obligations/events";
import { OfficerAppointed, OfficerEnded, OfficerLinkIssued } from "~/areas/officers/events";
import { ObstacleAnswered, ObstacleContested, ObstacleRaised } from "~/areas/obstacles/events";
import {
  AppointmentEnded,
  DeputyEnded,
  DeputyNamed,
  HolderAppointed,
  HolderLinkIssued,
  PlaceOpened,
} from "~/areas/posts/events";
import {
  ReportAccepted,
  ReportApproved,
  ReportCommented,
  ReportReminded,
  ReportReminderDue,
  ReportReopened,
  ReportReturned,
  ReportSubmitted,
  ReportUnapproved,
} from "~/areas/reports/events";
import {
  VisitAnnounced,
  VisitCancelled,
  VisitMissed,
  VisitMoved,
  VisitReported,
} from "~/areas/visits/events";
import type { Lane, QueueJob } from "~/kernel/queue-port";
import { moveOfEndedBody, tellOfficeEnded, tellOfficeReturned } from "./jobs/abolition";
import { tellCaller } from "./jobs/call-news";
import {
  remindOfficesOfPlace,
  tellAboveOfSilence,
  tellOfRemindedOffices,
  tellPlacesOfText,
} from "./jobs/chasing";
import { compareImported, comparePersonWithOthers } from "./jobs/compare-person";
import { tellCountyClosed, tellCountyReopened } from "./jobs/county-news";
import { tellCountyOfDemand } from "./jobs/demand-news";
import { tellPaperWritten, writeExportPaper } from "./jobs/export-paper";
import { tellCountyLookedInto } from "./jobs/glass-news";
import { freezeSignedHandOver, settlePostOfAppointment } from "./jobs/hand-over";
import { inviteCalledPeople } from "./jobs/meeting-calling";
import {
  planRemindersOfMeeting,
  remindInviteesOfMeeting,
  sendInvitationsOfMeeting,
  tellHolderBelow,
  tellOfficersBelow,
  tellInviteesOfCancelling,
  tellInviteesOfMove,
} from "./jobs/meeting-invitations";
import { readMinutesOfPlace } from "./jobs/minutes-files";
import { carryToldNews, sendDueMessage } from "./jobs/outgoing";
import { tellOwingPlaces } from "./jobs/minutes-news";
import { tellMinutesOpened, tellMinutesWait } from "./jobs/own-minutes-news";
import { askPlacesToReckon, reckonLimitsOfPlace, tellIssuers, tellOfLimits } from "./jobs/limits";
import {
  endWhatWasPassedOn,
  tellDebtorEnded,
  tellDebtorReDated,
  tellDebtorRejected,
  tellDebtorVerified,
  tellIssuer,
  tellOfPassedOn,
  tellIssuerDayAsked,
} from "./jobs/obligation-news";
import {
  tellOfficerAppointed,
  tellOfficerEnded,
  tellOfficerLink,
  tellPlacesOfCorrection,
} from "./jobs/officer-news";
import { tellCountyAnswered, tellProvinceContested, tellProvinceRaised } from "./jobs/obstacle-news";
import { carryOnPeopleImport, carryOnPeopleImportUndo } from "./jobs/people-import";
import { tellOfErasedPerson } from "./jobs/person-news";
import { removeFilesOfPeople } from "./jobs/person-files";
import { openOfficesOfPlace } from "./jobs/place-opened";
import {
  tellAppointed,
  tellAppointmentEnded,
  tellDeputyEnded,
  tellDeputyNamed,
  tellLinkIssued,
} from "./jobs/post-news";
import { seeOff, tellLeaving, tellReceiving } from "./jobs/relocation-news";
import {
  remindPlaceOfReport,
  tellAccepted,
  tellApproved,
  tellCommented,
  tellReminded,
  tellReopened,
  tellReturned,
  tellReviewers,
  tellUnapproved,
} from "./jobs/report-news";
import {
  tellVisitAnnounced,
  tellVisitCancelled,
  tellVisitMissed,
  tellVisitMoved,
  tellVisitReported,
} from "./jobs/visit-news";
import { takeAgreedWalkIn } from "./jobs/walk-ins";
import { followTaughtNameInDrafts } from "./jobs/taught-names";

/** A reaction to an event: parses the job, builds the actor of one place, and calls one command. */
export type Reaction = { name: string; lane?: Lane; run: (job: QueueJob) => Promise<void> };

/** Which reactions follow which event: the whole list, by event type. Each reaction has a file in `jobs/`. */
export const reactions: Record<string, Reaction[]> = {
  [NewsTold.type]: [carryToldNews],
  [MessageDue.type]: [sendDueMessage],
  [CountyClosed.type]: [tellCountyClosed],
  [CountyReopened.type]: [tellCountyReopened],
  [PlaceOpened.type]: [openOfficesOfPlace],
  [PeopleCalled.type]: [inviteCalledPeople],
  [InviteesAdded.type]: [sendInvitationsOfMeeting],
  [MeetingAnnounced.type]: [sendInvitationsOfMeeting, planRemindersOfMeeting],
  [MeetingMoved.type]: [tellInviteesOfMove, planRemindersOfMeeting],
  [MeetingCancelled.type]: [tellInviteesOfCancelling],
  [MinutesOpened.type]: [tellMinutesOpened],
  [MinutesWindowOver.type]: [tellMinutesWait],
  [PostBelowTold.type]: [tellHolderBelow],
  [OfficeBelowTold.type]: [tellOfficersBelow],
  [InviteesToRemind.type]: [remindInviteesOfMeeting],
  [WalkInAgreed.type]: [takeAgreedWalkIn],
  [BodyEnded.type]: [moveOfEndedBody],
  [OfficeEnded.type]: [tellOfficeEnded],
  [OfficeReturned.type]: [tellOfficeReturned],
  [HolderAppointed.type]: [settlePostOfAppointment, tellAppointed],
  [AppointmentEnded.type]: [settlePostOfAppointment, tellAppointmentEnded],
  [HolderLinkIssued.type]: [tellLinkIssued],
  [DeputyNamed.type]: [tellDeputyNamed],
  [DeputyEnded.type]: [tellDeputyEnded],
  [HandOverSigned.type]: [freezeSignedHandOver],
  [MinutesFilesBrought.type]: [readMinutesOfPlace],
  [NameTaught.type]: [followTaughtNameInDrafts],
  [MinutesIssued.type]: [tellOwingPlaces],
  [PartyNamed.type]: [tellOwingPlaces],
  [ObligationPassedOn.type]: [tellOfPassedOn],
  [ObligationReported.type]: [tellIssuer],
  [DayAsked.type]: [tellIssuerDayAsked],
  [ObligationVerified.type]: [tellDebtorVerified],
  [ObligationRejected.type]: [tellDebtorRejected],
  [ObligationReDated.type]: [tellDebtorReDated],
  [ObligationEnded.type]: [tellDebtorEnded, endWhatWasPassedOn],
  [ObligationsIssued.type]: [tellPlacesOfText],
  [SilentChased.type]: [tellPlacesOfText],
  [ChasingDue.type]: [remindOfficesOfPlace],
  [CalendarChanged.type]: [askPlacesToReckon],
  [LimitsToReckon.type]: [reckonLimitsOfPlace],
  [LimitsReckoned.type]: [tellOfLimits, tellIssuers],
  [OfficesReminded.type]: [tellOfRemindedOffices],
  [SilenceEscalated.type]: [tellAboveOfSilence],
  [VisitAnnounced.type]: tellVisitAnnounced,
  [VisitMoved.type]: tellVisitMoved,
  [VisitCancelled.type]: tellVisitCancelled,
  [VisitMissed.type]: tellVisitMissed,
  [VisitReported.type]: tellVisitReported,
  [ObstacleRaised.type]: [tellProvinceRaised],
  [ObstacleContested.type]: [tellProvinceContested],
  [ObstacleAnswered.type]: [tellCountyAnswered],
  [ReportSubmitted.type]: [tellReviewers],
  [ReportCommented.type]: [tellCommented],
  [ReportReturned.type]: [tellReturned],
  [ReportApproved.type]: [tellApproved],
  [ReportAccepted.type]: [tellAccepted],
  [ReportReopened.type]: [tellReopened],
  [ReportUnapproved.type]: [tellUnapproved],
  [ReportReminderDue.type]: [remindPlaceOfReport],
  [ReportReminded.type]: [tellReminded],
  [CallsAssigned.type]: [tellCaller],
  [PeopleImportStarted.type]: [carryOnPeopleImport],
  [PeopleImported.type]: [compareImported],
  [PeopleImportUndoStarted.type]: [carryOnPeopleImportUndo],
  [PeopleImportUndone.type]: [compareImported],
  [PersonRegistered.type]: [comparePersonWithOthers],
  [PersonEdited.type]: [comparePersonWithOthers],
  [PersonMoved.type]: [comparePersonWithOthers],
  [PeopleMerged.type]: [comparePersonWithOthers],
  [MergeUndone.type]: [comparePersonWithOthers],
  [GlassOpened.type]: [tellCountyLookedInto],
  [PersonErased.type]: [tellOfErasedPerson],
  [PersonFilesRemoved.type]: [removeFilesOfPeople],
  [RelocationConsented.type]: [tellLeaving.consented, tellReceiving.waits],
  [RelocationRefused.type]: [tellLeaving.refused, tellReceiving.withdrawn],
  [RelocationWithdrawn.type]: [tellReceiving.withdrawn],
  [RelocationAccepted.type]: [seeOff, tellLeaving.accepted],
  [RelocationDeclined.type]: [tellLeaving.declined],
  [RelocationExpired.type]: [tellLeaving.expired, tellReceiving.expired],
  [DemandAnswered.type]: [tellCountyOfDemand],
  [DemandJudged.type]: [tellCountyOfDemand],
  [ExportTaken.type]: [writeExportPaper],
  [WordsCorrected.type]: [tellPlacesOfCorrection],
  [OfficerAppointed.type]: [tellOfficerAppointed],
  [OfficerEnded.type]: [tellOfficerEnded],
  [OfficerLinkIssued.type]: [tellOfficerLink],
  [PaperWritten.type]: [tellPaperWritten],
};
