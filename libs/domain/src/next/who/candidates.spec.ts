import { describe, expect, it } from '@jest/globals';
import { newestProcess } from '#processes/versions.js';
import { demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import type { DirectoryUser } from '../../policy/directory.js';
import type { Case } from '../../model/case.js';
import { EVALUATION_GROUP } from '../../policy/roles.js';
import { actingRole, candidates } from './candidates.js';
import { eligibleStaff } from './eligible-staff.js';
import { eligibleUsers } from '../narrow-schema.js';

const OWNER = 'saksbehandler.helse';

function owned(): Case {
  const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z', { unit: 'helse' });
  simulated.submit('mottak', { type: 'assignOwner', owner: OWNER });
  return simulated.state();
}

const actorOf = ({ id, grants }: DirectoryUser) => ({ user: id, grants });
const offered = (state: Case, ...who: readonly string[]) =>
  candidates(newestProcess, state, demoDirectory, who, actorOf).map(({ id }) => id);

describe('whom a step is offered to', () => {
  it('is the owner first, then the unit, then those above it', () => {
    const state = { ...owned(), deputy: 'saksbehandler2.helse' };
    expect(offered(state, 'manager', 'deputy', 'owner')[0]).toBe(OWNER);
    expect(offered(state, 'manager')).toEqual(['leder.helse', 'kommunalsjef.velferd', 'kommunedirektor']);
    expect(offered(state, 'leder@any')[0]).toBe('leder.helse');
    expect(offered(state, 'owner', 'deputy', 'entrepreneur')).toEqual([OWNER, 'saksbehandler2.helse']);
  });

  it('is only staff who may read the case: the front line in first contact, and nobody of another unit', () => {
    const state = { ...owned(), contact: OWNER };
    expect(offered(state, 'mottak@any')).toEqual(['mottak']);
    expect(offered({ ...state, phase: 'MENTORING' }, 'mottak@any')).toEqual([]);
    expect(offered(state, 'saksbehandler@any')).toEqual([OWNER, 'saksbehandler2.helse']);
  });

  it('is named by the role in which they may', () => {
    const state = owned();
    const inRole = (id: string, ...who: readonly string[]) =>
      demoDirectory.users
        .filter((it) => it.id === id)
        .map((user) => actingRole(newestProcess, state, user, who, actorOf(user)))[0];
    expect(inRole(OWNER, 'manager', 'owner')).toBe('owner');
    expect(inRole('kommunalsjef.velferd', 'owner', 'manager')).toBe('kommunalsjef');
    expect(inRole('jurist', 'jurist@any')).toBe('jurist');
  });
});

describe('who is proposed for a part in a case', () => {
  const barred = (state: Case, person: string): Case => ({
    ...state,
    parties: [{ party: person, role: EVALUATION_GROUP, from: '2027-01-11', to: null }],
  });

  it('is staff of its unit in one of the roles, those of the first role first, and never the owner', () => {
    expect(eligibleStaff(newestProcess, owned(), demoDirectory, ['leder', 'saksbehandler'])).toEqual([
      'leder.helse',
      'saksbehandler2.helse',
    ]);
  });

  it('is nobody who has supported the entrepreneur and evaluates the tenders', () => {
    const state = owned();
    const [mentors, pilotLeads] = [['mentor'], ['pilotleder']].map((roles) => (of: Case) => ({
      staff: eligibleStaff(newestProcess, of, demoDirectory, roles),
      users: eligibleUsers(newestProcess, of, demoDirectory, `${roles[0]}@any`).map(({ id }) => id),
    }));
    expect(mentors?.(state)).toEqual({
      staff: ['mentor.helse'],
      users: ['mentor.helse', 'mentor.nav', 'mentor.oppvekst'],
    });
    expect(mentors?.(barred(state, 'mentor.helse'))).toEqual({ staff: [], users: ['mentor.nav', 'mentor.oppvekst'] });
    expect(pilotLeads?.(barred(state, 'pilotleder.helse')).staff).toEqual([]);
    expect(pilotLeads?.(barred(state, 'mentor.helse')).staff).toEqual(['pilotleder.helse']);
  });
});
