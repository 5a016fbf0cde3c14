import { z } from 'zod';
import { coded, named, LEG_STATE_LABELS, CHECKLIST_STATE_LABELS, REQUIREMENT_LABELS } from '../shared/code-labels.js';
import { STUCK_LABELS } from '../shared/stuck-labels.js';
import { STUCK_CODES } from '#domain/stuck/stuck-causes.js';
import { CHECKLIST_STATES } from '#domain/gate/checklist.js';
import { REQUIREMENTS } from '#domain/process/process-document.js';
import {
  closing,
  phase,
  caseState,
  unitId,
  userId,
  party,
  gateId,
  decision,
  person,
  localDate,
  personWithAbsence,
  proofView,
  searchText,
} from '../shared/fields.js';
import { flag, limit, cursor } from '../shared/paging.js';
import { approvalView } from './approval.js';
import { deadlineParty, deadlineView } from './deadline.js';
import { condition, demand, handoverView } from './handover.js';
import { informationView } from './information.js';
import { meetingView } from './meeting.js';
import { questionView } from './question.js';

/**
 * Which cases to list. `q` is part of a number, a title, the name or number of an organisation, or the name of its contact;
 * `risk` asks for cases with `risks`; `total` also counts them.
 */
export const collaborationsQuery = z.strictObject({
  phase: phase.optional(),
  state: caseState.optional(),
  unit: unitId.optional(),
  owner: userId.optional(),
  waitingFor: party.optional(),
  stuck: flag.optional(),
  risk: flag.optional(),
  q: searchText.optional(),
  sort: z.enum(['number', '-number', 'openedAt', '-openedAt', 'due', 'phaseSince', '-phaseSince']).optional(),
  total: flag.optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
});

/** `as=entrepreneur` shows the case as the entrepreneur sees it, to those who work on it. */
export const caseQuery = z.strictObject({ as: z.literal('entrepreneur').optional() });

const organisationView = z
  .object({
    id: z.string(),
    name: z.string(),
    number: z.string().optional(),
  })
  .meta({ id: 'Organisation' });

/** A step that would carry the case on. `by` lists people who may take it; it is refused until `notBefore`, if given. */
const nextStep = z
  .object({
    command: z.string(),
    body: z.record(z.string(), z.unknown()),
    input: z
      .record(z.string(), z.unknown())
      .describe('JSON Schema of the fields that the user fills in; they are merged into `body`.'),
    by: z.array(z.object({ user: z.string(), name: z.string(), unit: z.string(), role: z.string() })),
    label: z.string(),
    why: z.string(),
    notBefore: z.string().optional(),
  })
  .meta({ id: 'NextStep' });

/** The gate that the case must pass next. `blockers` prevent its decision; `unblock` is the command that removes one. */
const gateView = z
  .object({
    id: gateId,
    label: z.string(),
    decision: z
      .object({
        decision,
        toPhase: phase.optional(),
        route: z.string().optional(),
        at: z.string(),
        by: z.string().nullable(),
        byName: z.string().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
    blockers: z.array(
      z.object({
        code: z.string(),
        item: z.string().optional(),
        label: z.string(),
        owedBy: deadlineParty,
        since: z.string(),
        until: z.string().optional(),
        unblock: z.object({
          command: z.string(),
          fact: z.string().optional(),
          item: z.string().optional(),
          role: z.string(),
          text: z.string(),
        }),
      }),
    ),
  })
  .meta({ id: 'Gate' });

const checklistEntry = z
  .object({
    item: z.string(),
    label: z.string(),
    requirement: named(REQUIREMENTS, REQUIREMENT_LABELS),
    state: named(CHECKLIST_STATES, CHECKLIST_STATE_LABELS),
    by: z.string().optional(),
    byName: z.string().optional(),
    at: z.string().optional(),
    reason: z.string().optional(),
    /** The proof that was given with the tick: a journal number, a document, a section of the memo. */
    reference: z.string().optional(),
    proof: proofView.optional(),
    source: z.string().optional(),
  })
  .meta({ id: 'ChecklistEntry' });

/** What would move the case: the same command and body as a step of `next`, which has the form to fill in. */
const nextAction = z
  .object({ command: z.string(), body: z.record(z.string(), z.unknown()), label: z.string(), text: z.string() })
  .meta({ id: 'NextAction' });

/**
 * Why a case is stuck, or will be if nobody acts: since when, who has to act, and the step to take. The first cause is what would
 * move the case.
 */
export const stuckCause = z.object({
  code: named(STUCK_CODES, STUCK_LABELS),
  label: z.string(),
  since: z.string(),
  owedBy: deadlineParty,
  deadline: z.string().optional(),
  handover: z.string().optional(),
  nextAction,
});

export const stuckView = z
  .object({ is: z.boolean(), causes: z.array(stuckCause), warnings: z.array(stuckCause) })
  .meta({ id: 'Stuck' });

/** Why a case depends too much on one person. */
const risk = z.object({ code: z.string(), label: z.string(), person: z.string().optional() }).meta({ id: 'Risk' });

/** A person with a role in this case only. `now` is true when the role is valid today. */
const caseParty = person
  .extend({
    role: z.string(),
    label: z.string(),
    from: localDate,
    to: localDate.nullable(),
    phases: z.array(phase).optional(),
    now: z.boolean(),
  })
  .meta({ id: 'CaseParty' });

/** A type of command. `allowed` says whether the reader may give it now; `why` says why not. */
const action = z.object({ type: z.string(), allowed: z.boolean(), why: z.string().optional() }).meta({ id: 'Action' });

/** What the case was granted: hours, office space until a date, and state aid (`percent` of the legal limit). */
const balancesView = z
  .object({
    hours: z.object({ granted: z.number(), used: z.number(), left: z.number() }).optional(),
    office: z.object({ until: localDate, daysLeft: z.int() }).optional(),
    aid: z.object({ nok: z.number(), eur: z.number(), percent: z.number() }).optional(),
  })
  .meta({ id: 'Balances' });

export const leg = z.object({
  phase,
  state: coded(LEG_STATE_LABELS),
  from: z.string().optional(),
  to: z.string().optional(),
});

const baton = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    person: z.string(),
    personName: z.string(),
    since: z.string(),
    handover: z.string().optional().describe('The handover that waits for an answer.'),
  })
  .meta({ id: 'Baton' });

export const caseView = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    sensitive: z.boolean().describe('Every reading of the case is logged.'),
    description: z.string().nullable(),
    phase,
    phaseLabel: z.string(),
    phaseSince: z.string(),
    state: caseState,
    stateLabel: z.string(),
    version: z.int(),
    openedAt: z.string(),
    closedAt: z.string().optional(),
    closing: closing.optional(),
    process: z.object({ id: z.string(), version: z.int() }),
    organisation: organisationView.nullable(),
    enquirer: z
      .object({ name: z.string(), email: z.string().optional(), phone: z.string().optional() })
      .nullable()
      .describe('Who wrote or rang at first, with an organisation or without. What they said is `description`.'),
    contact: personWithAbsence.extend({ email: z.string().optional(), phone: z.string().optional() }),
    owner: personWithAbsence,
    deputy: personWithAbsence.nullable(),
    unit: z.string(),
    unitName: z.string(),
    area: z.string().nullable(),
    channel: z.string(),
    origin: z.string(),
    route: z.string().nullable(),
    waitingFor: party.nullable(),
    waitingForLabel: z.string().nullable(),
    legs: z.array(leg).describe('The six phases.'),
    baton: baton.nullable().describe('Who has the case; nobody has one that is closed.'),
    next: z.array(nextStep),
    gate: gateView,
    checklist: z.array(checklistEntry),
    deadlines: z
      .array(deadlineView)
      .describe('Those still owed: open, paused, or breached and not met. All are at `/deadlines`.'),
    balances: balancesView,
    handover: handoverView.nullable(),
    conditions: z.array(condition).describe('On what conditions receivers took over, oldest first; none outside.'),
    demands: z
      .array(demand)
      .describe('What receivers asked for in the last round; it stands until the handover is sent again.'),
    information: z.array(informationView).describe('What the entrepreneur is asked to send, oldest first.'),
    approvals: z.array(approvalView).describe('Oldest first; outside only more time that the entrepreneur asks for.'),
    questions: z.array(questionView).describe('Oldest first; none for readers from outside.'),
    meetings: z.array(meetingView).describe('Oldest first, with what was agreed in them.'),
    stuck: stuckView,
    risks: z.array(risk),
    parties: z.array(caseParty),
    actions: z.array(action),
    documents: z.object({ count: z.int() }).describe('How many the reader sees, those withdrawn left out.'),
    unread: z
      .object({ messages: z.int() })
      .optional()
      .describe(
        'What others wrote and the reader has not said to have read; absent for readers who write no messages.',
      ),
  })
  .meta({ id: 'Collaboration' });

export type CaseView = z.infer<typeof caseView>;

/** A row of `GET /collaborations`. */
export const caseRow = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    phase,
    state: caseState,
    version: z.int(),
    openedAt: z.string(),
    phaseSince: z.string(),
    owner: personWithAbsence,
    unit: z.string(),
    waitingFor: party.nullable(),
    stuck: stuckView,
    risks: z.array(risk),
    organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
    nextDueAt: z.string().nullable(),
  })
  .meta({ id: 'CollaborationRow' });

export const caseList = z
  .object({
    items: z.array(caseRow),
    next: z.string().nullable(),
    total: z.int().optional().describe('How many there are in the whole list, when asked for.'),
    totalIsCapped: z.boolean().optional().describe('There are more than `total`.'),
  })
  .meta({ id: 'CollaborationList' });
