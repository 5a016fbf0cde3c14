import { isWorkingDay } from '#domain/calendar/holidays.js';
import { addDays } from '#domain/time.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { handOver, nameDeputy, register, take } from '../acts.js';
import { later } from '../days.js';
import { chooseNextStep, meet } from '../course/first-contact.js';
import { conclude, enterPilot, pilotPackage, plan, run } from '../course/pilot.js';
import { writeMemo } from '../course/procurement.js';
import type { LocalDate } from '#domain/time.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story.js';

const buyer = 'innkjoper';
const STANDSTILL_DAYS = 10;

/** 3.1 million with options, published in the EEA. The award is notified; signing must wait for the end of the standstill. */
export const tryggOvergang: Story = {
  organisation: 'Trygg Overgang',
  title: 'Oppfølging av unge fra barnevern til voksenliv',
  description:
    'En fast voksen følger ungdom fra de er sytten til de er tjueen: bolig, skole, økonomi og noen å ringe til.',
  channel: 'referral',
  area: 'barn-og-unge',
  openedOn: (days) => days.by(-304),
  tell(simulation) {
    const { days } = simulation;
    meet(simulation, {
      handler: 'saksbehandler.oppvekst',
      deputy: 'saksbehandler2.oppvekst',
      called: 'Ringte etter tips fra barnevernet.',
      met: 'Møte med to ungdommer som har hatt en fast voksen. Sterke historier og god metode.',
      fit: 'Svarer på et mål i oppvekstplanen.',
    });
    chooseNextStep(simulation, {
      step: 'PILOT',
      unit: 'oppvekst',
      reason: 'Metoden er beskrevet; vi må se om den virker hos oss.',
      answer: 'Skriftlig svar: vi prøver med åtte ungdommer.',
    });
    enterPilot(simulation, {
      unit: 'oppvekst',
      reason: 'Oppvekst er vertsenhet.',
      status: 'Fast voksen for unge ut av barnevernet. Metoden er beskrevet.',
      enteredOn: days.by(-280),
    });
    plan(simulation, {
      hosting: 'oppvekst',
      receiving: 'oppvekst',
      director: 'kommunalsjef.oppvekst',
      conditions: 'Tar imot dersom åtte av ti fortsatt er i skole eller arbeid.',
      plan: 'Pilotplan: åtte ungdommer, fire måneder.',
      baseline: 'Nullpunkt: fem av ti i skole eller arbeid ett år etter barnevernet.',
      reason: 'Viktig gruppe og god plan.',
    });
    run(simulation, days.by(-250), days.on(-106));
    conclude(simulation, {
      director: 'kommunalsjef.oppvekst',
      endedOn: days.by(-128),
      decidedOn: days.by(-109),
      learnt: 'Sju av åtte er i skole eller arbeid.',
      costPerUserNok: 62000,
      operationCostNok: 775000,
      recommendation: 'Bør bli fast tilbud. Må kunngjøres.',
      dialogue: 'Tre møter om metode og omfang, alle med referat.',
      decision: 'SCALE',
      route: 'PART_III_EEA',
      valueNok: 3100000,
      reason: 'Vanlig tjeneste, 3,1 millioner med opsjoner: over EØS-terskelen.',
    });
    handOver(simulation, {
      to: [
        ['innkjop', buyer],
        ['oppvekst', 'leder.oppvekst'],
      ],
      sections: pilotPackage(
        'Piloten viste god effekt. Verdi 3,1 millioner med opsjoner.',
        'Skrive notat om valg av vei.',
      ),
      acceptedOn: days.by(-104),
    });
    take(simulation, 'leder.oppvekst', 'saksbehandler.oppvekst');
    nameDeputy(simulation, 'saksbehandler2.oppvekst');
    runCompetition(simulation);
    notifyAward(simulation);
  },
};

/** From the route memo to the evaluated tenders. The tender period is 30 days. */
function runCompetition(simulation: Stage): void {
  const { days } = simulation;
  simulation.from(days.by(-96));
  writeMemo(simulation, {
    by: buyer,
    memo: 'Vanlig tjeneste, 3,1 millioner med opsjoner. Over EØS-terskelen på 2,5 millioner: åpen konkurranse etter del III, karensperiode minst ti dager.',
    impartial: 'Evalueringsgruppa har ikke vært mentor, pilotleder eller med i piloten.',
  });
  simulation.from(days.by(-84));
  register(simulation, buyer, 'marketDialogueHeld', {
    note: 'Dialogkonferanse med fem aktører. Pilotens resultater ble delt med alle.',
  });
  simulation.from(days.by(-68));
  register(simulation, buyer, 'documentsReady', { note: 'Grunnlaget er gjennomgått av jurist. Ingen produktnavn.' });
  simulation.from(days.by(-60));
  register(simulation, buyer, 'noticePublished', { tenderDays: 30, validUntil: days.on(100) });
  simulation.from(days.by(-48));
  register(simulation, buyer, 'dialogueLogged', { summary: 'To spørsmål fra tilbydere, besvart likt til alle.' });
  simulation.from(days.by(-37));
  register(simulation, buyer, 'dialogueLogged', { summary: 'Ett spørsmål om opsjonene, besvart likt til alle.' });
  simulation.from(days.by(-20));
  register(simulation, buyer, 'impartialityDeclared', {
    impartial: true,
    note: 'Alle i evalueringsgruppa har signert etter at tilbyderne ble kjent.',
  });
  simulation.from(days.by(-14));
  register(simulation, buyer, 'tendersEvaluated', { note: 'Fire tilbud. Protokollen er skrevet.' });
}

/** D is day 6 of 10. When the tender system sends the award on a day off, the buyer registers it on the next working day. */
function notifyAward(simulation: Stage): void {
  const sentOn = awardDate(simulation);
  simulation.on(workingDayOnOrAfter(sentOn));
  const note = 'Meddelt elektronisk til alle fire, med begrunnelse og karensperiode.';
  register(
    simulation,
    buyer,
    'awardNotified',
    { standstillDays: STANDSTILL_DAYS, note },
    isWorkingDay(sentOn) ? undefined : sentOn,
  );
}

/** D-6, or later when days off would otherwise end the standstill before the start. */
function awardDate({ days: { on, startOn } }: Stage): LocalDate {
  return later(on(-6), addDays(startOn, 1 - STANDSTILL_DAYS));
}
