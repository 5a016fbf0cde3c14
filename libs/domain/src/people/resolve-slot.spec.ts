import { describe, expect, it } from '@jest/globals';
import type { Handover } from '../model/case.js';
import { demoGrants, demoPeople, demoUnits } from '#infra/demo/municipality.js';
import { effectiveGrants } from './effective-grants.js';
import { resolveSlot } from './resolve-slot.js';
import type { SlotContext } from './resolve-slot.js';

const grants = effectiveGrants(demoGrants, demoUnits);
const directory = {
  units: demoUnits,
  users: demoPeople.map(({ id, name, unit, staff }) => ({ id, name, unit, staff, grants: grants.get(id) ?? [] })),
};
const handover = {
  id: 'h1',
  from: { unit: 'nav', person: 'saksbehandler.nav' },
  sentAt: '2027-02-01T08:00:00.000Z',
  receivers: [{ unit: 'kultur', person: 'leder.kultur', state: 'WAITING' }],
} as unknown as Handover;
const theCase = {
  owner: 'saksbehandler.nav',
  deputy: 'saksbehandler2.nav',
  contact: 'mottak',
  entrepreneur: null,
  unit: 'nav',
  handovers: [handover],
};

const who = (slot: string, context: Partial<SlotContext> = {}): string | undefined =>
  resolveSlot(slot, { case: theCase, directory, ...context })?.id;

describe('a receiver slot', () => {
  it('is the relation it names', () => {
    expect(who('owner')).toBe('saksbehandler.nav');
    expect(who('contact')).toBe('mottak');
    expect(who('entrepreneur')).toBeUndefined();
    expect(who('receiver:h1:0')).toBe('leder.kultur');
    expect(who('receiver:h1:7')).toBeUndefined();
    expect(who('manager-of:nav')).toBe('leder.nav');
    expect(who('above:nav')).toBe('kommunalsjef.velferd');
    expect(who('above:receiver')).toBe('kommunalsjef.oppvekst');
    expect(who('above:innkjop')).toBe('leder.stab');
    expect(who('role:jurist@any')).toBe('jurist');
    expect(who('manager-of:case')).toBe('leder.nav');
  });

  it('goes one level up when the manager is the one who owes', () => {
    expect(who('manager-of:kultur', { debtor: 'leder.kultur' })).toBe('kommunalsjef.oppvekst');
    expect(who('above:kultur', { debtor: 'kommunalsjef.oppvekst' })).toBe('kommunedirektor');
    expect(who('manager-of:velferd', { debtor: 'kommunalsjef.velferd' })).toBe('kommunedirektor');
    expect(who('above:stab')).toBe('kommunedirektor');
  });

  it('goes to the deputy while the owner is away, and past a manager who is away', () => {
    const on = '2027-03-02';
    const away = (person: string, substitute: string | null = null): Partial<SlotContext> => ({
      on,
      directory: { ...directory, absences: [{ person, from: on, to: on, substitute }] },
    });
    expect(who('owner', away('saksbehandler.nav'))).toBe('saksbehandler2.nav');
    expect(who('owner', { ...away('saksbehandler.nav'), on: '2027-03-03' })).toBe('saksbehandler.nav');
    expect(who('receiver:h1:0', away('leder.kultur', 'saksbehandler.kultur'))).toBe('saksbehandler.kultur');
    expect(who('receiver:h1:0', away('leder.kultur'))).toBe('leder.kultur');
    expect(who('manager-of:nav', away('leder.nav'))).toBe('kommunalsjef.velferd');
    const acting = directory.users.map((user) =>
      user.id === 'saksbehandler.nav' ? { ...user, grants: [...user.grants, { role: 'leder', unit: 'nav' }] } : user,
    );
    const absences = [{ person: 'leder.nav', from: on, to: on, substitute: null }];
    const covered = { on, directory: { ...directory, users: acting, absences } };
    expect(who('manager-of:nav', covered)).toBe('saksbehandler.nav');
  });
});
