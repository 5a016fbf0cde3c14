import { countForward } from '#domain/calendar/count.js';
import { addDays, addMonths } from '#domain/time.js';
import { isWorkingDay } from '#domain/calendar/holidays.js';
import { completeHandover, registerFact } from '../actions.js';
import { isChristmasEve, workingDaysBefore } from '../story-days.js';
import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import { startOperation } from '../phases/operation.js';
import { concludePilot, enterPilot, pilotPackage, planPilot, startPilot } from '../phases/pilot.js';
import { signAgreement, writeRouteMemo } from '../phases/procurement.js';
import type { LocalDate } from '#domain/time.js';
import type { StoryDays } from '../story-days.js';
import type { Story } from '../story.js';

const CHECKPOINT_MONTHS = 6;
const OTHER_OWNERS = ['eier.nabo1', 'eier.nabo2', 'eier.nabo3'];

/** Operation, owned by four municipalities. One professional checkpoint was missed, and the option date is in 80 days. */
export const nyrytme: Story = {
  organisation: 'Nyrytme Læringssenter',
  title: 'Læringssenter for unge som har sluttet på skolen',
  description:
    'Musikk, verksted og små grupper for unge mellom seksten og tjueen. Fire kommuner vil eie senteret sammen og kjøpe plasser.',
  channel: 'email',
  area: 'barn-og-unge',
  openedOn: (days) => days.workingDayOnOrBefore(-559),
  build(simulation) {
    const { days } = simulation;
    const enteredOn = days.workingDayOnOrBefore(-300);
    completeFirstContact(simulation, {
      handler: 'saksbehandler.oppvekst',
      deputy: 'saksbehandler2.oppvekst',
      called: 'Ringte rektor ved senteret. Tre nabokommuner er også interessert.',
      met: 'Møte med senteret og nabokommunene. Eierskap må avklares tidlig.',
      fit: 'For stort for én kommune, riktig størrelse for fire.',
    });
    chooseNextStep(simulation, {
      step: 'PILOT',
      unit: 'oppvekst',
      reason: 'Metoden er kjent; eierformen må prøves.',
      answer: 'Skriftlig svar: vi prøver med tolv plasser sammen med nabokommunene.',
    });
    enterPilot(simulation, {
      unit: 'oppvekst',
      reason: 'Oppvekst er vertsenhet på vegne av fire kommuner.',
      status: 'Læringssenter for unge utenfor skolen. Fire kommuner er med.',
      enteredOn: days.workingDayOnOrBefore(-535),
    });
    planPilot(simulation, {
      hosting: 'oppvekst',
      receiving: 'oppvekst',
      director: 'kommunalsjef.oppvekst',
      conditions: 'Tar imot dersom alle fire kommuner vedtar eierskap.',
      plan: 'Pilotplan: tolv plasser i et semester.',
      baseline: 'Nullpunkt: fire av tolv i skole eller arbeid.',
      reason: 'Fire kommuner deler risikoen.',
    });
    startPilot(simulation, days.workingDayOnOrBefore(-505), days.calendarDay(-362));
    concludePilot(simulation, {
      director: 'kommunalsjef.oppvekst',
      endedOn: days.workingDayOnOrBefore(-390),
      decidedOn: days.workingDayOnOrBefore(-366),
      learnt: 'Ni av tolv i skole eller arbeid.',
      costPerUserNok: 118000,
      operationCostNok: 5600000,
      recommendation: 'Felles eierskap: Fjordvik 40, de tre andre 20 prosent hver.',
      dialogue: 'Møte med eierkommunene om andeler og styre.',
      decision: 'OTHERS',
      route: 'CO_OWNERSHIP',
      valueNok: 2240000,
      reason: 'Eierkonsortium gir kontinuitet og deler kostnaden: 40, 20, 20 og 20 prosent.',
    });
    completeHandover(simulation, {
      to: [
        ['innkjop', 'kontraktsforvalter'],
        ['oppvekst', 'leder.oppvekst'],
      ],
      sections: pilotPackage('Piloten ga ni av tolv skole eller arbeid.', 'Skrive eieravtalen med nabokommunene.'),
      acceptedOn: days.workingDayOnOrBefore(-360),
      deputy: 'saksbehandler.innkjop',
    });
    simulation.advanceWorkingDays(5);
    writeRouteMemo(simulation, {
      by: 'kontraktsforvalter',
      memo: 'Eierkonsortium mellom fire kommuner: Fjordvik 40 prosent, de tre andre 20 prosent hver. Vurdert av jurist.',
      impartial: 'Ingen i Oppvekst har verv i senteret.',
    });
    for (const owner of OTHER_OWNERS)
      simulation.submit(simulation.state().owner, { type: 'addParty', party: owner, role: 'eier' });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-335));
    registerFact(simulation, 'kontraktsforvalter', 'dialogueLogged', {
      summary: 'Møte med eierrepresentantene: utkast til eieravtale gjennomgått.',
    });
    signAgreement(simulation, {
      by: 'kontraktsforvalter',
      signedOn: days.workingDayOnOrBefore(-310),
      endsOn: days.calendarDay(180),
      optionNoticeOn: days.calendarDay(80),
      valueNok: 2240000,
      receiving: 'oppvekst',
      reason: 'Alle fire kommuner har vedtatt eieravtalen.',
      to: [
        ['innkjop', 'kontraktsforvalter'],
        ['oppvekst', 'driftsansvarlig.oppvekst'],
      ],
      sections: {
        status: 'Eieravtalen og leveranseavtalen er signert. Opsjon på to år må varsles i tide.',
        firstStep: 'Holde oppstartsmøte med senteret og de tre andre eierne.',
        agreements: 'Fjordvik 40 prosent; nabokommune 1, 2 og 3 med 20 prosent hver, én eierrepresentant for hver.',
      },
      enteredOn,
    });
    startOperation(simulation, {
      deputy: 'saksbehandler.oppvekst',
      started: 'Senteret åpnet med seksten plasser.',
    });
    simulation.overrideRoutines({ 'operation.checkpoint': null });
    simulation.advanceTo(lastCheckpoint(days));
    registerFact(simulation, 'driftsansvarlig.oppvekst', 'professionalCheckpointHeld', {
      note: 'Fagmøte med alle fire eiere. Neste om seks måneder; nabokommune 2 skulle kalle inn.',
    });
  },
};

/** A working day whose next checkpoint, six months later, was due in the last few working days before D. */
function lastCheckpoint(days: StoryDays): LocalDate {
  for (let back = 1; back <= 4; back += 1) {
    const dueOn = workingDaysBefore(days.D, back);
    for (let shift = 3; shift >= -3; shift -= 1) {
      const candidate = addDays(addMonths(dueOn, -CHECKPOINT_MONTHS), shift);
      const due = countForward({ from: candidate, count: CHECKPOINT_MONTHS, calendar: 'MONTHS' }).date;
      if (isWorkingDay(candidate) && !isChristmasEve(candidate) && due === dueOn) return candidate;
    }
  }
  throw new Error(`no working day lies six months before the last days before ${days.D}`);
}
