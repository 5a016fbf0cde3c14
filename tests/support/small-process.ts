import type { CaseOpening } from '#domain/case/opening-events.js';
import type { Actor, Command, CommandBody } from '#domain/model/command.js';
import type {
  DeadlineRule,
  GateRule,
  PhaseRule,
  ProcessCore,
  ProcessDocument,
} from '#domain/process/process-document.js';

/** The smallest complete process: two debts with ladders, a fact, a gate. For tests of the machinery, not of the rules. */
const phase: PhaseRule = { gates: ['G1'], inactiveAfterDays: 30 };
const gate: GateRule = { phase: 'FIRST_CONTACT', decider: ['manager'], items: [], outcomes: [] };
const DEBT_TO_ENTREPRENEUR = {
  nature: 'DEBT',
  effect: 'PRACTICE',
  calendar: 'WORKING_DAYS_EEA',
  once: true,
  owedBy: { party: 'MUNICIPALITY', role: 'owner' },
  owedTo: { party: 'ENTREPRENEUR', role: 'entrepreneur' },
  scope: 'CASE',
} as const;

const meeting = {
  ...DEBT_TO_ENTREPRENEUR,
  starts: ['opened'],
  ends: ['fact:meetingHeld'],
  count: 15,
  ladder: 'plain',
} satisfies DeadlineRule;

const answer = {
  ...DEBT_TO_ENTREPRENEUR,
  starts: ['fact:meetingHeld'],
  ends: ['ownerAssigned'],
  count: 5,
  ladder: 'plain',
} satisfies DeadlineRule;

export const smallProcess: ProcessCore = {
  id: 'small',
  version: 1,
  kind: 'collaboration',
  startPhase: 'FIRST_CONTACT',
  phases: {
    FIRST_CONTACT: phase,
    MENTORING: phase,
    PILOT: phase,
    PROCUREMENT: phase,
    OPERATION: phase,
    EFFECT_EVALUATION: phase,
  },
  gates: { G1: gate, G2: gate, G3: gate, G4: gate, G5: gate, G6: gate, G7: gate },
  items: {},
  facts: { meetingHeld: { by: ['owner', 'entrepreneur'] } },
  deadlines: {
    meeting,
    answer,
  },
  ladders: {
    plain: [
      { rung: 'before-1', days: -1, calendar: 'WORKING_DAYS_EEA', from: 'DUE', to: ['debtor'], action: 'remind' },
      { rung: 'due', days: 0, calendar: 'WORKING_DAYS_EEA', from: 'DUE', to: ['debtor'], action: 'remind' },
      {
        rung: 'manager',
        days: 1,
        calendar: 'WORKING_DAYS_EEA',
        from: 'DUE',
        to: ['manager-of:case'],
        action: 'escalate',
      },
    ],
  },
  commands: {
    registerFact: { who: ['owner', 'entrepreneur'] },
    nameDeputy: { who: ['owner'] },
    assignOwner: { who: ['owner', 'manager'] },
    changeContact: { who: ['owner'] },
    withdraw: { who: ['owner', 'entrepreneur'] },
    reopen: { who: ['owner'] },
  },
  routes: {},
  meetings: {},
  quietPeriods: [],
  supportingRoles: [],
};

/** An artificial second version: what is due is due sooner or stuck at once, a visit is a fact, and a case can be put on hold. */
export const secondSmallProcess: ProcessCore = {
  ...smallProcess,
  version: 2,
  facts: { ...smallProcess.facts, siteVisited: { by: ['owner'] } },
  deadlines: { meeting: { ...meeting, count: 5 }, answer: { ...answer, stuckAtOnce: true } },
  commands: { ...smallProcess.commands, suspend: { who: ['owner'] }, resume: { who: ['owner'] } },
};

/** Without labels: these tests show nothing to people. */
export const smallDocument = smallProcess as unknown as ProcessDocument;
export const secondSmallDocument = secondSmallProcess as unknown as ProcessDocument;

export const OWNER: Actor = { user: 'saksbehandler.helse', grants: [{ role: 'saksbehandler', unit: 'helse' }] };
export const COLLEAGUE: Actor = { user: 'saksbehandler2.helse', grants: [{ role: 'saksbehandler', unit: 'helse' }] };
export const OTHER: Actor = { user: 'leder.nav', grants: [{ role: 'leder', unit: 'nav' }] };

export function smallOpening(id: string): Omit<CaseOpening, 'number'> {
  return {
    id,
    organisation: null,
    entrepreneur: 'entreprenor.01',
    owner: OWNER.user,
    unit: 'helse',
    channel: 'web',
    origin: 'enquiry',
    title: `title-${id}`,
    area: null,
    by: null,
  };
}

export function smallCommand(id: string, body: CommandBody, by: Actor = OWNER): Command {
  const named = [OWNER, COLLEAGUE, OTHER];
  const people = Object.fromEntries(named.map(({ user, grants }) => [user, { unit: grants[0]?.unit ?? '', grants }]));
  return { id, hash: JSON.stringify(body), by, people, body };
}

export const meetingHeld: CommandBody = { type: 'registerFact', fact: 'meetingHeld', data: {} };
/** Only the second version has this fact. */
export const siteVisited: CommandBody = { type: 'registerFact', fact: 'siteVisited', data: {} };
