import fc from 'fast-check';
import { openSteps } from '#domain/model/meetings.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { minimalBody, deepMerge } from '#domain/next/minimal-body.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { addMillis } from '#domain/time.js';
import { openSimulatedCase } from '#support/simulated-case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const HOUR = 3_600_000;

/** Random moves: steps that `next` offers, commands that may be refused, and waits in hours. */
export const moveList = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('step' as const), which: fc.nat(5) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), which: fc.integer({ min: 1, max: 900 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('turn' as const), which: fc.nat(18) }) },
  ),
  { minLength: 5, maxLength: 60 },
);

type Situation = Pick<SimulatedCase, 'state' | 'now'>;

/** Commands that turn a case, and who may give them; each may be refused. */
export const COMMANDS: readonly ((simulated: Situation) => [string, CommandBody])[] = [
  (simulated) => [receiver(simulated), { type: 'returnHandover', gaps: 'text:g' }],
  (simulated) => [receiver(simulated), { type: 'declineHandover', reason: 'text:r', alternative: 'text:a' }],
  (simulated) => [simulated.state().owner, { type: 'withdrawHandover', reason: 'text:r' }],
  (simulated) => [
    'kommunedirektor',
    { type: 'suspend', reason: 'text:r', resumeOn: later(simulated, 40), approvedBy: 'kommunedirektor' },
  ],
  (simulated) => [
    simulated.state().owner,
    { type: 'suspend', reason: 'text:r', resumeOn: later(simulated, 40), approvedBy: 'kommunedirektor' },
  ],
  (simulated) => [
    'kommunedirektor',
    { type: 'answerApproval', approval: simulated.state().approvals?.at(-1)?.id ?? '', yes: true, reason: 'text:r' },
  ],
  (simulated) => [
    simulated.state().owner,
    { type: 'retractFact', event: simulated.state().facts.at(-1)?.seq ?? 0, reason: 'text:r' },
  ],
  (simulated) => [simulated.state().owner, { type: 'requestInformation', what: ['text:w', 'text:v'] }],
  (simulated) => [
    simulated.state().owner,
    {
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers: [{ unit: 'kultur', person: 'leder.kultur' }],
      package: 'text:p',
    },
  ],
  () => ['kommunalsjef.velferd', { type: 'stop', reason: 'text:r' }],
  () => ['leder.innovasjon', { type: 'reject', reason: 'text:r', advice: 'text:a', individualDecision: true }],
  (simulated) => [simulated.state().owner, { type: 'reopen', reason: 'text:r' }],
  (simulated) => [
    simulated.state().owner,
    { type: 'planMeeting', template: 'CLARIFICATION', on: later(simulated, 9), at: '10:00' },
  ],
  (simulated) => [
    simulated.state().owner,
    { type: 'moveMeeting', meeting: lastMeeting(simulated), on: later(simulated, 20), at: '14:00', reason: 'text:r' },
  ],
  (simulated) => [
    simulated.state().owner,
    { type: 'cancelMeeting', meeting: lastMeeting(simulated), reason: 'text:r' },
  ],
  (simulated) => [
    simulated.state().owner,
    {
      type: 'holdMeeting',
      template: 'FREE',
      on: osloDateOf(simulated.now()),
      present: [{ entrepreneur: true }],
      nextSteps: [
        { what: 'text:w', owner: { person: simulated.state().owner }, by: later(simulated, 5) },
        { what: 'text:w', owner: { unit: 'kultur' }, by: later(simulated, 12) },
        { what: 'text:w', owner: { entrepreneur: true }, by: later(simulated, 7) },
      ],
    },
  ],
  (simulated) => ['leder.kultur', { type: 'completeNextStep', step: openSteps(simulated.state())[0]?.id ?? '' }],
  (simulated) => [
    simulated.state().owner,
    { type: 'withdrawNextStep', step: openSteps(simulated.state()).at(-1)?.id ?? '', reason: 'text:r' },
  ],
  (simulated) => [
    simulated.state().owner,
    { type: 'correctMeeting', meeting: lastMeeting(simulated), on: osloDateOf(simulated.now()), reason: 'text:r' },
  ],
];

const lastMeeting = ({ state }: Situation): string => state().meetings?.at(-1)?.id ?? '';

function receiver(simulated: Situation): string {
  return simulated.state().handovers.at(-1)?.receivers[0]?.person ?? 'mottak';
}

function later(simulated: Situation, days: number): string {
  return workingDayOnOrAfter(addMillis(simulated.now(), days * 24 * HOUR).slice(0, 10));
}

export interface Move {
  readonly do: 'step' | 'wait' | 'turn';
  readonly which: number;
}

export function playMoves(moves: readonly Move[]): SimulatedCase {
  const simulated = openSimulatedCase('2027-05-10T08:00:00.000Z');
  for (const move of moves) {
    if (move.do === 'wait') simulated.advanceTo(addMillis(simulated.now(), move.which * HOUR));
    else if (move.do === 'turn') {
      const [user, body] = COMMANDS[move.which % COMMANDS.length]?.(simulated) ?? ['mottak', { type: 'resume' }];
      simulated.trySubmit(user, body);
    } else {
      const steps = simulated.next();
      const step = steps[move.which % Math.max(1, steps.length)];
      if (!step || step.notBefore) continue;
      simulated.submit(
        step.by[0]?.user ?? '',
        deepMerge({ type: step.command, ...step.body }, minimalBody(step.input)) as unknown as CommandBody,
      );
    }
  }
  return simulated;
}
