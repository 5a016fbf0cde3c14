import { beforeEach, describe, expect, it } from '@jest/globals';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { redactEvent } from '#domain/policy/visibility.js';
import { newestProcess } from '#processes/versions.js';
import { daysLater, openSimulatedCase } from '#support/simulated-case.js';
import type { Deadline } from '#domain/model/case.js';
import type { CommandBodies } from '#domain/model/command.js';
import type { SimulatedCase } from '#support/simulated-case.js';

const MONDAY = '2027-01-11T08:00:00.000Z';
const OWNER = 'saksbehandler.helse';
const APPROVER = 'leder.helse';
const textKey = (n: number): string => `text:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let simulated: SimulatedCase;
beforeEach(() => {
  simulated = openSimulatedCase(MONDAY);
  simulated.submit(OWNER, { type: 'assignOwner', owner: OWNER });
});

const pause = (more: Partial<CommandBodies['suspend']> = {}) =>
  ({ type: 'suspend', reason: textKey(1), resumeOn: '2027-02-15', approvedBy: APPROVER, ...more }) as const;
const answer = (yes: boolean, approval = 'a1') =>
  ({ type: 'answerApproval', approval, yes, reason: textKey(2) }) as const;
const owed = (kind: string): Deadline => {
  const found = simulated.state().deadlines.find((it) => it.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};

describe('a pause that the owner asks for', () => {
  it('does not begin before a manager has said yes, who owes the answer within three working days', () => {
    simulated.submit(OWNER, pause());
    expect(simulated.state()).toMatchObject({ state: 'OPEN', pauses: [], owner: OWNER });
    const debt = owed('approval.answer');
    expect(debt).toMatchObject({ nature: 'DEBT', state: 'OPEN', dueOn: '2027-01-14' });
    expect(debtor(newestProcess, simulated.state(), debt)).toMatchObject({ unit: 'helse', user: APPROVER });

    simulated.submit(APPROVER, answer(true));
    expect(simulated.state()).toMatchObject({ state: 'SUSPENDED', pauses: [{ resumeOn: '2027-02-15' }] });
    expect(owed('approval.answer').state).toBe('MET');
    expect(simulated.eventsOfType('caseSuspended')[0]).toMatchObject({ by: APPROVER, data: { approvedBy: APPROVER } });
  });

  it('does not begin after a no, and can be asked for again', () => {
    simulated.submit(OWNER, pause());
    simulated.submit(APPROVER, answer(false));
    expect(simulated.state()).toMatchObject({ state: 'OPEN', approvals: [{ answer: { yes: false, by: APPROVER } }] });
    expect(owed('approval.answer').state).toBe('MET');
    simulated.submit(OWNER, pause({ resumeOn: '2027-02-01' }));
    simulated.submit('kommunalsjef.velferd', answer(true, 'a2'));
    expect(simulated.state().state).toBe('SUSPENDED');
  });

  it('that nobody answers is reminded of, and told to those above', () => {
    simulated.submit(OWNER, pause());
    simulated.advanceTo(daysLater(MONDAY, 12));
    expect(owed('approval.answer').state).toBe('BREACHED');
    const told = simulated.events.flatMap(({ type, data }) =>
      (type === 'reminderDue' || type === 'escalated') && data.deadline === owed('approval.answer').id
        ? [[data.rung, ...data.to]]
        : [],
    );
    expect(told).toEqual([
      ['before-1', `user:${APPROVER}`],
      ['due', `user:${APPROVER}`],
      ['manager', 'manager-of:helse'],
      ['director', 'above:helse'],
    ]);
    expect(simulated.state().state).toBe('OPEN');
  });

  it('is not approved by whoever asked for it, by the owner, or by one who was not asked', () => {
    expect(simulated.trySubmit(OWNER, pause({ approvedBy: OWNER }))?.code).toBe('same-person');
    simulated.submit(OWNER, pause());
    expect(simulated.trySubmit(OWNER, answer(true))?.code).toBe('same-person');
    for (const user of ['leder.nav', 'saksbehandler2.helse', 'kommunalsjef.oppvekst'])
      expect(simulated.trySubmit(user, answer(true))).toMatchObject({
        code: 'not-yours',
        more: { approver: { person: APPROVER } },
      });
    expect(simulated.trySubmit(APPROVER, answer(true, 'a9'))?.code).toBe('not-found');
    simulated.submit(APPROVER, answer(false));
    expect(simulated.trySubmit(APPROVER, answer(true))?.code).toBe('superseded');
  });

  it('is not approved by the owner for whom the deputy asked', () => {
    simulated.submit(APPROVER, { type: 'assignOwner', owner: APPROVER });
    simulated.submit(APPROVER, { type: 'nameDeputy', deputy: OWNER });
    expect(simulated.trySubmit(OWNER, pause())?.code).toBe('forbidden');
    simulated.submit(OWNER, pause({ approvedBy: 'kommunalsjef.velferd' }));
    expect(simulated.trySubmit(APPROVER, answer(true))?.code).toBe('same-person');
    simulated.submit('kommunalsjef.velferd', answer(true));
    expect(simulated.state().state).toBe('SUSPENDED');
  });

  it('is not asked for twice, and not approved when its date has passed', () => {
    simulated.submit(OWNER, pause());
    expect(simulated.trySubmit(OWNER, pause())).toMatchObject({ code: 'superseded', more: { approval: 'a1' } });
    simulated.advanceTo('2027-02-15T10:00:00.000Z');
    expect(simulated.trySubmit(APPROVER, answer(true))?.code).toBe('in-the-past');
    simulated.submit(APPROVER, answer(false));
  });

  it('stays inside the municipality until it begins: outside nobody reads what was asked', () => {
    simulated.submit(OWNER, pause());
    simulated.submit(APPROVER, answer(false));
    const shown = simulated.events.map(
      (event) =>
        redactEvent({ document: newestProcess, state: simulated.state() }, event, new Set(['shared']), 'x').data,
    );
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${textKey(1)}|${textKey(2)}`));
  });

  it('is answered by the next step of the manager, with yes or no', () => {
    simulated.submit(OWNER, pause());
    const steps = simulated.next().filter(({ command }) => command === 'answerApproval');
    expect(steps.map(({ body, label }) => [body['yes'], label.nb])).toEqual([
      [true, 'Godkjenn pausen'],
      [false, 'Ikke godkjenn pausen'],
    ]);
    expect(steps[0]?.by[0]).toMatchObject({ user: APPROVER, role: 'approver' });
  });
});

describe('a pause that a manager decides', () => {
  it('in the case of somebody else begins at once, and answers what the owner has asked for', () => {
    simulated.submit(OWNER, pause());
    simulated.submit(APPROVER, pause({ resumeOn: '2027-02-01', approvedBy: 'kommunedirektor' }));
    expect(simulated.state()).toMatchObject({
      state: 'SUSPENDED',
      approvals: [{ id: 'a1', answer: { yes: true, by: APPROVER } }],
    });
    expect(simulated.eventsOfType('caseSuspended')[0]?.data).toMatchObject({ approvedBy: APPROVER });
    expect(owed('approval.answer').state).toBe('MET');
  });

  it('in a case of their own needs another', () => {
    simulated.submit(APPROVER, { type: 'assignOwner', owner: APPROVER });
    expect(simulated.trySubmit(APPROVER, pause())?.code).toBe('same-person');
    simulated.submit(APPROVER, pause({ approvedBy: 'kommunalsjef.velferd' }));
    expect(simulated.state().state).toBe('OPEN');
    expect(debtor(newestProcess, simulated.state(), owed('approval.answer')).user).toBe('kommunalsjef.velferd');
  });
});

describe('a new date for a promise to the entrepreneur', () => {
  const extend = (until = '2027-02-26') =>
    ({ type: 'extend', deadline: 'firstContact.meeting', until, reason: textKey(1) }) as const;

  it('before it is missed is given by the owner', () => {
    simulated.submit(OWNER, extend());
    expect(owed('firstContact.meeting')).toMatchObject({ dueOn: '2027-02-26', state: 'OPEN' });
  });

  describe('that was missed', () => {
    beforeEach(() => simulated.advanceTo('2027-02-03T09:00:00.000Z'));

    it('is given by the manager who approves it, and not before', () => {
      expect(owed('firstContact.meeting').state).toBe('BREACHED');
      simulated.submit(OWNER, extend());
      expect(owed('firstContact.meeting').dueOn).toBe('2027-02-01');
      const debt = owed('approval.answer');
      expect(debtor(newestProcess, simulated.state(), debt)).toMatchObject({ role: 'leder', unit: 'helse' });
      expect(simulated.trySubmit(OWNER, extend())).toMatchObject({ code: 'superseded' });
      expect(simulated.trySubmit(OWNER, answer(true))?.code).toBe('same-person');
      simulated.submit(APPROVER, answer(true));
      expect(owed('firstContact.meeting').dueOn).toBe('2027-02-26');
    });

    it('is not given after a no', () => {
      simulated.submit(OWNER, extend());
      simulated.submit(APPROVER, answer(false));
      expect(owed('firstContact.meeting')).toMatchObject({ dueOn: '2027-02-01', state: 'BREACHED' });
    });

    it('is given at once by a manager who does not have the case', () => {
      simulated.submit(APPROVER, extend());
      expect(owed('firstContact.meeting').dueOn).toBe('2027-02-26');
    });

    it('asked for by the leader who has the case is approved from above', () => {
      simulated.submit(APPROVER, { type: 'assignOwner', owner: APPROVER });
      simulated.submit(APPROVER, extend());
      expect(debtor(newestProcess, simulated.state(), owed('approval.answer'))).toMatchObject({ role: 'kommunalsjef' });
      expect(simulated.trySubmit(APPROVER, answer(true))?.code).toBe('same-person');
      simulated.submit('kommunalsjef.velferd', answer(true));
      expect(owed('firstContact.meeting').dueOn).toBe('2027-02-26');
    });
  });
});
