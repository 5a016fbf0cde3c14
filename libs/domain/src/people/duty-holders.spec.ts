import { describe, expect, it } from '@jest/globals';
import { demoDirectory } from '#support/simulated-case.js';
import type { Absence } from '../policy/absence.js';
import type { Directory } from '../policy/directory.js';
import { dutiesOf, peopleOwing, unattendedOn } from './duty-holders.js';

const DAY = '2027-03-01';
const people = { owner: 'saksbehandler.nav', contact: 'saksbehandler.nav', deputy: 'saksbehandler2.nav', unit: 'nav' };

const away = (person: string, substitute: string | null = null): Absence => ({
  person,
  substitute,
  from: DAY,
  to: DAY,
});

const withAbsent = (...absences: readonly Absence[]): Directory => ({ ...demoDirectory, absences });

const owing = (
  directory: Directory,
  party: { readonly role: string; readonly unit?: string; readonly user?: string },
) => peopleOwing(directory, { party: 'MUNICIPALITY', ...party }, people, DAY).map(({ id }) => id);

describe('who at work owes what', () => {
  it('a person owes is that person, the deputy of the owner, or the first substitute at work', () => {
    const owner = { role: 'owner', user: 'saksbehandler.nav', unit: 'nav' };
    expect(owing(demoDirectory, owner)).toEqual(['saksbehandler.nav']);
    expect(owing(withAbsent(away('saksbehandler.nav', 'leder.kultur')), owner)).toEqual(['saksbehandler2.nav']);
    const mentor = { role: 'mentor', user: 'mentor.nav', unit: 'nav' };
    const chain = withAbsent(away('mentor.nav', 'mentor.helse'), away('mentor.helse', 'mentor.oppvekst'));
    expect(owing(chain, mentor)).toEqual(['mentor.oppvekst']);
  });

  it('a person owes for whom nobody acts is the leader of the unit, then those above', () => {
    const mentor = { role: 'mentor', user: 'mentor.nav', unit: 'nav' };
    expect(owing(withAbsent(away('mentor.nav')), mentor)).toEqual(['leder.nav']);
    expect(owing(withAbsent(away('mentor.nav'), away('leder.nav')), mentor)).toEqual(['kommunalsjef.velferd']);
  });

  it('a role owes is every holder at work, and the leader of the unit when none is', () => {
    const handler = { role: 'saksbehandler', unit: 'nav' };
    expect(owing(demoDirectory, handler)).toEqual(['saksbehandler.nav', 'saksbehandler2.nav']);
    expect(owing(withAbsent(away('saksbehandler.nav')), handler)).toEqual(['saksbehandler2.nav']);
    const noneLeft = withAbsent(away('saksbehandler.nav'), away('saksbehandler2.nav'));
    expect(owing(noneLeft, handler)).toEqual(['leder.nav']);
  });

  it('is told the other way round for a query: the duties of a person, and the people without anybody', () => {
    const directory = withAbsent(away('innkjoper'), away('mentor.nav', 'mentor.helse'));
    expect(dutiesOf(directory, 'leder.nav', DAY)).toEqual(expect.arrayContaining(['leder@nav', 'innkjoper@nav']));
    expect(dutiesOf(demoDirectory, 'leder.nav', DAY)).not.toContain('innkjoper@nav');
    expect(unattendedOn(directory, DAY)).toEqual(['innkjoper']);
  });
});
