import { describe, expect, it } from '@jest/globals';
import { refuseCommand } from '#domain/case/decide.js';
import { COMMANDS, refsIn } from '#domain/case/commands/command-table.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { newestProcess } from '#processes/versions.js';
import { demoCommandPeople, openSimulatedCase } from '#support/simulated-case.js';
import type { Case } from '#domain/model/case.js';
import type { CommandBody, CommandType } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const MONDAY = '2027-01-11T08:00:00.000Z';
const OWNER = { user: 'mottak', grants: demoCommandPeople['mottak']?.grants ?? [] };
const TYPES = Object.keys(COMMANDS) as CommandType[];

const transfer: CommandBody = {
  type: 'draftHandover',
  purpose: 'TRANSFER',
  receivers: [{ unit: 'kultur', person: 'leder.kultur' }],
  package: 'text:package',
};

/** The commands that the case refuses with this sentence, before it looks at who gives them and what they say. */
function refusedWith(detail: string, state: Case): CommandType[] {
  const ctx = { core: newestProcess, speed: 1, ruleLevel: RULE_LEVEL };
  return TYPES.filter((type) => refuseCommand(ctx, state, OWNER, type)?.detail.nb === detail);
}

describe('a command', () => {
  it('is refused by a closed case, unless it reopens it, is about facts or meetings, or gives a new date', () => {
    const simulated = openSimulatedCase(MONDAY);
    simulated.submit('mottak', { type: 'withdraw', reason: 'text:reason' });
    const refused = refusedWith('Saken er avsluttet.', simulated.state());
    const accepted = TYPES.filter((type) => !refused.includes(type)).sort();
    expect(accepted).toEqual([
      'actOn',
      'answerApproval',
      'askMoreTime',
      'cancelMeeting',
      'chooseEscalated',
      'completeNextStep',
      'correctFact',
      'extend',
      'holdMeeting',
      'moveMeeting',
      'planMeeting',
      'registerFact',
      'reopen',
      'retractFact',
      'takeDebt',
      'withdrawNextStep',
    ]);
  });

  it('is refused by a suspended case when it would carry the case on', () => {
    const simulated = openSimulatedCase(MONDAY);
    const approvedBy = 'leder.innovasjon';
    simulated.submit(approvedBy, { type: 'suspend', reason: 'text:reason', resumeOn: '2027-02-01', approvedBy });
    const refused = refusedWith('Saken er på vent.', simulated.state()).sort();
    expect(refused).toEqual([
      'askDecision',
      'complete',
      'decideGate',
      'draftHandover',
      'resolveLapsed',
      'sendHandover',
      'suspend',
    ]);
  });

  it.each<[CommandBody, readonly string[]]>([
    [{ type: 'assignOwner', owner: 'a' }, ['/owner a user']],
    [{ type: 'nameDeputy', deputy: 'a' }, ['/deputy a user']],
    [{ type: 'changeContact', contact: 'a', note: 'text:note' }, ['/contact a user']],
    [{ type: 'addParty', party: 'a', role: 'mentor' }, ['/party a user']],
    [{ type: 'endParty', party: 'a', role: 'mentor' }, ['/party a user']],
    [{ type: 'suspend', reason: 'text:reason', resumeOn: '2027-02-01', approvedBy: 'a' }, ['/approvedBy a user']],
    [transfer, ['/receivers/0/unit kultur unit', '/receivers/0/person leder.kultur staff']],
  ])('names people and units where its body does: %j', (body, refs) => {
    expect(refsIn(body).map(({ pointer, id, kind }) => `${pointer} ${id} ${kind}`)).toEqual(refs);
  });

  it.each<[string, (simulated: SimulatedCase) => void, CommandBody, string]>([
    ['before anything is drafted', () => undefined, { type: 'sendHandover' }, 'Ingen overlevering er skrevet.'],
    [
      'with no handover open',
      () => undefined,
      { type: 'withdrawHandover', reason: 'text:reason' },
      'Ingen overlevering er åpen.',
    ],
    ['on an open case', () => undefined, { type: 'reopen', reason: 'text:reason' }, 'Saken er åpen.'],
    ['on a case that is not suspended', () => undefined, { type: 'resume' }, 'Saken er ikke på vent.'],
    ['while a handover is unanswered', sendTransfer, transfer, 'En overlevering er sendt og ikke besvart.'],
    ['after it was sent', sendTransfer, { type: 'sendHandover' }, 'Overleveringen er allerede sendt.'],
  ])('is not offered %s, for the reason with which it would be refused', (_when, prepare, body, reason) => {
    const simulated = openSimulatedCase(MONDAY);
    prepare(simulated);
    const actions = simulated.actions(OWNER);
    expect(actions).toContainEqual({ type: body.type, allowed: false, why: expect.objectContaining({ nb: reason }) });
    expect(simulated.trySubmit('mottak', body)?.detail.nb).toBe(reason);
  });
});

function sendTransfer(simulated: SimulatedCase): void {
  simulated.submit('mottak', transfer);
  simulated.submit('mottak', { type: 'sendHandover' });
}
