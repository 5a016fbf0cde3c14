import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { simulateCase } from '#domain/case/case-simulation.js';
import { instantOf, millisOf } from '#domain/time.js';
import { OWNER, smallCommand, smallOpening, smallProcess } from './small-process.js';
import type { CaseSimulation } from '#domain/case/case-simulation.js';
import type { Deadline } from '#domain/model/case.js';
import type { Actor, CommandBody } from '#domain/model/command.js';
import type { CaseEvent, EventType } from '#domain/model/events.js';
import type { DeadlineRule, LadderRung, ProcessCore } from '#domain/process/process-document.js';
import type { Instant } from '#domain/time.js';

/** A practice debt of ten calendar days that begins and ends with facts; a test says what it is about. */
export const smallRule: DeadlineRule = {
  nature: 'DEBT',
  effect: 'PRACTICE',
  calendar: 'CALENDAR_DAYS',
  count: 10,
  starts: ['fact:begun'],
  ends: ['fact:done'],
  owedBy: { party: 'MUNICIPALITY', role: 'owner' },
  owedTo: { party: 'MUNICIPALITY', role: 'manager' },
  scope: 'CASE',
};

/** A reminder or an escalation so many calendar days before (negative) or after the due date. */
export const rungAt = (days: number, action: LadderRung['action'] = 'remind'): LadderRung => ({
  rung: `${action} ${days}`,
  days,
  calendar: 'CALENDAR_DAYS',
  from: 'DUE',
  to: [action === 'remind' ? 'debtor' : 'manager-of:case'],
  action,
});

export interface SmallCase extends CaseSimulation {
  readonly core: ProcessCore;
  /** The owner gives a command and it is accepted; then a minute passes. */
  give(body: CommandBody): void;
  /** The leader of the unit puts the case on hold. */
  pause(resumeOn: string): void;
  register(fact: string, on?: string, data?: Record<string, unknown>): void;
  wait(days: number): void;
  deadlinesOf(kind: string): readonly Deadline[];
  eventsOf<T extends EventType>(type: T): Extract<CaseEvent, { type: T }>[];
}

const LEADER: Actor = { user: 'leder.helse', grants: [{ role: 'leder', unit: 'helse' }] };
const anyDay = { by: ['owner'], mayPrecede: true } as const;
const facts = { begun: anyDay, done: anyDay, calledOff: anyDay };

/** A case with just these deadline rules, for what holds of every process. */
export function smallCase(
  deadlines: Readonly<Record<string, Partial<DeadlineRule>>>,
  more: Partial<Pick<ProcessCore, 'ladders' | 'quietPeriods' | 'phases' | 'items' | 'gates'>> = {},
  openedAt: Instant = '2027-02-01T08:00:00.000Z',
): SmallCase {
  const commands = { ...smallProcess.commands };
  for (const type of ['suspend', 'resume', 'extend', 'correctFact', 'retractFact', 'stop', 'tickItem', 'waiveItem'])
    commands[type] = { who: ['owner', 'manager'] };
  const rules = Object.fromEntries(Object.entries(deadlines).map(([kind, rule]) => [kind, { ...smallRule, ...rule }]));
  const core: ProcessCore = { ...smallProcess, facts, commands, deadlines: rules, ...more };
  const opening = { ...smallOpening('small'), number: '2027-0001' };
  const simulation = simulateCase({ core, speed: 1, ruleLevel: RULE_LEVEL }, opening, openedAt);
  let given = 0;
  const later = (millis: number): void => simulation.advanceTo(instantOf(millisOf(simulation.now()) + millis));
  const submit = (body: CommandBody, by: Actor): void => {
    const command = smallCommand(`c${(given += 1)}`, body, by);
    const people = { ...command.people, [LEADER.user]: { unit: 'helse', grants: LEADER.grants } };
    const refusal = simulation.submit({ ...command, people });
    if (refusal) throw new Error(`${JSON.stringify(body)}: ${refusal.code}`);
    later(60_000);
  };
  const give = (body: CommandBody): void => submit(body, OWNER);
  return {
    ...simulation,
    core,
    give,
    pause: (resumeOn) => submit({ type: 'suspend', reason: 'text:r', resumeOn, approvedBy: LEADER.user }, LEADER),
    register: (fact, on, data = {}) => give({ type: 'registerFact', fact, data, ...(on && { on }) }),
    wait: (days) => later(days * 86_400_000),
    deadlinesOf: (kind) => simulation.state().deadlines.filter((it) => it.kind === kind),
    eventsOf: <T extends EventType>(type: T) =>
      simulation.events.filter((event): event is Extract<CaseEvent, { type: T }> => event.type === type),
  };
}
