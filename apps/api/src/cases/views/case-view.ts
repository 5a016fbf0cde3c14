import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { isOwed } from '#domain/deadline/owed.js';
import { waitingFor } from '#domain/gate/waiting-for.js';
import { sideOf } from '#domain/policy/conversation.js';
import { shownDeadlines } from '#domain/policy/visibility.js';
import { availableActions } from '#domain/next/available-actions.js';
import { stuckCauses } from '#domain/stuck/stuck-status.js';
import { CASE_STATE_LABELS, PARTY_LABELS } from '#contracts/http/shared/code-labels.js';
import { batonView, legsView } from './relay-view.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import { approvalViews } from './approval-view.js';
import { balances } from './balances.js';
import { deadlineView } from './deadline-view.js';
import { checklistView, gateView } from './gate-view.js';
import { conditionViews, demandViews, handoverView } from './handover-view.js';
import { informationViews } from './information-view.js';
import { redacted, labelOf } from './case-context.js';
import type { CaseContext } from './case-context.js';
import { nextView } from './next-view.js';
import { personViewOn, unitName } from '../../people/person-view.js';
import { participantViews } from './participant-view.js';
import { closingView } from './promise-view.js';
import { meetingViews } from './meeting-view.js';
import { questionViews } from './question-view.js';
import { riskViews } from './risk-view.js';
import { stepsIn } from './steps-in.js';
import { HIDDEN, stuckView } from './stuck-view.js';

/** The HTTP view of a case, limited to what the reader may see. */
export function caseView(context: CaseContext): CaseView {
  const { document, state, whole, title, sensitive, enquiry, directory, language, now, actor } = context;
  const { reads, overloaded } = context;
  const steps = stepsIn(context);
  const handover = state.handovers.at(-1);
  const isInside = reads.has('internal');
  const owed = shownDeadlines(state, reads).filter(isOwed);
  const today = osloDateOf(now);
  const waiting = waitingFor(document, whole);
  const person = (id: string) => personViewOn(directory, state, id, today);
  return {
    id: state.id,
    number: state.number,
    title,
    sensitive,
    description: reads.has('shared') ? (enquiry?.description ?? null) : null,
    phase: state.phase,
    phaseLabel: labelOf(document.phases[state.phase], state.phase, language),
    phaseSince: state.phaseSince,
    state: state.state,
    stateLabel: CASE_STATE_LABELS[state.state][language],
    version: state.version,
    openedAt: state.openedAt,
    ...(state.closedAt !== undefined && { closedAt: state.closedAt }),
    ...(state.closing && { closing: closingView(state.closing, context.texts) }),
    process: state.process,
    organisation: organisationView(context),
    enquirer: enquirerView(context),
    contact: { ...person(state.contact), ...(reads.has('shared') && reachable(context)) },
    owner: person(state.owner),
    deputy: state.deputy === null ? null : person(state.deputy),
    unit: state.unit,
    unitName: unitName(directory, state.unit),
    area: enquiry?.area ?? null,
    channel: enquiry?.channel ?? 'web',
    origin: enquiry?.origin ?? 'staff',
    route: isInside ? state.route : null,
    waitingFor: waiting,
    waitingForLabel: waiting && PARTY_LABELS[waiting][language],
    legs: legsView(state),
    baton: batonView(context),
    next: nextView(context),
    gate: gateView(context),
    checklist: isInside ? checklistView(context) : [],
    deadlines: owed.map((deadline) => deadlineView(deadline, redacted(context))),
    balances: balances(document, state, now),
    handover: handover ? handoverView(handover, context) : null,
    conditions: isInside ? conditionViews(context) : [],
    demands: isInside ? demandViews(context) : [],
    information: informationViews(context),
    approvals: approvalViews(context),
    questions: questionViews(context),
    meetings: meetingViews(context),
    stuck: isInside ? stuckView(stuckCauses(document, whole), { ...context, steps }) : HIDDEN,
    risks: isInside ? riskViews(state, { directory, on: today, overloaded }, language) : [],
    parties: participantViews(context, today),
    actions: availableActions({ ...context, state: whole }, actor).map(({ why, ...action }) => ({
      ...action,
      ...(why && { why: why[language] }),
    })),
    documents: { count: context.documentCount },
    ...(sideOf(state, actor) !== null && { unread: { messages: context.unreadMessages } }),
  };
}

function reachable({ contactDetails }: CaseContext) {
  const { email = null, phone = null } = contactDetails ?? {};
  return { ...(email !== null && { email }), ...(phone !== null && { phone }) };
}

function organisationView({ organisation }: CaseContext): CaseView['organisation'] {
  if (!organisation) return null;
  const { id, name, number } = organisation;
  return { id, name, ...(number !== null && { number }) };
}

function enquirerView({ enquiry, reads }: CaseContext): CaseView['enquirer'] {
  if (enquiry?.contactName == null || !reads.has('shared')) return null;
  const { contactName: name, contactEmail: email, contactPhone: phone } = enquiry;
  return { name, ...(email !== null && { email }), ...(phone !== null && { phone }) };
}
