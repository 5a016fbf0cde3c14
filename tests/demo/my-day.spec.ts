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
mottak | 2027-0001 | Navngi saksbehandler | 2027-02-04
mottak | 2027-0001 | Send foreløpig svar | 2027-02-05
saksbehandler.oppvekst | 2026-0008 | Hold neste veiledning | 2027-01-29 | for mentor.oppvekst
saksbehandler.oppvekst | 2026-0008 | Spør en enhet om å være vertsenhet | 2027-01-31 | for mentor.oppvekst
leder.oppvekst | 2026-0008 | Avslutt eller forleng kontorplassen | 2027-01-26
kommunalsjef.velferd | 2024-0002 | Godkjenn: Konklusjon | 2027-02-05
kommunalsjef.velferd | 2024-0002 | Godkjenn: Konklusjon | 2027-02-07
kommunalsjef.oppvekst | 2026-0004 | Beslutt hva piloten skal føre til | 2027-01-21
mentorkoordinator | 2026-0008 | Finn en annen mens mentoren er borte | 2027-01-15
mentor.oppvekst | 2026-0008 | Hold neste veiledning | 2027-01-29
mentor.oppvekst | 2026-0008 | Spør en enhet om å være vertsenhet | 2027-01-31
pilotleder.sykehjem | 2026-0007 | Hold midtveisgjennomgang | 2027-02-06
pilotleder.kultur | 2026-0004 | Spør en enhet om å ta imot tilbudet | 2027-01-12
pilotleder.kultur | 2026-0004 | Forklar «Beslutt hva piloten skal føre til» og gi ny dato | 2027-01-22
pilotleder.kultur | 2026-0004 | Lever pilotrapporten | 2027-02-08
pilotleder.hjemme | 2026-0003 | Skriv overleveringen | 2027-02-01
driftsansvarlig.helse | 2024-0001 | Hold kvartalsmøte | 2027-02-08
driftsansvarlig.oppvekst | 2025-0001 | Hold fagmøte | 2027-01-29
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
entreprenor.05 | 2026-0007 | Du får vite hva piloten fører til | 2027-04-30
entreprenor.06 | 2026-0004 | Du får vite hva piloten fører til | 2027-01-21
entreprenor.06 | 2026-0004 | Du får vite hvorfor vi er forsinket, og en ny dato | 2027-01-22
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
kommunalsjef.oppvekst | 2027-0001 | Navngi saksbehandler | 2027-01-18
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

  it('has what was escalated to each manager, with something that the manager can do about it', () => {
    const escalated = (work: Work) => work.managing?.escalated ?? [];
    expect(tableOf(escalated, ({ staff }) => staff)).toEqual(rowsOf(ESCALATED));
    const without = [...works.values()].flatMap(escalated).filter(({ acts }) => acts.length === 0);
    expect(without).toEqual([]);
  });
});
