import { describe, expect, it } from '@jest/globals';
import { PHASES } from '#domain/process/process-document.js';
import { collaboration } from '#processes/collaboration/document.js';

/** What begins each deadline, and what ends it: facts by their names, other marks with their kind; `*` is every phase. */
const DEADLINES = `
firstContact.contact: opened -> contactMade meetingHeld
firstContact.handler: opened -> ownerAssigned
firstContact.meeting: opened -> meetingHeld
firstContact.preliminaryReply: opened -> preliminaryReplySent answerSent decided:G1 closed:REJECTED closed:STOPPED
firstContact.nextStep: opened -> nextStepChosen decided:G1 closed:REJECTED closed:WITHDRAWN closed:STOPPED
firstContact.sla: phase:FIRST_CONTACT -> left:FIRST_CONTACT
mentoring.match: phase:MENTORING mentoringEnded -> mentorMatched
mentoring.firstMeeting: mentorMatched -> sessionLogged
mentoring.rhythm: sessionLogged -> sessionLogged mentoringEnded decided:G2
mentoring.midway: phase:MENTORING -> midwayCheckHeld decided:G2
mentoring.hostingUnit: phase:MENTORING -> said:HOST:YES decided:G2
mentoring.standIn: mentorAbsent -> mentorMatched sessionLogged deputyNamed ownerAssigned
mentoring.sla: phase:MENTORING -> left:MENTORING
pilot.start: accepted:G3 -> pilotStarted
pilot.effectPlan: accepted:G3 -> evaluationPlanned
pilot.baseline: baselineRecorded -> baselineRecorded
pilot.status: pilotStarted pilotStatusReported -> pilotStatusReported pilotEnded decided:G4
pilot.midway: pilotStarted -> midwayReviewed pilotEnded decided:G4
pilot.end: pilotStarted -> pilotEnded decided:G4
pilot.decision: pilotStarted -> decided:G4
pilot.extension: decided:G4:ITERATE -> decided:G4
pilot.report: pilotEnded -> pilotReportDelivered
pilot.budgetInput: budgetDateSet -> budgetInputSent budgetDateSet
pilot.newReceiver: receivingUnitWithdrew said:RECEIVE:NO -> said:RECEIVE:YES
pilot.startSla: phase:PILOT -> pilotStarted left:PILOT
pilot.sla: pilotStarted -> left:PILOT pilotStarted
pilot.extensionSla: decided:G4:ITERATE -> left:PILOT
procurement.routeMemo: phase:PROCUREMENT -> routeMemoApproved agreementSigned
procurement.marketDialogue: routeMemoApproved -> marketDialogueHeld documentsReady noticePublished agreementSigned
procurement.documents: routeMemoApproved -> documentsReady noticePublished agreementSigned
procurement.tenderPeriod: noticePublished ->
procurement.evaluation: passed:procurement.tenderPeriod -> tendersEvaluated agreementSigned
procurement.tenderValidity: noticePublished -> agreementSigned
procurement.award: decided:G5:PROCEED:OPERATION -> awardNotified agreementSigned
procurement.standstill: awardNotified ->
procurement.sign: passed:procurement.standstill -> agreementSigned
procurement.signNow: decided:G5:PROCEED:OPERATION -> agreementSigned
procurement.register: agreementSigned -> agreementRegistered
procurement.kofaStatus: kofaReceived -> kofaStatusGiven kofaAnswered
procurement.kofaAnswer: kofaReceived -> kofaAnswered
procurement.sla: phase:PROCUREMENT -> left:PROCUREMENT
operation.startMeeting: accepted:G5 -> operationStartMeetingHeld
operation.review: phase:OPERATION -> operationReviewed
operation.quarterly: operationReviewed quarterlyMeetingHeld -> quarterlyMeetingHeld
operation.checkpoint: operationStarted professionalCheckpointHeld -> professionalCheckpointHeld
operation.risk: operationStarted riskReviewed -> riskReviewed
agreement.budget: operationStarted budgetConfirmed -> budgetConfirmed agreementEnded
agreement.option: agreementSigned -> optionDecided agreementEnded
agreement.expiry: agreementSigned -> agreementEnded agreementSigned
agreement.extended: agreementEnded -> agreementEnded agreementSigned
effect.dataPoint: operationStarted -> dataPointRecorded
effect.nextDataPoint: dataPointRecorded -> dataPointRecorded
evaluation.report: phase:EFFECT_EVALUATION -> evaluationReportDelivered
evaluation.comment: entrepreneurCommentInvited -> entrepreneurCommented
evaluation.decision: evaluationReportDelivered -> decided:G7
evaluation.record: decided:G7:PROCEED:EFFECT_EVALUATION decided:G7:PROCEED:OPERATION -> decisionRecorded
effect.afterCheck: decided:G7:PROCEED -> afterCheckDone
evaluation.sla: phase:EFFECT_EVALUATION -> left:EFFECT_EVALUATION completed
meeting.outcome: meetingPlanned meetingMoved -> meetingEnded
meeting.step: stepAgreed:MUNICIPALITY -> stepCompleted
meeting.herStep: stepAgreed:ENTREPRENEUR -> stepCompleted
gate.prepare: phase:* gateOpened gateBlocked -> gateReady decided
gate.decide: gateReady -> decided
gate.whatNow: refused -> decisionAsked decided closed:REJECTED closed:WITHDRAWN closed:STOPPED
handover.prepare: toSend -> handoverReady phaseSent
handover.send: handoverReady takenBack -> phaseSent
handover.acknowledge: sent -> acknowledged answered
handover.answer: sent -> answered
handover.gaps: returned declined -> resent
handover.choice: lapsed -> lapsedResolved
handover.answerAgain: moreTime -> answered
case.complete: accepted:G7 -> completed closed:REJECTED closed:WITHDRAWN closed:STOPPED
escalation.choice: breached:firstContact.preliminaryReply breached:access.answer -> escalationChosen keptLate
escalation.answer: escalationChosen:EXTEND -> keptLate
escalation.newOwner: escalationChosen:REASSIGN -> keptLate
escalation.decide: escalationChosen:DECIDE -> keptLate
question.answer: unitAsked -> questionAnswered
approval.answer: approvalAsked -> approvalAnswered
moreTime.answer: moreTimeAsked -> approvalAnswered
impartiality.replace: impartialityDeclared -> ownerAssigned deputyNamed impartialityDeclared
deputy.confirm: ownerAssigned -> deputyNamed deputyConfirmed
handover.welcome: newContact -> contactMade meetingHeld contactChanged
contact.notice: contactLeft -> contactChanged
decision.tell: decided:G1:PROCEED decided:G4 -> answerSent entrepreneurInformed
suspension.resume: suspended -> resumed
suspension.review: suspended suspensionReviewed -> suspensionReviewed resumed
suspension.limit: suspended -> resumed
information.answer: informationRequested informationReturned -> informationGiven
information.review: informationGiven -> informationAccepted informationReturned
information.dormancy: breached:information.answer -> keptLate
stopped.lessons: closed:STOPPED -> lessonsNoted
withdrawn.invite: closed:WITHDRAWN -> reinvited
reopened.sla: reopened -> left:* completed
access.answer: accessRequested -> accessAnswered
dataBreach.notify: dataBreachDiscovered -> dataBreachNotified
complaint.right: rejected:individual -> complaintReceived
complaint.answer: complaintReceived -> complaintAnswered
deviation.answer: deviationReported -> deviationAnswered
office.end: officeGranted -> officeEnded officeGranted
delay.explain: breachedToEntrepreneur -> delayExplained
`;

/** What must be registered before. */
const REQUIRED = `
pilotStatusReported: pilotStarted
midwayReviewed: pilotStarted
pilotEnded: pilotStarted
pilotReportDelivered: pilotStarted
awardNotified: tendersEvaluated
agreementRegistered: agreementSigned
dataPointRecorded: operationStarted
`;

/** May be registered when the case has closed. */
const AFTER_CLOSE = `
  preliminaryReplySent answerSent kofaReceived kofaStatusGiven kofaAnswered operationStartMeetingHeld operationReviewed
  quarterlyMeetingHeld professionalCheckpointHeld riskReviewed budgetConfirmed optionDecided agreementEnded dataPointRecorded
  examplePublished afterCheckDone accessRequested accessAnswered aidAwarded dataBreachDiscovered dataBreachNotified
  deviationReported deviationAnswered lessonsNoted reinvited complaintReceived complaintAnswered`;

/** Items that a gate asks for each time. */
const ANEW = `
  pilotPlan routeHypothesis pilotProcurement pilotDpa budgetSource stopCriteria pilotAgreement pilotEnded pilotReport
  effectVsBaseline costs learningShared dialogueLog valueEstimate impartiality announcement evaluationRecord awardNotice
  effectClause agreementDpa agreementSigned agreementRegistered followUp costData evaluatorIndependent evaluationReport
  commentInvited reportApproved decisionRecorded example archiveExport`;

const words = (list: string): string[] => list.trim().split(/\s+/);
const namesOf = <T>(rules: Readonly<Record<string, T>>, fits: (rule: T) => boolean): string[] =>
  Object.entries(rules).flatMap(([name, rule]) => (fits(rule) ? [name] : []));
const lines = (table: string): string[] => table.trim().split('\n');
const everyPhase = (kind: string): string => PHASES.map((phase) => `${kind}:${phase}`).join(' ');
const shown = (marks: readonly string[]): string =>
  marks.join(' ').replaceAll('fact:', '').replace(everyPhase('phase'), 'phase:*').replace(everyPhase('left'), 'left:*');

describe('the deadlines of the collaboration', () => {
  it('begin and end with these', () => {
    const found = Object.entries(collaboration.deadlines).map(([kind, { starts, ends }]) =>
      `${kind}: ${shown(starts)} -> ${shown(ends)}`.trim(),
    );
    expect(found).toEqual(lines(DEADLINES));
  });

  it('that depend on how the case stands ask these', () => {
    const asked = Object.entries(collaboration.deadlines).flatMap(([kind, { when }]) =>
      when?.facts ? [`${kind}: ${when.rule} ${when.facts.join(' ')}`] : [],
    );
    const whileItGoesOn = 'operationGoesOn decisionRecorded agreementEnded';
    expect(asked).toEqual([
      'pilot.status: pilotGoesOn pilotStarted pilotEnded',
      ...['startMeeting', 'quarterly', 'checkpoint', 'risk'].map((it) => `operation.${it}: ${whileItGoesOn}`),
      'effect.nextDataPoint: moreDataPoints dataPointRecorded',
      'impartiality.replace: handlerDisqualified impartialityDeclared',
    ]);
  });

  it('are met by facts that can be registered, and by marks that something makes', () => {
    const ends = Object.values(collaboration.deadlines).flatMap((it) => it.ends);
    const facts = ends.flatMap((end) => (end.startsWith('fact:') ? [end.slice('fact:'.length)] : []));
    expect(facts.filter((fact) => !(fact in collaboration.facts))).toEqual([]);
  });
});

describe('the facts of the collaboration', () => {
  it('that rest on another come after it', () => {
    const found = Object.entries(collaboration.facts).flatMap(([fact, { requires }]) =>
      requires ? [`${fact}: ${requires.join(' ')}`] : [],
    );
    expect(found).toEqual(lines(REQUIRED));
  });

  it('are for whoever has the case to register, but what only an adviser may say', () => {
    const others = namesOf(collaboration.facts, ({ by }) => !by.includes('owner'));
    expect(others).toEqual(['dpiaScreened', 'impartialityCleared']);
  });

  it('give KOFA ten or twenty working days to be answered', () => {
    const { answerWorkingDays } = collaboration.facts['kofaReceived']?.schema.properties ?? {};
    expect(answerWorkingDays).toMatchObject({ minimum: 10, maximum: 20, enum: [10, 20] });
  });

  it('that come after the close are what outlives a case', () => {
    expect(namesOf(collaboration.facts, ({ afterClose }) => afterClose === true)).toEqual(words(AFTER_CLOSE));
  });
});

describe('the gates of the collaboration', () => {
  it('may be refused whatever is left to do; a refusal moves no case and is never proposed first', () => {
    const refusals = Object.values(collaboration.gates).flatMap(({ outcomes }) =>
      outcomes.filter(({ decision }) => decision === 'REFUSE'),
    );
    const refusal = { decision: 'REFUSE', changesPhase: false, skipsChecklist: true, exceptional: true };
    expect(refusals).toEqual(Array.from({ length: 6 }, () => refusal));
  });

  it('ask anew for these when they open again', () => {
    const { items } = collaboration;
    expect(namesOf(items, ({ repeatOnReopen }) => repeatOnReopen === true)).toEqual(words(ANEW));
  });
});
