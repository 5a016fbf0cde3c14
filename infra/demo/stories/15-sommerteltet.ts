import { addDays, weekday } from '#domain/time.js';
import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import { enterPilot, planPilot, startPilot } from '../phases/pilot.js';
import { isWorkingDay } from '#domain/calendar/holidays.js';
import type { LocalDate } from '#domain/time.js';
import type { StoryDays } from '../story-days.js';
import type { StorySimulation } from '../simulation.js';
import type { Story } from '../story.js';

const THURSDAY = 4;

/** Suspended for the second time. The first pause moved the deadlines of house rules; this one ends after a council meeting. */
export const sommerteltet: Story = {
  organisation: 'Sommerteltet Aktivitet',
  title: 'Åpent aktivitetstelt i boligområdene',
  description:
    'Et stort telt med idrett, musikk og mat som flyttes mellom boligområdene i feriene. Ungdom er med og driver det.',
  channel: 'event',
  area: 'kultur-og-fritid',
  openedOn: (days) => days.workingDayOnOrBefore(-179),
  build(simulation) {
    const { days } = simulation;
    completeFirstContact(simulation, {
      handler: 'saksbehandler.kultur',
      deputy: 'leder.kultur',
      called: 'Ringte; de har telt og utstyr fra en annen by.',
      met: 'Møte med laget og to ungdomsledere.',
      fit: 'Når barn som ikke reiser bort i feriene.',
    });
    chooseNextStep(simulation, {
      step: 'PILOT',
      unit: 'kultur',
      reason: 'Kan prøves i ett boligområde med midler vi har.',
      answer: 'Skriftlig svar: vi prøver i ett område.',
    });
    enterPilot(simulation, {
      unit: 'kultur',
      reason: 'Kultur er vertsenhet.',
      status: 'Aktivitetstelt i boligområdene. Prøves i ett område først.',
      enteredOn: days.workingDayOnOrBefore(-155),
    });
    planPilot(simulation, {
      hosting: 'kultur',
      receiving: 'kultur',
      director: 'kommunalsjef.oppvekst',
      conditions: 'Tar imot dersom kommunestyret setter av midler.',
      plan: 'Pilotplan: ett område, tre perioder.',
      baseline: 'Nullpunkt: ingen aktivitet i området i feriene.',
      reason: 'Rimelig utprøving.',
    });
    startPilot(simulation, days.workingDayOnOrBefore(-125), days.calendarDay(90));
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-80));
    suspend(simulation, days.workingDayOnOrBefore(-59), 'Teltet ble skadet i vind og er til reparasjon i tre uker.');
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-59));
    simulation.submit('pilotleder.kultur', { type: 'resume' });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-12));
    suspend(
      simulation,
      afterCouncil(days),
      'Videre finansiering avgjøres i budsjettmøtet. Vi venter på vedtaket før vi binder mer.',
    );
  },
};

function suspend(simulation: StorySimulation, resumeOn: LocalDate, reason: string): void {
  simulation.submit(simulation.state().owner, {
    type: 'suspend',
    reason,
    resumeOn,
    approvedBy: 'kommunalsjef.oppvekst',
  });
  simulation.submit('kommunalsjef.oppvekst', {
    type: 'answerApproval',
    approval: simulation.state().approvals?.at(-1)?.id ?? '',
    yes: true,
    reason: 'Grunnen er god, og datoen for å ta saken opp igjen er satt.',
  });
}

/** The day after the first council meeting (a Thursday) from D+40 on. */
function afterCouncil(days: StoryDays): LocalDate {
  let day = days.calendarDay(40);
  while (weekday(day) !== THURSDAY || !isWorkingDay(day)) day = addDays(day, 1);
  return addDays(day, 1);
}
