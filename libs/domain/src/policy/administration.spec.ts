import { describe, expect, it } from '@jest/globals';
import { collaboration } from '#processes/collaboration/document.js';
import {
  isAdmin,
  canChangeAbsence,
  canGrantAll,
  canGrant,
  canNameSubstitute,
  canAdministerUnit,
  MOVERS_OF_MANY_CASES,
} from './administration.js';
import { MANAGER_ROLES } from './permits.js';
import { ROLES } from './roles.js';

const actor = (...grants: [role: string, unit: string][]) => ({
  user: 'kari',
  grants: grants.map(([role, unit]) => ({ role, unit })),
});
const leader = actor(['leder', 'helse']);
const director = actor(['kommunalsjef', 'velferd'], ['kommunalsjef', 'helse'], ['leder', 'velferd']);
const admin = actor(['admin', 'stab']);
const handler = actor(['saksbehandler', 'helse']);

describe('who administers', () => {
  it('an administrator everything, a leader and those above the people of the unit, a case handler nobody', () => {
    expect([admin, leader, director, handler].map((it) => canAdministerUnit(it, 'helse'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([admin, leader, director].map((it) => canAdministerUnit(it, 'nav'))).toEqual([true, false, false]);
    expect([admin, leader].map(isAdmin)).toEqual([true, false]);
  });

  it('a leader gives the roles of the unit, but not their own, nor one that acts everywhere', () => {
    expect(canGrant(leader, 'saksbehandler', 'helse')).toBe(true);
    expect(canGrant(leader, 'nestleder', 'helse')).toBe(true);
    expect(canGrant(leader, 'saksbehandler', 'nav')).toBe(false);
    for (const role of ['leder', 'kommunalsjef', 'admin', 'mottak', 'controller', 'entreprenor']) {
      expect([role, canGrant(leader, role, 'helse')]).toEqual([role, false]);
    }
  });

  it('a director gives a unit its leader, and only an administrator makes an administrator', () => {
    expect(canGrant(director, 'leder', 'helse')).toBe(true);
    expect(canGrant(director, 'kommunalsjef', 'velferd')).toBe(false);
    expect(ROLES.filter((role) => !canGrant(admin, role, 'helse'))).toEqual([]);
  });

  it('nobody changes the e-mail of those who have more than they could give', () => {
    expect(canGrantAll(leader, handler.grants)).toBe(true);
    expect(canGrantAll(leader, [...handler.grants, ...admin.grants])).toBe(false);
    expect(canGrantAll(leader, leader.grants)).toBe(false);
    expect(canGrantAll(director, leader.grants)).toBe(true);
  });

  it('everybody says that they are away themselves; of others only who leads them', () => {
    expect(canChangeAbsence(handler, { id: 'kari', unit: 'helse' })).toBe(true);
    expect(canChangeAbsence(handler, { id: 'ola', unit: 'helse' })).toBe(false);
    expect(canChangeAbsence(leader, { id: 'ola', unit: 'helse' })).toBe(true);
    expect(canChangeAbsence(leader, { id: 'ola', unit: 'nav' })).toBe(false);
  });

  it('everybody names their own substitute; for others only who could give the roles of the one who is away', () => {
    expect(canNameSubstitute(handler, 'kari', handler.grants)).toBe(true);
    expect(canNameSubstitute({ ...leader, user: 'leder' }, 'ola', handler.grants)).toBe(true);
    for (const above of [director, admin, leader])
      expect(canNameSubstitute({ ...leader, user: 'leder' }, 'ola', above.grants)).toBe(false);
    expect(canNameSubstitute({ ...director, user: 'sjef' }, 'ola', leader.grants)).toBe(true);
  });

  it('managers move many cases at once', () => {
    expect([...MOVERS_OF_MANY_CASES].sort()).toEqual(['admin', ...MANAGER_ROLES].sort());
  });
});

describe('the roles', () => {
  it('are those that the process document has words for, and the deputy leader', () => {
    expect(ROLES.filter((role) => !(role in collaboration.roles))).toEqual(['nestleder']);
  });
});
