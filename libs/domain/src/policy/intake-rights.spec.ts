import { describe, expect, it } from '@jest/globals';
import { isUnitRole, ROLES } from './roles.js';
import { canNameSpeakers, canOpenCaseIn } from './intake-rights.js';

const holder = (role: string, unit = 'helse') => ({ user: 'kari', grants: [{ role, unit }] });
const rolesThat = (may: (role: string) => boolean): string[] => ROLES.filter(may).sort();

describe('a case is opened', () => {
  it('in a unit by those who have cases there, and by the front line in every unit', () => {
    expect(rolesThat((role) => canOpenCaseIn(holder(role), 'helse'))).toEqual([
      'kommunalsjef',
      'kommunedirektor',
      'leder',
      'mottak',
      'saksbehandler',
    ]);
    expect(rolesThat((role) => canOpenCaseIn(holder(role), 'nav') && isUnitRole(role))).toEqual([]);
    expect(canOpenCaseIn(holder('mottak', 'stab'), 'nav')).toBe(true);
  });
});

describe('who speaks for a whole organisation', () => {
  it('is named by the front line and by administrators, whoever has its cases', () => {
    expect(rolesThat((role) => canNameSpeakers(holder(role)))).toEqual(['admin', 'mottak']);
  });
});
