import { count } from '#domain/calendar/count.js';
import { addDays, addMonths } from '#domain/time.js';
import { isWorkingDay } from '#domain/calendar/holidays.js';
import { handOver, register } from '../acts.js';
import { workingDaysBefore } from '../days.js';
import { chooseNextStep, meet } from '../course/first-contact.js';
import { startOperation } from '../course/operation.js';
import { conclude, enterPilot, pilotPackage, plan, run } from '../course/pilot.js';
import { agree, writeMemo } from '../course/procurement.js';
import type { LocalDate } from '#domain/time.js';
import type { Days } from '../days.js';
import type { Story } from '../story.js';

const CHECKPOINT_MONTHS = 6;

/** Owned by four municipalities: in good order, but one professional checkpoint was missed, and the option comes up in 80 days. */
export const nyrytme: Story = {
  organisation: 'Nyrytme Læringssenter',
  title: 'Læringssenter for unge som har sluttet på skolen',
  description:
    'Musikk, verksted og små grupper for unge mellom seksten og tjueen. Fire kommuner vil eie senteret sammen og kjøpe plasser.',
  channel: 'email',
  area: 'barn-og-unge',
  openedOn: (days) => days.by(-559),
  tell(stage) {
    const { days } = stage;
    const enteredOn = days.by(-300);
    meet(stage, {
      handler: 'saksbehandler.oppvekst',
      deputy: 'saksbehandler2.oppvekst',
      called: 'Ringte rektor ved senteret. Tre nabokommuner er også interessert.',
      met: 'Møte med senteret og nabokommunene. Eierskap må avklares tidlig.',
      fit: 'For stort for én kommune, riktig størrelse for fire.',
    });
    chooseNextStep(stage, {
      step: 'PILOT',
      unit: 'oppvekst',
      reason: 'Metoden er kjent; eierformen må prøves.',
      answer: 'Skriftlig svar: vi prøver med tolv plasser sammen med nabokommunene.',
    });
    enterPilot(stage, {
      unit: 'oppvekst',
      reason: 'Oppvekst er vertsenhet på vegne av fire kommuner.',
      status: 'Læringssenter for unge utenfor skolen. Fire kommuner er med.',
      enteredOn: days.by(-535),
    });
    plan(stage, {
      hosting: 'oppvekst',
      receiving: 'oppvekst',
      director: 'kommunalsjef.oppvekst',
      conditions: 'Tar imot dersom alle fire kommuner vedtar eierskap.',
      plan: 'Pilotplan: tolv plasser i et semester.',
      baseline: 'Nullpunkt: fire av tolv i skole eller arbeid.',
      reason: 'Fire kommuner deler risikoen.',
    });
    run(stage, days.by(-505), days.on(-362));
    conclude(stage, {
      director: 'kommunalsjef.oppvekst',
      endedOn: days.by(-390),
      decidedOn: days.by(-366),
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
    handOver(stage, {
      to: [
        ['innkjop', 'kontraktsforvalter'],
        ['oppvekst', 'leder.oppvekst'],
      ],
      words: pilotPackage('Piloten ga ni av tolv skole eller arbeid.', 'Skrive eieravtalen med nabokommunene.'),
      acceptedOn: days.by(-360),
      deputy: 'saksbehandler.innkjop',
    });
    stage.later(5);
    writeMemo(stage, {
      by: 'kontraktsforvalter',
      memo: 'Eierkonsortium mellom fire kommuner: Fjordvik 40 prosent, de tre andre 20 prosent hver. Vurdert av jurist.',
      impartial: 'Ingen i Oppvekst har verv i senteret.',
    });
    stage.from(days.by(-335));
    register(stage, 'kontraktsforvalter', 'dialogueLogged', {
      summary: 'Møte med eierrepresentantene: utkast til eieravtale gjennomgått.',
    });
    agree(stage, {
      by: 'kontraktsforvalter',
      signedOn: days.by(-310),
      endsOn: days.on(180),
      optionNoticeOn: days.on(80),
      valueNok: 2240000,
      receiving: 'oppvekst',
      reason: 'Alle fire kommuner har vedtatt eieravtalen.',
      to: [
        ['oppvekst', 'leder.oppvekst'],
        ['oppvekst', 'driftsansvarlig.oppvekst'],
      ],
      words: {
        status: 'Eieravtalen og leveranseavtalen er signert. Opsjon på to år må varsles i tide.',
        firstStep: 'Holde oppstartsmøte med senteret og de tre andre eierne.',
        owners: 'Fjordvik 40 prosent; nabokommune 1, 2 og 3 med 20 prosent hver, én eierrepresentant for hver.',
      },
      enteredOn,
    });
    startOperation(stage, {
      unit: 'oppvekst',
      owner: 'driftsansvarlig.oppvekst',
      deputy: 'saksbehandler.oppvekst',
      started: 'Senteret åpnet med seksten plasser.',
    });
    stage.keep({ 'operation.checkpoint': null });
    stage.on(lastCheckpoint(days));
    register(stage, 'driftsansvarlig.oppvekst', 'professionalCheckpointHeld', {
      note: 'Fagmøte med alle fire eiere. Neste om seks måneder; nabokommune 2 skulle kalle inn.',
    });
  },
};

/** The working day six months before a day that has only just passed: the next checkpoint was due then and is missed. */
function lastCheckpoint(days: Days): LocalDate {
  for (let back = 1; back <= 4; back += 1) {
    const dueOn = workingDaysBefore(days.D, back);
    for (let shift = 3; shift >= -3; shift -= 1) {
      const held = addDays(addMonths(dueOn, -CHECKPOINT_MONTHS), shift);
      const due = count({ from: held, count: CHECKPOINT_MONTHS, calendar: 'MONTHS' }).date;
      if (isWorkingDay(held) && due === dueOn) return held;
    }
  }
  throw new Error(`no working day lies six months before the last days before ${days.D}`);
}
