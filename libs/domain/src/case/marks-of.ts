import { isAskedByHer } from '../model/approvals.js';
import { isPromise } from '../model/promise.js';
import { isHers } from '../model/meetings.js';
import { questionWith } from '../model/questions.js';
import { isOfDecision } from '../model/handover-state.js';
import type { About, Case, Mark } from '../model/case.js';
import type { CaseEvent, EventBodies } from '../model/events.js';
import type { LocalDate } from '../time.js';

/**
 * The structural marks that an event adds to a case; deadline rules start, end and are cancelled by them.
 * Keys: `opened` `ownerAssigned` `deputyNamed` `contactChanged` `phase:<P>` `left:<P>` `decided:<G>` `decided:<G>:<D>` `decided:<G>:<D>:<P>`
 * `accepted:<G>` `sent|acknowledged|answered|roundOver` (about the receiver of a handover), `returned|declined|lapsed` (about
 * the handover), `resent` `handoverReady` `handoverDone` `suspended` `resumed` `closed` `closed:<STATE>` `rejected:individual` `completed`
 * `reopened` `unitAsked` (with the date `answerBy`), `questionAnswered` (about the question) `said:<KIND>:<ANSWER>`
 * `approvalAsked|moreTimeAsked|approvalAnswered|approvalLapsed` (about the approval; `moreTimeAsked` where the entrepreneur asks)
 * `meetingPlanned|meetingMoved` (about the meeting, with the date `on`)
 * `meetingEnded` (held or cancelled) `stepAgreed:<PARTY>` (about the step, with the date `by`) `stepCompleted`
 * `stepWithdrawn` (about the step, and about the debts of it) `receipt` `passed:<kind>` (about the deadline) `keptLate` (about the deadline)
 * `breached:<kind>` and `breachedToEntrepreneur` (about the deadline). Facts act as marks with the key `fact:<id>`.
 * What follows from the end of a deadline belongs to the deadline's last day, not to the day that starts then.
 * `informationRequested|informationReturned` (about the request, with the date `by` where one was given), `informationGiven`
 * and `informationAccepted` (all of it), `informationWithdrawn` (about the request, and about the debts of it).
 * Of the gate and its handover: `decided` `refused` `gateOpened` `gateReady` `gateBlocked` `decisionAsked` `toSend` `phaseSent` `takenBack`
 * `newContact` (a handover brought the entrepreneur another contact) `lapsedResolved` (about the handover), `moreTime` (about
 * the receiver, with the date `until`), `escalationChosen` and
 * `escalationChosen:<CHOICE>` (about the deadline, with `until`).
 * @param state  the case with the event already applied.
 */
export function marksOf(state: Case, event: CaseEvent): readonly Mark[] {
  const on = lastDayOf(state, event);
  return keysOf(state, event).map(([key, about, dates]) => ({
    key,
    seq: event.seq,
    at: instantOf(event),
    ...(on !== undefined && { on }),
    ...(about && { about }),
    ...(dates && { dates }),
  }));
}

/**
 * The case's marks after an event. How a deadline ended is told by its last end alone: what was breached, passed or kept
 * late is so no more when the deadline is open again, or when it proves to have been met in time.
 */
export function marksAfter(marks: readonly Mark[], event: CaseEvent, added: readonly Mark[]): readonly Mark[] {
  const obsolete = obsoleteAfter(event);
  const kept = obsolete ? marks.filter((mark) => !obsolete(mark)) : marks;
  if (added.length > 0) return [...kept, ...added];
  return kept.length === marks.length ? marks : kept;
}

function obsoleteAfter(event: CaseEvent): ((mark: Mark) => boolean) | null {
  switch (event.type) {
    case 'deadlineReopened':
      return (mark) =>
        isAboutDeadline(mark, event.data.deadline) &&
        (!mark.key.startsWith('breached') || !event.data.breached) &&
        END_OF_DEADLINE.test(mark.key);
    case 'deadlineMet':
      return (mark) =>
        isAboutDeadline(mark, event.data.deadline) &&
        END_OF_DEADLINE.test(mark.key) &&
        (mark.key === 'keptLate' || !event.data.late);
    case 'deadlineBreached':
    case 'deadlinePassed':
      return (mark) => isAboutDeadline(mark, event.data.deadline) && END_OF_DEADLINE.test(mark.key);
    default:
      return null;
  }
}

const END_OF_DEADLINE = /^(breached|passed:|keptLate$)/;

function isAboutDeadline({ about }: Mark, id: string): boolean {
  return about?.kind === 'deadline' && about.id === id;
}

/** What came of a meeting is said when it is said, and what was agreed in it is owed from then. */
const instantOf = ({ type, at, recordedAt }: CaseEvent): Mark['at'] => (type === 'meetingHeld' ? recordedAt : at);

/** The local day that an event at the end of a deadline belongs to; undefined for other events. */
function lastDayOf(state: Case, event: CaseEvent): Mark['on'] {
  if (event.type !== 'deadlinePassed' && event.type !== 'deadlineBreached' && event.type !== 'caseWentDormant')
    return undefined;
  return state.deadlines.find(({ id }) => id === event.data.deadline)?.dueOn;
}

type Key = readonly [key: string, about?: About, dates?: Mark['dates']];

function keysOf(state: Case, event: CaseEvent): readonly Key[] {
  switch (event.type) {
    case 'enquiryReceived':
      return [['opened'], [`phase:${event.data.phase}`]];
    case 'ownerAssigned':
      return [[event.type], ...(isNewContact(event.data) ? [['newContact'] as const] : [])];
    case 'gateOpened':
    case 'gateReady':
    case 'gateBlocked':
    case 'decisionAsked':
    case 'deputyNamed':
    case 'contactChanged':
      return [[event.type]];
    case 'gateDecided':
      return decidedKeys(event.data);
    case 'handoverReady':
      return [[event.type]];
    case 'phaseEntered':
      return [[`left:${event.data.from}`], [`phase:${event.data.phase}`]];
    case 'handoverSent':
      return [...resentKeys(state, event.data.handover), ...eachReceiver(state, event.data.handover, 'sent')];
    case 'handoverAcknowledged':
      return [['acknowledged', receiverOf(event.data)]];
    case 'handoverAccepted':
      return [['answered', receiverOf(event.data)]];
    case 'handoverReturned':
    case 'handoverDeclined': {
      const ended: Key = [event.type === 'handoverReturned' ? 'returned' : 'declined', handoverAbout(event.data)];
      return [['answered', receiverOf(event.data)], ended, ...eachReceiver(state, event.data.handover, 'roundOver')];
    }
    case 'handoverWithdrawn':
      return [...toSendAgain(state, event.data.handover), ...eachReceiver(state, event.data.handover, 'roundOver')];
    case 'handoverLapsed':
      return [['lapsed', handoverAbout(event.data)], ...eachReceiver(state, event.data.handover, 'roundOver')];
    case 'lapsedResolved':
      return [['lapsedResolved', handoverAbout(event.data)], ...moreTimeKeys(state, event.data)];
    case 'escalationChosen':
      return escalationKeys(event.data);
    case 'handoverCompleted':
      return event.data.gate ? [['handoverDone'], [`accepted:${event.data.gate}`]] : [['handoverDone']];
    case 'unitAsked':
      return [[event.type, questionAbout(event.data), { answerBy: event.data.answerBy }]];
    case 'questionAnswered': {
      const kind = questionWith(state, event.data.question)?.kind;
      return [[event.type, questionAbout(event.data)], [`said:${kind}:${event.data.answer}`]];
    }
    case 'informationRequested':
      return [[event.type, informationAbout(event.data), datesOf(event.data)]];
    case 'informationReturned':
      return event.data.by === undefined ? [] : [[event.type, informationAbout(event.data), datesOf(event.data)]];
    case 'informationGiven':
    case 'informationAccepted':
      return event.data.all ? [[event.type, informationAbout(event.data)]] : [];
    case 'informationRequestWithdrawn':
      return withDebtsOf(state, informationAbout({ request: event.data.request }), 'informationWithdrawn');
    case 'approvalAsked':
      return [[isAskedByHer(state, event.data) ? 'moreTimeAsked' : event.type, approvalAbout(event.data)]];
    case 'approvalAnswered':
    case 'approvalLapsed':
      return [[event.type, approvalAbout(event.data)]];
    case 'meetingPlanned':
    case 'meetingMoved':
      return [[event.type, meetingAbout(event.data), { on: event.data.on }]];
    case 'meetingCancelled':
      return [['meetingEnded', meetingAbout(event.data)]];
    case 'meetingHeld':
      return [['meetingEnded', meetingAbout(event.data)], ...event.data.steps.map(agreedKey)];
    case 'nextStepCompleted':
      return [['stepCompleted', { kind: 'step', id: event.data.step }]];
    case 'nextStepWithdrawn':
      return withDebtsOf(state, { kind: 'step', id: event.data.step }, 'stepWithdrawn');
    case 'caseSuspended':
      return [['suspended']];
    case 'caseResumed':
      return [['resumed']];
    case 'caseReopened':
      return [['reopened']];
    case 'caseRejected':
      return [...closedKeys(state), ...(event.data.individualDecision ? [['rejected:individual'] as const] : [])];
    case 'caseCompleted':
      return [...closedKeys(state), ['completed']];
    case 'caseReferred':
    case 'caseWithdrawn':
    case 'caseStopped':
    case 'caseWentDormant':
      return closedKeys(state);
    case 'receiptSent':
      return [['receipt']];
    case 'deadlineMet':
      return event.data.late ? keptLateKeys(state, event.data.deadline) : [];
    case 'deadlinePassed':
      return passedKeys(state, event.data.deadline);
    case 'deadlineBreached':
      return breachedKeys(state, event.data.deadline);
    default:
      return [];
  }
}

function closedKeys(state: Case): readonly Key[] {
  return [['closed'], [`closed:${state.state}`]];
}

/** Who takes the case over is somebody new to the entrepreneur, unless the contact stays who it was. */
const isNewContact = ({ handover, contact }: EventBodies['ownerAssigned']): boolean =>
  handover !== undefined && contact !== undefined;

/** A way that leads to a phase must be handed over; a refusal waits for the owner to say what now. */
function decidedKeys({ gate, decision, toPhase }: EventBodies['gateDecided']): readonly Key[] {
  const follows: readonly Key[] = toPhase ? [['toSend']] : decision === 'REFUSE' ? [['refused']] : [];
  const decided = `decided:${gate}`;
  const way = `${decided}:${decision}`;
  return [['decided'], [decided], [way], ...(toPhase ? [[`${way}:${toPhase}`] as const] : []), ...follows];
}

/** The handover of a decision mends every earlier one; a transfer only the transfers that came back. */
function resentKeys(state: Case, id: string): readonly Key[] {
  if (isOfDecision(state, id)) return [['phaseSent'], ['resent']];
  const transfers = state.handovers.filter(({ purpose }) => purpose === 'TRANSFER');
  return transfers.map((it): Key => ['resent', { kind: 'handover', id: it.id }]);
}

/** The decision stands and its handover was taken back after it was sent. */
function toSendAgain(state: Case, id: string): readonly Key[] {
  const wasSent = state.handovers.find((it) => it.id === id)?.sentAt !== undefined;
  return wasSent && isOfDecision(state, id) ? [['takenBack']] : [];
}

/** Each receiver who has not accepted owes the answer by the new date. */
function moreTimeKeys(state: Case, { handover, until }: EventBodies['lapsedResolved']): readonly Key[] {
  if (until === undefined) return [];
  const receivers = state.handovers.find((it) => it.id === handover)?.receivers ?? [];
  return receivers.flatMap((it, place): readonly Key[] =>
    it.state === 'ACCEPTED' ? [] : [['moreTime', { kind: 'handover', id: handover, place }, { until }]],
  );
}

function escalationKeys({ deadline, choice, until }: EventBodies['escalationChosen']): readonly Key[] {
  const about = deadlineAbout(deadline);
  return [
    ['escalationChosen', about],
    [`escalationChosen:${choice}`, about, until === undefined ? undefined : { until }],
  ];
}

function handoverAbout({ handover }: { readonly handover: string }): About {
  return { kind: 'handover', id: handover };
}

function receiverOf({ handover, receiver }: { readonly handover: string; readonly receiver: number }): About {
  return { kind: 'handover', id: handover, place: receiver };
}

const approvalAbout = ({ approval }: { readonly approval: string }): About => ({ kind: 'approval', id: approval });

const informationAbout = ({ request }: { readonly request: string }): About => ({ kind: 'information', id: request });

const datesOf = ({ by }: { readonly by?: LocalDate }): Mark['dates'] => (by === undefined ? undefined : { by });

/** What follows from a missed debt is about the debt: it falls with what is withdrawn too. */
function withDebtsOf({ deadlines }: Case, about: About, key: string): readonly Key[] {
  const debts = deadlines.filter(({ basis }) => basis.about?.kind === about.kind && basis.about.id === about.id);
  return [about, ...debts.map((debt) => deadlineAbout(debt.id))].map((it): Key => [key, it]);
}

const questionAbout = ({ question }: { readonly question: string }): About => ({ kind: 'question', id: question });

const meetingAbout = ({ meeting }: { readonly meeting: string }): About => ({ kind: 'meeting', id: meeting });

const agreedKey = (step: EventBodies['meetingHeld']['steps'][number]): Key => [
  `stepAgreed:${isHers(step) ? 'ENTREPRENEUR' : 'MUNICIPALITY'}`,
  { kind: 'step', id: step.id },
  { by: step.by },
];

const deadlineAbout = (id: string): About => ({ kind: 'deadline', id });

function eachReceiver(state: Case, handover: string, key: string): readonly Key[] {
  const receivers = state.handovers.find((it) => it.id === handover)?.receivers ?? [];
  return receivers.map((_, place) => [key, { kind: 'handover', id: handover, place }]);
}

/** A HOLD or RIGHT is over: what it barred is allowed, what it allowed is over. */
function passedKeys(state: Case, id: string): readonly Key[] {
  const deadline = state.deadlines.find((it) => it.id === id);
  return deadline ? [[`passed:${deadline.kind}`, deadlineAbout(id)]] : [];
}

/** A breached debt was met late: this ends the duty to explain its delay, which is about the debt too. */
function keptLateKeys(state: Case, id: string): readonly Key[] {
  const isDebt = state.deadlines.some((it) => it.id === id && it.nature === 'DEBT');
  return isDebt ? [['keptLate', deadlineAbout(id)]] : [];
}

const PROMISE_BREACHED = 'breachedToEntrepreneur';

/**
 * A debt to the entrepreneur that the municipality breaches starts the duty to explain; a breach of a debt that itself
 * began with a breach does not.
 */
function breachedKeys(state: Case, id: string): readonly Key[] {
  const deadline = state.deadlines.find((it) => it.id === id);
  if (!deadline) return [];
  const promise = isPromise(deadline);
  const about = deadlineAbout(id);
  return [[`breached:${deadline.kind}`, about], ...(promise ? [[PROMISE_BREACHED, about] as const] : [])];
}
