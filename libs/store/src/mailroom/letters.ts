import type { Case, Deadline, Handover } from '#domain/model/case.js';
import type { CaseEvent, EventBodies, EventType } from '#domain/model/events.js';
import { isAskedByHer } from '#domain/model/approvals.js';
import { stepWith } from '#domain/model/meetings.js';
import { questionWith } from '#domain/model/questions.js';
import type { MessageSide } from '#domain/policy/conversation.js';
import { isPromise } from '#domain/model/promise.js';
import type { Slot } from '#domain/process/process-document.js';
import type { Transition } from '#domain/case/transitions.js';
import { agreedSlots, completedSlots, correctedSlots, meetingSlots, movedSlots } from './meeting-slots.js';

/** One letter that an event leads to: whom it goes to, by which template, and the deadline that it is about. */
export interface Letter {
  readonly to: readonly Slot[];
  readonly template: string;
  readonly deadline?: Deadline | undefined;
  /** The rung of the ladder; `opened` and `acted` are told at once, outside it. */
  readonly rung?: string;
  /** False: it is only recorded that nothing was sent. */
  readonly send?: boolean;
}

type EventOf<T extends EventType> = Extract<CaseEvent, { type: T }>;
type LettersOf<T extends EventType> = (
  data: EventBodies[T],
  about: { readonly event: EventOf<T>; readonly after: Case },
) => readonly Letter[];

/** No letter, and why. */
interface Silent {
  readonly silent: string;
}

const toEntrepreneur = (template: string): Letter => ({ to: ['entrepreneur'], template });
const toOwner = (template: string): Letter => ({ to: ['owner'], template });

/** The receiver at this place of this handover; a later handover of the case changes no letter of this one. */
export const receiverSlot = (handover: string, place: number): Slot => `receiver:${handover}:${place}`;

const deadlineWith = ({ deadlines }: Case, id: string): Deadline | undefined => deadlines.find((it) => it.id === id);

/** Only the letters of a deadline's ladder carry its id; which promise this is about, the event says. */
function aboutPromise(after: Case, id: string, template: string): readonly Letter[] {
  const deadline = deadlineWith(after, id);
  return deadline && isPromise(deadline) ? [{ to: ['entrepreneur'], template }] : [];
}

function rungLetters(
  { deadline: id, to, rung, send }: EventBodies['reminderDue'],
  { event, after }: { readonly event: CaseEvent; readonly after: Case },
): readonly Letter[] {
  const deadline = deadlineWith(after, id);
  return [{ to, deadline, rung, send, template: `${event.type}.${deadline?.kind ?? 'unknown'}` }];
}

/** The person who sent the handover, who may no longer own the case when the answer comes. */
const senderOf = ({ handovers }: Case, id: string): readonly Slot[] => {
  const handover = handovers.find((it) => it.id === id);
  return handover ? [`user:${handover.sentBy ?? handover.from.person}`] : ['owner'];
};

/** Whether the entrepreneur meets others after it: a gate that only opens the next one moves no case. */
const changesHands = ({ decision }: Case, { purpose }: Handover): boolean =>
  purpose === 'TRANSFER' || decision?.changesPhase !== false;

/** It came back and goes to the same units: the entrepreneur knows already where her case is to go. */
function isSentAgain({ handovers }: Case, { id, purpose, gate, receivers }: Handover): boolean {
  const before = handovers.findLast((it) => it.id !== id && it.sentAt !== undefined && it.purpose === purpose);
  const units = (all: Handover['receivers']): string => all.map(({ unit }) => unit).join();
  const cameBack = before?.state === 'RETURNED' || before?.state === 'DECLINED';
  return cameBack && before.gate === gate && units(before.receivers) === units(receivers);
}

/**
 * What each event tells, and whom: every event type has letters here or a reason to be silent. A debt that must be told of at
 * once says so in the process document (`tellsDebtor`), and so does a fact (`tells`).
 */
export const LETTERS: { readonly [T in EventType]: LettersOf<T> | Silent } = {
  enquiryReceived: {
    silent: 'its receipt is an event of its own; those who speak for the organisation are told at intake',
  },
  receiptSent: ({ to }) => [{ to: [to], template: 'receiptSent' }],
  ownerAssigned: ({ owner, handover }, { event }) => [
    ...(event.by === owner ? [] : [toOwner('ownerAssigned')]),
    ...(handover !== undefined ? [] : [toEntrepreneur('ownerAssigned.entrepreneur')]),
  ],
  deputyNamed: (_data, { event, after }) =>
    event.by === after.deputy ? [] : [{ to: ['deputy'], template: 'deputyNamed' }],
  contactChanged: () => [toEntrepreneur('contactChanged'), { to: ['contact'], template: 'contactChanged' }],
  partyAdded: ({ party }, { event }) => (event.by === party ? [] : [{ to: [`user:${party}`], template: 'partyAdded' }]),
  partyEnded: { silent: 'the day on which a role ends was told with the role, or is agreed with the person' },
  roleAssigned: { silent: 'whoever has the duty sees it in My day' },
  roleEnded: { silent: 'whoever has the duty sees it in My day' },
  factRegistered: ({ fact, tells = [] }) => [{ to: tells, template: `factRegistered.${fact}` }],
  factCorrected: { silent: 'a correction tells nothing new by itself; the dates that follow from it do' },
  factRetracted: { silent: 'as a correction' },
  itemTicked: { silent: 'the checklist shows it' },
  itemWaived: { silent: 'the checklist shows it, and the reason is internal' },
  gateDecided: ({ decision, toldBy }) => (toldBy === undefined ? [toEntrepreneur(`gateDecided.${decision}`)] : []),
  handoverReady: { silent: 'the debt of sending begins with it, and is reminded of' },
  handoverDrafted: { silent: "a draft is nobody's outside the sender's unit" },
  handoverSent: ({ handover: id }, { after }) => {
    const handover = after.handovers.find((it) => it.id === id);
    const template = `handoverSent.${handover?.purpose ?? 'PHASE'}`;
    return [
      { to: handover?.receivers.map((_, place) => receiverSlot(id, place)) ?? [], template },
      ...(handover && changesHands(after, handover) && !isSentAgain(after, handover) ? [toEntrepreneur(template)] : []),
    ];
  },
  handoverAcknowledged: { silent: 'an acknowledgement moves nothing; the answer is told' },
  handoverAccepted: ({ handover: id }, { after }) => {
    const isByAll = after.handovers.find((it) => it.id === id)?.receivers.every(({ state }) => state === 'ACCEPTED');
    return [{ to: isByAll ? senderOf(after, id) : [], template: 'handoverAccepted' }];
  },
  handoverReturned: ({ handover }, { after }) => [{ to: senderOf(after, handover), template: 'handoverReturned' }],
  handoverDeclined: ({ handover }, { after }) => [{ to: senderOf(after, handover), template: 'handoverDeclined' }],
  handoverWithdrawn: ({ handover: id }, { after }) => {
    const handover = after.handovers.find((it) => it.id === id);
    const slots = handover?.sentAt ? handover.receivers.map((_, place) => receiverSlot(id, place)) : [];
    return [{ to: slots, template: 'handoverWithdrawn' }];
  },
  handoverCompleted: ({ handover: id, purpose }, { after }) => {
    const handover = after.handovers.find((it) => it.id === id);
    return handover && changesHands(after, handover) ? [toEntrepreneur(`handoverCompleted.${purpose}`)] : [];
  },
  // The debt of choosing what happens now tells the manager.
  handoverLapsed: ({ handover }, { after }) => [{ to: senderOf(after, handover), template: 'handoverLapsed' }],
  lapsedResolved: ({ handover: id, choice }, { after }) => {
    const handover = after.handovers.find((it) => it.id === id);
    const asked = choice === 'EXTEND' ? (handover?.receivers.map((_, place) => receiverSlot(id, place)) ?? []) : [];
    return [
      toOwner(`lapsedResolved.${choice}`),
      { to: asked, template: 'lapsedResolved.EXTEND.receiver' },
      ...(choice === 'TAKE_BACK' ? [toEntrepreneur('lapsedResolved.TAKE_BACK')] : []),
    ];
  },
  escalationChosen: ({ choice }) => [
    toOwner(`escalationChosen.${choice}`),
    ...(choice === 'STOP' ? [] : [toEntrepreneur(`escalationChosen.${choice}`)]),
  ],
  unitAsked: { silent: 'the debt of answering tells whoever is asked' },
  questionAnswered: ({ question: id, answer }, { after }) => {
    const kind = questionWith(after, id)?.kind;
    const named = answer === 'YES' && (kind === 'HOST' || kind === 'RECEIVE');
    return [
      { to: [askerOf(after, id)], template: 'questionAnswered' },
      ...(named ? [toEntrepreneur(`questionAnswered.${kind}`)] : []),
    ];
  },
  questionRedirected: ({ question }, { after }) => [
    { to: [askerOf(after, question)], template: 'questionRedirected' },
    { to: askedSlots(after, question), template: 'questionRedirected.asked' },
  ],
  informationRequested: () => [toEntrepreneur('informationRequested')],
  informationGiven: { silent: 'the debt of looking through it tells the owner, when everything is sent' },
  informationAccepted: ({ all }) => (all ? [toEntrepreneur('informationAccepted')] : []),
  informationReturned: () => [toEntrepreneur('informationReturned')],
  informationRequestWithdrawn: () => [toEntrepreneur('informationRequestWithdrawn')],
  meetingPlanned: ({ meeting }, { event, after }) => [
    { to: meetingSlots(after, meeting, event.by), template: 'meetingPlanned' },
  ],
  meetingMoved: ({ meeting }, { event, after }) => [
    { to: meetingSlots(after, meeting, event.by), template: 'meetingMoved' },
  ],
  meetingCancelled: ({ meeting }, { event, after }) => [
    { to: meetingSlots(after, meeting, event.by), template: 'meetingCancelled' },
  ],
  meetingHeld: ({ steps }, { event }) => [
    { to: steps.length > 0 ? agreedSlots(steps, event.by) : [], template: 'meetingHeld' },
  ],
  meetingCorrected: ({ meeting }, { event, after }) => [
    { to: correctedSlots(after, meeting, event.by), template: 'meetingCorrected' },
  ],
  nextStepWithdrawn: ({ step: id }, { event, after }) => {
    const step = stepWith(after, id);
    return [{ to: step ? agreedSlots([step], event.by) : [], template: 'nextStepWithdrawn' }];
  },
  nextStepCompleted: ({ step }, { event, after }) => [
    { to: completedSlots(after, step, event.by), template: 'nextStepCompleted' },
  ],
  approvalAsked: { silent: 'the debt of answering tells whoever is asked' },
  approvalLapsed: { silent: 'whoever asked has done it, or owes it no more' },
  approvalAnswered: ({ approval: id, yes }, { after }) => {
    const asked = after.approvals?.find((it) => it.id === id);
    const template = `approvalAnswered.${asked?.kind ?? 'SUSPEND'}.${yes ? 'YES' : 'NO'}`;
    if (asked && isAskedByHer(after, asked)) return [toEntrepreneur(template)];
    return [{ to: asked ? [`user:${asked.askedBy}`] : ['owner'], template }];
  },
  debtActedOn: ({ deadline: id, act }, { after }) => [
    { to: ['debtor'], deadline: deadlineWith(after, id), rung: 'acted', template: `debtActedOn.${act}` },
  ],
  debtTaken: { silent: 'whoever took it knows' },
  gateReady: { silent: 'the debt of deciding tells the decider' },
  gateBlocked: { silent: 'the debt of making the gate ready begins with it, and is reminded of' },
  decisionAsked: { silent: 'the debt of deciding tells the decider' },
  gateOpened: { silent: 'it follows from a handover that is told' },
  phaseEntered: { silent: 'it follows from a handover that is told' },
  caseSuspended: () => [toEntrepreneur('caseSuspended'), toOwner('caseSuspended.owner')],
  caseResumed: () => [toEntrepreneur('caseResumed')],
  caseRejected: ({ individualDecision }) => [
    toEntrepreneur(individualDecision ? 'caseRejected.individual' : 'caseRejected'),
  ],
  caseReferred: () => [toEntrepreneur('caseReferred')],
  caseWithdrawn: (_data, { event, after }) =>
    event.by === after.owner ? [toEntrepreneur('caseWithdrawn.entrepreneur')] : [toOwner('caseWithdrawn')],
  caseStopped: () => [toEntrepreneur('caseStopped')],
  caseCompleted: () => [toEntrepreneur('caseCompleted')],
  caseWentDormant: ({ owed = [] }, { after }) => [
    toEntrepreneur('caseWentDormant'),
    toOwner('caseWentDormant.owner'),
    ...(owed.length > 0 ? [{ to: [`manager-of:${after.unit}`], template: 'caseWentDormant.owed' }] : []),
  ],
  caseReopened: () => [toEntrepreneur('caseReopened')],
  deadlineOpened: ({ deadline, tells = [] }) => [
    { to: tells, deadline, rung: 'opened', template: `deadlineOpened.${deadline.kind}` },
  ],
  deadlineMoved: { silent: 'what moved it is told: the pause, the correction, the extension' },
  deadlineExtended: ({ deadline, own = false }, { event, after }) => [
    ...aboutPromise(after, deadline, 'promiseMoved'),
    { to: movedSlots(after, deadlineWith(after, deadline), { by: event.by, own }), template: 'agreedStepMoved' },
  ],
  deadlineMet: { silent: 'what met it is an event of its own' },
  deadlineReopened: { silent: 'what undid it is an event of its own' },
  deadlinePaused: { silent: 'the pause is told' },
  deadlineResumed: { silent: 'the end of the pause is told' },
  deadlineCancelled: { silent: 'what made it fall away is an event of its own' },
  deadlinePassed: { silent: 'what it barred or allowed shows; nobody owes anything by it' },
  deadlineBreached: ({ deadline }, { after }) => aboutPromise(after, deadline, 'promiseMissed'),
  reminderDue: rungLetters,
  escalated: rungLetters,
  escalationHeld: { silent: 'the escalation comes later' },
};

/** Rows that people write on a case and that tell the other side; they are no events. */
export type RowLetter = 'messageSent' | 'documentShared';

/** What such a row tells the other side; its letter holds no word of it. */
export const lettersOfRow = (template: RowLetter, from: MessageSide): readonly Letter[] => [
  from === 'STAFF' ? toEntrepreneur(template) : { to: ['contact', 'owner'], template },
];

const askerOf = (state: Case, id: string): Slot => {
  const person = questionWith(state, id)?.from.person;
  return person === undefined ? 'owner' : `user:${person}`;
};

function askedSlots(state: Case, id: string): readonly Slot[] {
  const question = questionWith(state, id);
  if (!question) return [];
  return [question.person === undefined ? `manager-of:${question.unit}` : `user:${question.person}`];
}

/** The letters of an event, those to nobody left out. TypeScript cannot relate the two across the union, hence the one cast. */
export function lettersOf({ event, after }: Pick<Transition, 'event' | 'after'>): readonly Letter[] {
  const letters = LETTERS[event.type] as LettersOf<never> | Silent;
  if ('silent' in letters) return [];
  return letters(event.data as never, { event: event as never, after }).filter(({ to }) => to.length > 0);
}
