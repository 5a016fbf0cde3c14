import { addDays } from '#domain/time.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { completeHandover, decideGate, nameDeputy, registerFact, tickItems } from '../actions.js';
import { laterOf } from '../story-days.js';
import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import { concludePilot, enterPilot, pilotPackage, planPilot, startPilot } from '../phases/pilot.js';
import { writeRouteMemo } from '../phases/procurement.js';
import type { StorySimulation } from '../simulation.js';
import type { Story } from '../story.js';

const buyer = 'innkjoper';
const STANDSTILL_DAYS = 10;

/**
 * 3.1 million with options: a social service far below the threshold of Part IV, announced by choice. The award is notified;
 * signing must wait for the end of the standstill that the notice states.
 */
export const tryggOvergang: Story = {
  organisation: 'Trygg Overgang',
  title: 'Oppfølging av unge fra barnevern til voksenliv',
  description:
    'En fast voksen følger ungdom fra de er sytten til de er tjueen: bolig, skole, økonomi og noen å ringe til.',
  channel: 'referral',
  area: 'barn-og-unge',
  openedOn: (days) => days.workingDayOnOrBefore(-304),
  build(simulation) {
    const { days } = simulation;
    completeFirstContact(simulation, {
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
      enteredOn: days.workingDayOnOrBefore(-280),
    });
    planPilot(simulation, {
      hosting: 'oppvekst',
      receiving: 'oppvekst',
      director: 'kommunalsjef.oppvekst',
      conditions: 'Tar imot dersom åtte av ti fortsatt er i skole eller arbeid.',
      plan: 'Pilotplan: åtte ungdommer, fire måneder.',
      baseline: 'Nullpunkt: fem av ti i skole eller arbeid ett år etter barnevernet.',
      reason: 'Viktig gruppe og god plan.',
      personalData: true,
    });
    startPilot(simulation, days.workingDayOnOrBefore(-250), days.calendarDay(-106));
    concludePilot(simulation, {
      director: 'kommunalsjef.oppvekst',
      endedOn: days.workingDayOnOrBefore(-128),
      decidedOn: days.workingDayOnOrBefore(-109),
      learnt: 'Sju av åtte er i skole eller arbeid.',
      costPerUserNok: 62000,
      operationCostNok: 651000,
      recommendation: 'Bør bli fast tilbud. Må kunngjøres.',
      dialogue: 'Tre møter om metode og omfang, alle med referat.',
      decision: 'SCALE',
      route: 'PART_IV_HEALTH_SOCIAL',
      service: 'HEALTH_SOCIAL',
      valueNok: 3100000,
      reason:
        'Sosial tjeneste, 3,1 millioner med pilot og opsjoner. Under terskelen for del IV, men flere kan levere: vi kunngjør likevel.',
    });
    completeHandover(simulation, {
      to: [
        ['innkjop', buyer],
        ['oppvekst', 'leder.oppvekst'],
      ],
      sections: pilotPackage(
        'Piloten viste god effekt. Verdi 3,1 millioner med pilot og opsjoner.',
        'Skrive notat om valg av vei.',
      ),
      acceptedOn: days.workingDayOnOrBefore(-104),
    });
    nameDeputy(simulation, 'saksbehandler.oppvekst');
    runCompetition(simulation);
    decideAward(simulation);
    notifyAward(simulation);
  },
};

/** From the route memo to the evaluated tenders. The tender period is 30 days. */
function runCompetition(simulation: StorySimulation): void {
  const { days } = simulation;
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-96));
  writeRouteMemo(simulation, {
    by: buyer,
    memo: 'Ettervern er en sosial tjeneste. Verdien, 3,1 millioner med pilot og opsjoner, er under 8,7 millioner, så bare del I gjelder. Vi velger å kunngjøre og følge del IV, med begrunnet meddelelse og ti dagers karensperiode.',
    impartial: 'Evalueringsgruppa har ikke vært mentor, pilotleder eller med i piloten.',
  });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-84));
  registerFact(simulation, buyer, 'marketDialogueHeld', {
    note: 'Dialogkonferanse med fem aktører. Pilotens resultater ble delt med alle.',
  });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-68));
  registerFact(simulation, buyer, 'documentsReady', {
    note: 'Grunnlaget er gjennomgått av jurist. Ingen produktnavn.',
  });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-60));
  registerFact(simulation, buyer, 'noticePublished', { tenderDays: 30, validUntil: days.calendarDay(100) });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-48));
  registerFact(simulation, buyer, 'dialogueLogged', { summary: 'To spørsmål fra tilbydere, besvart likt til alle.' });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-37));
  registerFact(simulation, buyer, 'dialogueLogged', { summary: 'Ett spørsmål om opsjonene, besvart likt til alle.' });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-20));
  registerFact(simulation, buyer, 'impartialityDeclared', {
    impartial: true,
    note: 'Alle i evalueringsgruppa har signert etter at tilbyderne ble kjent.',
  });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-14));
  registerFact(simulation, buyer, 'tendersEvaluated', { note: 'Fire tilbud. Protokollen er skrevet.' });
}

/** The receiving unit's manager decides who gets the contract; the award and its standstill follow from that. */
function decideAward(simulation: StorySimulation): void {
  tickItems(simulation, buyer, 'valueEstimate', 'effectClause');
  tickItems(simulation, 'personvern', 'agreementDpa');
  simulation.advanceWorkingDays(1);
  decideGate(simulation, 'leder.oppvekst', {
    toPhase: 'OPERATION',
    reason: 'Det beste tilbudet er innenfor budsjettet, og protokollen er gjennomgått.',
  });
}

/** On the first working day from D-6, or from later when the standstill would otherwise be over before the start. */
function notifyAward(simulation: StorySimulation): void {
  const { calendarDay, startOn } = simulation.days;
  simulation.advanceTo(workingDayOnOrAfter(laterOf(calendarDay(-6), addDays(startOn, 1 - STANDSTILL_DAYS))));
  const note = 'Meddelt elektronisk til alle fire, med begrunnelse og karensperiode.';
  registerFact(simulation, buyer, 'awardNotified', { standstillDays: STANDSTILL_DAYS, note });
}
