import { countForward } from '#domain/calendar/count.js';
import { addDays } from '#domain/time.js';
import { registerFact, sendHandover, tickItems } from '../actions.js';
import { workingDaysAfter } from '../story-days.js';
import type { LocalDate } from '#domain/time.js';
import type { StoryDays } from '../story-days.js';
import type { StorySimulation } from '../simulation.js';
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
  build(simulation) {
    const { days } = simulation;
    simulation.advanceWorkingDays(1);
    tickItems(simulation, 'mottak', 'enquiryJournaled');
    registerFact(simulation, 'mottak', 'contactMade', {
      note: 'Ringte og takket for sist. De vil i gang til høsten og venter på å få en saksbehandler.',
    });
    simulation.advanceWorkingDays(1);
    requestTakeover(simulation, 'kultur', 'Kultur, som har bydelshuset; Oppvekst har ingen saksbehandler ledig.');
    simulation.advanceToAtLeast(workingDaysAfter(days.workingDayOnOrBefore(-27), 4));
    if (
      simulation.state().deadlines.some(({ kind, state }) => kind === 'firstContact.handler' && state === 'BREACHED')
    ) {
      registerFact(simulation, 'mottak', 'delayExplained', {
        newDate: workingDaysAfter(simulation.today(), 5),
        reason: 'Vi har ikke funnet enheten som skal ha saken. Dere hører fra oss innen en uke.',
      });
    }
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-20));
    declineHandover(
      simulation,
      'kultur',
      'Vi har ikke lokaler ledige etter skoletid.',
      'Helse har arbeidet med unges psykiske helse.',
    );
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-18));
    requestTakeover(simulation, 'helse', 'Helse og mestring, som arbeider med unge.');
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-13));
    declineHandover(
      simulation,
      'helse',
      'Vi prioriterer voksne i år.',
      'NAV har tiltak for studentene som vil hjelpe til.',
    );
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-11));
    requestTakeover(simulation, 'nav', 'NAV Fjordvik, som har tiltak for studenter.');
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-6));
    declineHandover(simulation, 'nav', 'Leksehjelp hører ikke til våre oppgaver.', 'Oppvekst bør se på saken på nytt.');
  },
};

/**
 * The day nearest to D-27 whose one-month deadline falls three or four days after D. When there is none (days off, months of
 * different length), the nearest day whose deadline falls on the first possible day after that.
 */
function openedOn(days: StoryDays): LocalDate {
  const nearest = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5].map((n) => addDays(days.calendarDay(-27), n));
  const endOf = (opened: LocalDate): LocalDate => countForward({ from: opened, count: 1, calendar: 'MONTHS' }).date;
  const candidates = [[3, 4], [5], [6], [7], [8], [9], [10]].flatMap((offsets) => {
    const targetDays = offsets.map((n) => days.calendarDay(n));
    return nearest.find((opened) => targetDays.includes(endOf(opened))) ?? [];
  });
  return candidates[0] ?? days.calendarDay(-27);
}

function requestTakeover(simulation: StorySimulation, unit: string, suggestion: string): void {
  const sections = {
    status: `Ny henvendelse om leksehjelp. Vi tror den hører hjemme i ${suggestion}`,
    openTasks: 'Avklaringsmøte innen femten arbeidsdager og foreløpig svar innen en måned er lovet.',
    firstStep: 'Navngi saksbehandler og ringe entreprenøren.',
  };
  sendHandover(simulation, [[unit, `leder.${unit}`]], sections, 'TRANSFER');
  simulation.advanceWorkingDays(1);
  simulation.submit(`leder.${unit}`, { type: 'acknowledgeHandover' });
}

function declineHandover(simulation: StorySimulation, unit: string, reason: string, alternative: string): void {
  simulation.submit(`leder.${unit}`, { type: 'declineHandover', reason, alternative });
}
