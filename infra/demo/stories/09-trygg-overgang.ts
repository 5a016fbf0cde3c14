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
const STANDSTILL = 10;

/** 3.1 million with options, announced in the EEA: the award is notified, and nothing may be signed before the standstill is over. */
export const tryggOvergang: Story = {
  organisation: 'Trygg Overgang',
  title: 'Oppfølging av unge fra barnevern til voksenliv',
  description:
    'En fast voksen følger ungdom fra de er sytten til de er tjueen: bolig, skole, økonomi og noen å ringe til.',
  channel: 'referral',
  area: 'barn-og-unge',
  openedOn: (days) => days.by(-304),
  tell(stage) {
    const { days } = stage;
    meet(stage, {
      handler: 'saksbehandler.oppvekst',
      deputy: 'saksbehandler2.oppvekst',
      called: 'Ringte etter tips fra barnevernet.',
      met: 'Møte med to ungdommer som har hatt en fast voksen. Sterke historier og god metode.',
      fit: 'Svarer på et mål i oppvekstplanen.',
    });
    chooseNextStep(stage, {
      step: 'PILOT',
      unit: 'oppvekst',
      reason: 'Metoden er beskrevet; vi må se om den virker hos oss.',
      answer: 'Skriftlig svar: vi prøver med åtte ungdommer.',
    });
    enterPilot(stage, {
      unit: 'oppvekst',
      reason: 'Oppvekst er vertsenhet.',
      status: 'Fast voksen for unge ut av barnevernet. Metoden er beskrevet.',
      enteredOn: days.by(-280),
    });
    plan(stage, {
      hosting: 'oppvekst',
      receiving: 'oppvekst',
      director: 'kommunalsjef.oppvekst',
      conditions: 'Tar imot dersom åtte av ti fortsatt er i skole eller arbeid.',
      plan: 'Pilotplan: åtte ungdommer, fire måneder.',
      baseline: 'Nullpunkt: fem av ti i skole eller arbeid ett år etter barnevernet.',
      reason: 'Viktig gruppe og god plan.',
    });
    run(stage, days.by(-250), days.on(-106));
    conclude(stage, {
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
    handOver(stage, {
      to: [
        ['innkjop', buyer],
        ['oppvekst', 'leder.oppvekst'],
      ],
      words: pilotPackage(
        'Piloten viste god effekt. Verdi 3,1 millioner med opsjoner.',
        'Skrive notat om valg av vei.',
      ),
      acceptedOn: days.by(-104),
    });
    take(stage, 'leder.oppvekst', 'saksbehandler.oppvekst');
    nameDeputy(stage, 'saksbehandler2.oppvekst');
    compete(stage);
    award(stage);
  },
};

/** From the memo to the tenders: 30 days in which nothing may be opened. */
function compete(stage: Stage): void {
  const { days } = stage;
  stage.from(days.by(-96));
  writeMemo(stage, {
    by: buyer,
    memo: 'Vanlig tjeneste, 3,1 millioner med opsjoner. Over EØS-terskelen på 2,5 millioner: åpen konkurranse etter del III, karensperiode minst ti dager.',
    impartial: 'Evalueringsgruppa har ikke vært mentor, pilotleder eller med i piloten.',
  });
  stage.from(days.by(-84));
  register(stage, buyer, 'marketDialogueHeld', {
    note: 'Dialogkonferanse med fem aktører. Pilotens resultater ble delt med alle.',
  });
  stage.from(days.by(-68));
  register(stage, buyer, 'documentsReady', { note: 'Grunnlaget er gjennomgått av jurist. Ingen produktnavn.' });
  stage.from(days.by(-60));
  register(stage, buyer, 'noticePublished', { tenderDays: 30, validUntil: days.on(100) });
  stage.from(days.by(-48));
  register(stage, buyer, 'dialogueLogged', { summary: 'To spørsmål fra tilbydere, besvart likt til alle.' });
  stage.from(days.by(-37));
  register(stage, buyer, 'dialogueLogged', { summary: 'Ett spørsmål om opsjonene, besvart likt til alle.' });
  stage.from(days.by(-20));
  register(stage, buyer, 'impartialityDeclared', {
    impartial: true,
    note: 'Alle i evalueringsgruppa har signert etter at tilbyderne ble kjent.',
  });
  stage.from(days.by(-14));
  register(stage, buyer, 'tendersEvaluated', { note: 'Fire tilbud. Protokollen er skrevet.' });
}

/** Day 6 of 10 on D. What the tender system sends on a day off, the buyer registers the next working day. */
function award(stage: Stage): void {
  const sentOn = awardedOn(stage);
  stage.on(workingDayOnOrAfter(sentOn));
  const note = 'Meddelt elektronisk til alle fire, med begrunnelse og karensperiode.';
  register(
    stage,
    buyer,
    'awardNotified',
    { standstillDays: STANDSTILL, note },
    isWorkingDay(sentOn) ? undefined : sentOn,
  );
}

/** The standstill is still running on the day of the start, however many days off lie between. */
function awardedOn({ days: { on, startOn } }: Stage): LocalDate {
  return later(on(-6), addDays(startOn, 1 - STANDSTILL));
}
