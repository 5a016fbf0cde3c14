import { count } from '#domain/calendar/count.js';
import { addDays } from '#domain/time.js';
import { register, send, tick } from '../acts.js';
import { workingDaysAfter } from '../days.js';
import type { LocalDate } from '#domain/time.js';
import type { Days } from '../days.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story.js';

/** Three units have declined the case. The front line is still accountable, and the month for a reply is nearly over. */
export const leksekroken: Story = {
  organisation: 'Leksekroken SA',
  title: 'Leksehjelp tre ettermiddager i uka',
  description:
    'Foreldre og studenter gir leksehjelp og et måltid etter skoletid. Vi trenger et lokale og en kommune som vil prøve det på to skoler.',
  channel: 'event',
  area: 'barn-og-unge',
  openedOn,
  tell(simulation) {
    const { days } = simulation;
    simulation.later(1);
    tick(simulation, 'mottak', 'enquiryJournaled');
    register(simulation, 'mottak', 'contactMade', {
      note: 'Ringte og takket for sist. De vil i gang til høsten og venter på å få en saksbehandler.',
    });
    simulation.later(1);
    requestTakeover(simulation, 'kultur', 'Kultur, som har bydelshuset; Oppvekst har ingen saksbehandler ledig.');
    simulation.from(workingDaysAfter(days.by(-27), 4));
    if (
      simulation.state().deadlines.some(({ kind, state }) => kind === 'firstContact.handler' && state === 'BREACHED')
    ) {
      register(simulation, 'mottak', 'delayExplained', {
        newDate: workingDaysAfter(simulation.today(), 5),
        reason: 'Vi har ikke funnet enheten som skal ha saken. Dere hører fra oss innen en uke.',
      });
    }
    simulation.from(days.by(-20));
    declineHandover(
      simulation,
      'kultur',
      'Vi har ikke lokaler ledige etter skoletid.',
      'Helse har arbeidet med unges psykiske helse.',
    );
    simulation.from(days.by(-18));
    requestTakeover(simulation, 'helse', 'Helse og mestring, som arbeider med unge.');
    simulation.from(days.by(-13));
    declineHandover(
      simulation,
      'helse',
      'Vi prioriterer voksne i år.',
      'NAV har tiltak for studentene som vil hjelpe til.',
    );
    simulation.from(days.by(-11));
    requestTakeover(simulation, 'nav', 'NAV Fjordvik, som har tiltak for studenter.');
    simulation.from(days.by(-6));
    declineHandover(simulation, 'nav', 'Leksehjelp hører ikke til våre oppgaver.', 'Oppvekst bør se på saken på nytt.');
  },
};

/**
 * The day nearest to D-27 whose one-month deadline falls three or four days after D. When there is none (days off, months of
 * different length), the nearest day whose deadline falls on the first possible day after that.
 */
function openedOn(days: Days): LocalDate {
  const nearest = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5].map((n) => addDays(days.on(-27), n));
  const endOf = (opened: LocalDate): LocalDate => count({ from: opened, count: 1, calendar: 'MONTHS' }).date;
  const candidates = [[3, 4], [5], [6], [7], [8], [9], [10]].flatMap((offsets) => {
    const targetDays = offsets.map((n) => days.on(n));
    return nearest.find((opened) => targetDays.includes(endOf(opened))) ?? [];
  });
  return candidates[0] ?? days.on(-27);
}

function requestTakeover(simulation: Stage, unit: string, suggestion: string): void {
  const sections = {
    status: `Ny henvendelse om leksehjelp. Vi tror den hører hjemme i ${suggestion}`,
    openTasks: 'Avklaringsmøte innen femten arbeidsdager og foreløpig svar innen en måned er lovet.',
    firstStep: 'Navngi saksbehandler og ringe entreprenøren.',
  };
  send(simulation, [[unit, `leder.${unit}`]], sections, 'TRANSFER');
  simulation.later(1);
  simulation.give(`leder.${unit}`, { type: 'acknowledgeHandover' });
}

function declineHandover(simulation: Stage, unit: string, reason: string, alternative: string): void {
  simulation.give(`leder.${unit}`, { type: 'declineHandover', reason, alternative });
}
