import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type { workView } from '#contracts/http/cases/work.js';
import { demoPeople } from '#infra/demo/municipality.js';
import { startTestApi } from '#support/test-api.js';
import type { TestApi } from '#support/test-api.js';

type Work = z.infer<typeof workView>;

/**
 * What My day of every demo user shows when the demonstration starts on Monday 1 February 2027, read line by line as that person:
 * what they owe within five working days, number of the case, task, last day. A person who is not here has nothing to do.
 */
const TASKS = `
mottak | 2027-0001 | Navngi saksbehandler | 2027-01-18
mottak | 2027-0001 | Forklar «Navngi saksbehandler» og gi ny dato | 2027-01-19
mottak | 2027-0001 | Hold avklaringsmøte | 2027-01-26
mottak | 2027-0001 | Forklar «Hold avklaringsmøte» og gi ny dato | 2027-01-27
mottak | 2027-0003 | Ta kontakt med den som henvendte seg | 2027-02-02
mottak | 2027-0003 | Navngi saksbehandler | 2027-02-03
mottak | 2027-0001 | Velg neste steg | 2027-02-04
mottak | 2027-0001 | Send foreløpig svar | 2027-02-05
saksbehandler.oppvekst | 2026-0008 | Hold neste veiledning | 2027-01-29 | for mentor.oppvekst
saksbehandler.oppvekst | 2026-0008 | Finn en vertsenhet | 2027-01-31 | for mentor.oppvekst
leder.oppvekst | 2026-0008 | Avslutt eller forleng kontorplassen | 2027-01-26
kommunalsjef.velferd | 2024-0002 | Ta beslutningen | 2027-02-05
kommunalsjef.oppvekst | 2026-0004 | Beslutt hva piloten skal føre til | 2027-01-21
mentorkoordinator | 2026-0008 | Finn en annen mens mentoren er borte | 2027-01-15
mentor.oppvekst | 2026-0008 | Hold neste veiledning | 2027-01-29
mentor.oppvekst | 2026-0008 | Finn en vertsenhet | 2027-01-31
pilotleder.sykehjem | 2026-0007 | Se gjennom opplysningene som er sendt | 2027-02-03
pilotleder.sykehjem | 2026-0007 | Hold midtveisgjennomgang | 2027-02-06
pilotleder.sykehjem | 2026-0007 | Gjør det som ble avtalt i møtet | 2027-02-08
pilotleder.kultur | 2026-0004 | Finn en ny mottakende enhet | 2027-01-12
pilotleder.kultur | 2026-0004 | Forklar «Beslutt hva piloten skal føre til» og gi ny dato | 2027-01-22
pilotleder.kultur | 2026-0004 | Gjør det som ble avtalt i møtet | 2027-01-22
pilotleder.kultur | 2026-0004 | Forklar «Gjør det som ble avtalt i møtet» og gi ny dato | 2027-01-25
pilotleder.kultur | 2026-0004 | Lever pilotrapporten | 2027-02-08
pilotleder.hjemme | 2026-0003 | Rett mangler eller finn en annen mottaker | 2027-02-01
driftsansvarlig.helse | 2024-0001 | Hold kvartalsmøte | 2027-02-08
driftsansvarlig.oppvekst | 2025-0001 | Hold fagmøte | 2027-01-29
entreprenor.06 | 2026-0004 | Send opplysningene det er bedt om | 2027-02-08
`;

/** What each owes after that: whoever holds a case has it in sight, however far off the date. */
const LATER = `
mottak | 2027-0001 | Rett mangler eller finn en annen mottaker | 2027-02-09
mottak | 2027-0003 | Hold avklaringsmøte | 2027-02-19
mottak | 2027-0003 | Send foreløpig svar | 2027-03-01
mottak | 2027-0003 | Velg neste steg | 2027-03-02
saksbehandler.nav | 2026-0009 | Finn en vertsenhet | 2027-03-02
saksbehandler.nav | 2026-0009 | Gjør klart til beslutning | 2027-04-01
leder.helse | 2024-0001 | Bekreft budsjettet for neste år | 2027-12-01
leder.helse | 2024-0001 | Gjør etterkontroll | 2027-12-15
leder.oppvekst | 2026-0002 | Gjør ferdig det som hviler på beslutningen | 2027-02-16
leder.oppvekst | 2025-0001 | Bekreft budsjettet for neste år | 2027-12-01
leder.nav | 2026-0005 | Gjør klart til beslutning | 2027-02-19
leder.nav | 2026-0009 | Avslutt eller forleng kontorplassen | 2027-03-23
leder.nav | 2024-0002 | Bekreft budsjettet for neste år | 2027-12-01
leder.kultur | 2026-0006 | Send budsjettinnspill | 2027-09-01
leder.kultur | 2026-0001 | Bekreft budsjettet for neste år | 2027-12-01
kommunalsjef.velferd | 2026-0007 | Beslutt hva piloten skal føre til | 2027-04-30
mentor.nav | 2026-0009 | Hold møtet, og si hva som kom ut av det | 2027-02-10
mentor.nav | 2026-0009 | Hold midtveissjekk | 2027-02-15
mentor.nav | 2026-0009 | Hold neste veiledning | 2027-02-24
pilotleder.sykehjem | 2026-0007 | Gi status i piloten | 2027-02-09
pilotleder.sykehjem | 2026-0007 | Avslutt piloten | 2027-04-30
pilotleder.kultur | 2026-0006 | Vurder pausen på nytt | 2027-02-19
pilotleder.kultur | 2026-0006 | Ta saken av vent | 2027-03-19
innkjoper | 2026-0002 | Bruk tilbudene før de går ut | 2027-05-12
kontraktsforvalter | 2025-0001 | Vurder kontraktsrisikoen | 2027-04-12
kontraktsforvalter | 2025-0001 | Avgjør opsjonen | 2027-04-22
kontraktsforvalter | 2025-0001 | Avklar hva som følger når avtalen går ut | 2027-07-31
kontraktsforvalter | 2024-0001 | Vurder kontraktsrisikoen | 2027-08-17
kontraktsforvalter | 2024-0002 | Vurder kontraktsrisikoen | 2027-09-22
kontraktsforvalter | 2026-0001 | Vurder kontraktsrisikoen | 2027-11-18
kontraktsforvalter | 2024-0001 | Avgjør opsjonen | 2029-02-22
kontraktsforvalter | 2026-0001 | Avgjør opsjonen | 2029-05-13
kontraktsforvalter | 2024-0001 | Avklar hva som følger når avtalen går ut | 2029-08-22
kontraktsforvalter | 2024-0002 | Avklar hva som følger når avtalen går ut | 2029-09-29
kontraktsforvalter | 2026-0001 | Avklar hva som følger når avtalen går ut | 2029-11-13
driftsansvarlig.helse | 2024-0001 | Hold fagmøte | 2027-02-22
driftsansvarlig.helse | 2024-0001 | Mål effekten etter 12 og 24 måneder | 2027-08-27
driftsansvarlig.oppvekst | 2025-0001 | Mål effekten etter 12 og 24 måneder | 2027-04-10
driftsansvarlig.oppvekst | 2025-0001 | Hold kvartalsmøte | 2027-04-15
driftsansvarlig.oppvekst | 2025-0001 | Gjør klart til beslutning | 2027-05-07
driftsansvarlig.nav | 2024-0002 | Hold kvartalsmøte | 2027-03-23
driftsansvarlig.nav | 2024-0002 | Hold fagmøte | 2027-03-30
driftsansvarlig.nav | 2024-0002 | Mål effekten etter 12 og 24 måneder | 2027-10-02
driftsansvarlig.kultur | 2026-0001 | Gjennomgå driften | 2027-02-20
driftsansvarlig.kultur | 2026-0001 | Mål effekten etter seks måneder | 2027-05-18
driftsansvarlig.kultur | 2026-0001 | Hold fagmøte | 2027-06-30
entreprenor.03 | 2026-0009 | Send opplysningene det er bedt om | 2027-02-09
entreprenor.05 | 2026-0007 | Gjør det dere ble enige om i møtet | 2027-02-10
entreprenor.10 | 2026-0001 | Gjør det dere ble enige om i møtet | 2027-02-15
`;

/** What the same person owes in the case besides, and the same step ends: case, task, and what stands with it. */
const ALSO = `
mottak | 2027-0001 | Navngi saksbehandler | Gjør klart til beslutning | 2027-02-04
mottak | 2027-0003 | Navngi saksbehandler | Gjør klart til beslutning | 2027-03-02
saksbehandler.oppvekst | 2026-0008 | Finn en vertsenhet | Gjør klart til beslutning | 2027-03-02
leder.oppvekst | 2026-0008 | Finn en vertsenhet | Gjør klart til beslutning | 2027-03-02
leder.kultur | 2026-0004 | Lever pilotrapporten | Gjør klart til beslutning | 2027-02-10
leder.kultur | 2026-0001 | Mål effekten etter seks måneder | Gjør klart til beslutning | 2027-12-13
leder.sykehjem | 2026-0007 | Avslutt piloten | Gjør klart til beslutning | 2027-05-31
kommunalsjef.velferd | 2024-0002 | Ta beslutningen | Ta beslutningen | 2027-02-07
mentor.oppvekst | 2026-0008 | Finn en vertsenhet | Gjør klart til beslutning | 2027-03-02
pilotleder.sykehjem | 2026-0007 | Avslutt piloten | Gjør klart til beslutning | 2027-05-31
pilotleder.kultur | 2026-0004 | Lever pilotrapporten | Gjør klart til beslutning | 2027-02-10
pilotleder.kultur | 2026-0006 | Ta saken av vent | Ta saken av vent eller avslutt den | 2027-07-19
driftsansvarlig.nav | 2024-0002 | Ta beslutningen | Ta beslutningen | 2027-02-07
driftsansvarlig.kultur | 2026-0001 | Mål effekten etter seks måneder | Gjør klart til beslutning | 2027-12-13
`;

/** What somebody from outside waits for, in the words in which it was promised. */
const PROMISED = `
entreprenor.01 | 2027-0003 | Vi tar kontakt med deg | 2027-02-02
entreprenor.01 | 2027-0003 | Du får navnet på saksbehandleren din | 2027-02-03
entreprenor.01 | 2027-0003 | Vi møter deg | 2027-02-19
entreprenor.01 | 2027-0003 | Du får et foreløpig svar | 2027-03-01
entreprenor.01 | 2027-0003 | Du får vite hva som er neste steg | 2027-03-02
entreprenor.02 | 2027-0001 | Du får navnet på saksbehandleren din | 2027-01-18
entreprenor.02 | 2027-0001 | Du får vite hvorfor vi er forsinket, og en ny dato | 2027-01-19
entreprenor.02 | 2027-0001 | Vi møter deg | 2027-01-26
entreprenor.02 | 2027-0001 | Du får vite hvorfor vi er forsinket, og en ny dato | 2027-01-27
entreprenor.02 | 2027-0001 | Du får vite hva som er neste steg | 2027-02-04
entreprenor.02 | 2027-0001 | Du får et foreløpig svar | 2027-02-05
entreprenor.05 | 2026-0007 | Vi ser gjennom det du har sendt | 2027-02-03
entreprenor.05 | 2026-0007 | Vi gjør det vi ble enige om i møtet | 2027-02-08
entreprenor.05 | 2026-0007 | Du får vite hva piloten fører til | 2027-04-30
entreprenor.06 | 2026-0004 | Du får vite hva piloten fører til | 2027-01-21
entreprenor.06 | 2026-0004 | Du får vite hvorfor vi er forsinket, og en ny dato | 2027-01-22
entreprenor.06 | 2026-0004 | Vi gjør det vi ble enige om i møtet | 2027-01-22
entreprenor.06 | 2026-0004 | Du får vite hvorfor vi er forsinket, og en ny dato | 2027-01-25
entreprenor.09 | 2026-0002 | Karensperioden løper | 2027-02-05
entreprenor.12 | 2024-0002 | Du får vite hva evalueringen fører til | 2027-02-07
entreprenor.14 | 2026-0010 | Klagefrist | 2027-02-12
entreprenor.15 | 2026-0006 | Vi tar opp saken igjen | 2027-03-19
`;

/** What was escalated to each manager and not yet acted on. */
const ESCALATED = `
leder.oppvekst | 2026-0008 | Finn en annen mens mentoren er borte | 2027-01-15
leder.oppvekst | 2027-0001 | Navngi saksbehandler | 2027-01-18
leder.oppvekst | 2027-0001 | Hold avklaringsmøte | 2027-01-26
leder.oppvekst | 2026-0008 | Hold neste veiledning | 2027-01-29
leder.oppvekst | 2025-0001 | Hold fagmøte | 2027-01-29
leder.oppvekst | 2026-0008 | Finn en vertsenhet | 2027-01-31
leder.kultur | 2026-0004 | Finn en ny mottakende enhet | 2027-01-12
leder.kultur | 2026-0004 | Gjør det som ble avtalt i møtet | 2027-01-22
kommunalsjef.oppvekst | 2026-0004 | Finn en ny mottakende enhet | 2027-01-12
kommunalsjef.oppvekst | 2026-0008 | Finn en annen mens mentoren er borte | 2027-01-15
kommunalsjef.oppvekst | 2027-0001 | Navngi saksbehandler | 2027-01-18
kommunalsjef.oppvekst | 2026-0004 | Gjør det som ble avtalt i møtet | 2027-01-22
kommunalsjef.oppvekst | 2026-0008 | Avslutt eller forleng kontorplassen | 2027-01-26
kommunedirektor | 2026-0004 | Beslutt hva piloten skal føre til | 2027-01-21
`;

let api: TestApi;
const works = new Map<string, Work>();
beforeAll(async () => {
  api = await startTestApi({ temporal: 'down', seed: 'demo', at: '2027-02-01T08:00:00.000Z' });
  for (const { id } of demoPeople) {
    const agent = await api.signInAs(id);
    const { body } = await agent.get('/api/v1/me/work?limit=100').set('Accept-Language', 'nb').expect(200);
    works.set(id, body as Work);
  }
}, 120_000);
afterAll(() => api.close());

type Lines = (work: Work) => readonly Work['today'][number][];

/** The rows of everybody, in the order in which the page shows them. */
const tableOf = (lines: Lines, whose: (person: (typeof demoPeople)[number]) => boolean): string[] =>
  demoPeople.filter(whose).flatMap(({ id }) => {
    const work = works.get(id);
    return (work ? lines(work) : []).map(({ collaboration: { number }, deadline: { task, dueOn }, for: absent }) =>
      [id, number, task, dueOn, ...(absent ? [`for ${absent.id}`] : [])].join(' | '),
    );
  });
const rowsOf = (table: string): string[] => table.trim().split('\n').filter(Boolean);

describe('My day of every demo user, when the demonstration starts', () => {
  it('has what each owes, in words that make sense to that person', () => {
    expect(
      tableOf(
        ({ overdue, today, soon }) => [...overdue, ...today, ...soon],
        () => true,
      ),
    ).toEqual(rowsOf(TASKS));
  });

  it('has what each owes later, after that, and so everybody who is to carry a case on', () => {
    expect(
      tableOf(
        ({ later }) => later,
        () => true,
      ),
    ).toEqual(rowsOf(LATER));
  });

  it('shows what one step ends once, by the earliest date', () => {
    const together = demoPeople.flatMap(({ id }) => {
      const { overdue = [], today = [], soon = [], later = [], waiting = [] } = works.get(id) ?? {};
      return [...overdue, ...today, ...soon, ...later, ...waiting].flatMap(({ collaboration, deadline, also }) =>
        also.map(({ label, dueOn }) => [id, collaboration.number, deadline.task, label, dueOn].join(' | ')),
      );
    });
    expect(together).toEqual(rowsOf(ALSO));
  });

  it('has what each from outside waits for, as it was promised, and no step of the municipality', () => {
    expect(
      tableOf(
        ({ waiting }) => waiting,
        ({ staff }) => !staff,
      ),
    ).toEqual(rowsOf(PROMISED));
    const acts = demoPeople.filter(({ staff }) => !staff).flatMap(({ id }) => works.get(id)?.waiting ?? []);
    expect(acts.filter(({ deadline: { act } }) => act !== undefined)).toEqual([]);
  });

  it('has no two buttons of one person on one case with the same words', () => {
    const labels = [...works].flatMap(([id, { overdue, today, soon, later, managing }]) => [
      ...[...overdue, ...today, ...soon, ...later].flatMap(({ collaboration: { number }, deadline: { act } }) =>
        act ? `${id} | ${number} | ${act.label}` : [],
      ),
      ...(managing?.escalated ?? []).flatMap(({ collaboration: { number }, acts }) =>
        acts.map(({ label }) => `${id} | ${number} | ${label}`),
      ),
    ]);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    expect(labels.filter((label) => label.includes('«'))).not.toEqual([]);
  });

  it('names a person in every cause of a case that stands still', () => {
    const stuck = [...works.values()].flatMap(({ managing }) => managing?.stuck ?? []);
    expect(stuck.filter(({ cause: { owedBy } }) => owedBy.name === undefined)).toEqual([]);
    expect(stuck.length).toBeGreaterThan(5);
  });

  it('has what was escalated to each manager, with something that the manager can do about it', () => {
    const escalated = (work: Work) => work.managing?.escalated ?? [];
    expect(tableOf(escalated, ({ staff }) => staff)).toEqual(rowsOf(ESCALATED));
    const without = [...works.values()].flatMap(escalated).filter(({ acts }) => acts.length === 0);
    expect(without).toEqual([]);
  });
});
