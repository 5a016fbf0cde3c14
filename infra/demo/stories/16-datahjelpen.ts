import { addMonths } from '#domain/time.js';
import { decideGate, completeHandover, agreeOnRole, registerFact, tickItems } from '../actions.js';
import { chooseNextStep, completeFirstContact, passG1 } from '../phases/first-contact.js';
import { beginEvaluation, deliverEvaluationReport } from '../phases/evaluation.js';
import { matchMentor, passG2, logSessions } from '../phases/mentoring.js';
import { startOperation } from '../phases/operation.js';
import { concludePilot, pilotPackage, planPilot, startPilot } from '../phases/pilot.js';
import { signAgreement, runProcurement, writeRouteMemo } from '../phases/procurement.js';
import { routine } from '../routines.js';
import type { Story } from '../story.js';

const mentor = 'mentor.helse';
const owner = 'saksbehandler.helse';

const measuringRoutine = routine(
  'dataPointRecorded',
  1,
  {
    reached: 140,
    costNok: 140000,
    summary: 'Seks måneder: 140 eldre har fått hjelp, ni av ti klarer helsetjenestene på nett selv.',
  },
  {
    reached: 310,
    costNok: 290000,
    summary: 'Tolv måneder: 310 eldre, 28 frivillige. Færre telefoner til servicetorget.',
  },
);

/** All phases, from the enquiry to an evaluated service and a published example. */
export const datahjelpen: Story = {
  organisation: 'Datahjelpen Senior',
  title: 'Ungdom hjelper eldre med digitale tjenester',
  description:
    'Skoleelever holder datakafé på eldresentrene og hjelper med nettbank, helse på nett og telefon. Ungdommene får lønn og attest.',
  channel: 'event',
  area: 'helse-og-mestring',
  openedOn: (days) => days.workingDayOnOrBefore(-828),
  build(simulation) {
    const { days } = simulation;
    const enteredOn = days.workingDayOnOrBefore(-526);
    completeFirstContact(simulation, {
      handler: owner,
      deputy: 'saksbehandler2.helse',
      called: 'Ringte gründeren, som fortsatt går på videregående.',
      met: 'Møte på eldresenteret. Fullt rom og mye latter.',
      fit: 'Enkelt, rimelig og etterspurt.',
    });
    chooseNextStep(simulation, {
      step: 'MENTORING',
      unit: 'helse',
      reason: 'Ung gründer med god idé; trenger noen å spørre.',
      answer: 'Skriftlig svar: vi tilbyr ti timer veiledning.',
    });
    passG1(simulation, {
      step: 'MENTORING',
      unit: 'helse',
      reason: 'Helse og mestring stiller med mentor.',
      to: [['stab', 'mentorkoordinator']],
      sections: { status: 'Datakafé for eldre, holdt av ungdom.', firstStep: 'Koble på mentor.' },
      enteredOn: days.workingDayOnOrBefore(-804),
    });
    matchMentor(simulation, {
      mentor,
      unit: 'helse',
      owner,
      deputy: 'saksbehandler2.helse',
      aims: 'Mål: organisering, timebok og en pilot på to eldresentre.',
    });
    logSessions(simulation, mentor, [
      [days.workingDayOnOrBefore(-792), 2, 'Organisasjonsform og forsikring.'],
      [days.workingDayOnOrBefore(-774), 2, 'Opplæring av ungdommene og taushetsplikt.'],
    ]);
    registerFact(simulation, mentor, 'midwayCheckHeld', { note: 'Midtveis: alt er i rute.' });
    logSessions(simulation, mentor, [[days.workingDayOnOrBefore(-757), 1.5, 'Møte med to eldresentre.']]);
    agreeOnRole(simulation, mentor, { unit: 'helse', kind: 'HOST' });
    logSessions(simulation, mentor, [[days.workingDayOnOrBefore(-741), 2, 'Pilotidé: to eldresentre i fire måneder.']]);
    passG2(simulation, {
      mentor,
      hosting: 'helse',
      receiving: 'helse',
      pilotLead: 'pilotleder.helse',
      deputy: owner,
      idea: 'Datakafé på to eldresentre i fire måneder.',
      sections: { status: 'Veiledningen er ferdig; to eldresentre vil være med.', firstStep: 'Lage pilotplan.' },
      enteredOn: days.workingDayOnOrBefore(-730),
    });
    planPilot(simulation, {
      hosting: 'helse',
      receiving: 'helse',
      director: 'kommunalsjef.velferd',
      conditions: 'Tar imot dersom sentrene vil fortsette.',
      plan: 'Pilotplan: to sentre, tre dager i uka.',
      baseline: 'Nullpunkt: fire av ti klarer helsetjenester på nett selv.',
      reason: 'Lav kostnad og tydelig mål.',
    });
    startPilot(simulation, days.workingDayOnOrBefore(-700), days.calendarDay(-557));
    concludePilot(simulation, {
      director: 'kommunalsjef.velferd',
      endedOn: days.workingDayOnOrBefore(-584),
      decidedOn: days.workingDayOnOrBefore(-560),
      learnt: '92 eldre og elleve ungdommer var med.',
      costPerUserNok: 1300,
      operationCostNok: 290000,
      recommendation: 'Bør bli fast tilbud på alle sentre.',
      dialogue: 'Møte om drift på flere sentre.',
      decision: 'SCALE',
      route: 'PART_I_COMPETITION',
      valueNok: 1280000,
      reason: 'Pilot og fire år med opsjon koster 1,28 millioner: konkurranse etter del I.',
    });
    completeHandover(simulation, {
      to: [
        ['innkjop', 'innkjoper'],
        ['helse', 'leder.helse'],
      ],
      sections: pilotPackage('92 eldre var med i piloten, og sentrene vil fortsette.', 'Skrive notat om valg av vei.'),
      acceptedOn: days.workingDayOnOrBefore(-554),
      deputy: 'saksbehandler.innkjop',
    });
    writeRouteMemo(simulation, {
      by: 'innkjoper',
      memo: 'Verdi 1,28 millioner med pilot og opsjon: over innslagspunktet og under terskelen for kunngjøring. Tre tilbydere inviteres etter del I.',
      impartial: 'Mentor og pilotleder er ikke med i valget.',
    });
    runProcurement(simulation, {
      by: 'innkjoper',
      dialogue: 'Tre aktører invitert til samtale, likt for alle.',
      evaluation: 'Én kunne levere. Protokollen er skrevet.',
    });
    signAgreement(simulation, {
      by: 'innkjoper',
      signedOn: days.workingDayOnOrBefore(-539),
      endsOn: addMonths(enteredOn, 48),
      optionNoticeOn: addMonths(enteredOn, 42),
      valueNok: 1280000,
      receiving: 'helse',
      reason: 'Budsjettet er på plass.',
      to: [
        ['innkjop', 'kontraktsforvalter'],
        ['helse', 'driftsansvarlig.helse'],
      ],
      sections: { status: 'Avtale om datakafé på fem sentre.', firstStep: 'Hold oppstartsmøte.' },
      enteredOn,
    });
    startOperation(simulation, {
      deputy: owner,
      started: 'Datakafé på fem sentre fra denne uka.',
    });
    simulation.overrideRoutines({
      'effect.dataPoint': { ...measuringRoutine, timing: 0 },
      'effect.nextDataPoint': measuringRoutine,
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-103));
    beginEvaluation(simulation, {
      unit: 'helse',
      deputy: 'saksbehandler2.helse',
      reason: 'Tolv måneders data er inne.',
      enteredOn: days.workingDayOnOrBefore(-95),
    });
    deliverEvaluationReport(simulation, {
      deliveredOn: days.workingDayOnOrBefore(-72),
      costPerGoalNok: 1040,
      contribution: 'HIGH',
      limitations: 'Selvrapportert mestring. Sentrene kan ha ulik rekruttering.',
      entrepreneur: 'entreprenor.16',
      comment: 'Vi er stolte. Ungdommene vil gjerne være med og fortelle.',
      approver: 'leder.helse',
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-54));
    registerFact(simulation, 'redaktor', 'examplePublished', { published: true });
    tickItems(simulation, simulation.state().owner, 'archiveExport');
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-48));
    decideGate(simulation, 'kommunalsjef.velferd', {
      toPhase: 'EFFECT_EVALUATION',
      reason: 'Rapporten er godkjent, og tilbudet fortsetter i ordinær drift.',
    });
    registerFact(simulation, 'leder.helse', 'decisionRecorded', {
      decision: 'CONTINUE',
      reason: 'Effekten er god og kostnaden lav. Fortsetter på alle sentre.',
    });
    completeHandover(simulation, {
      to: [
        ['innkjop', 'kontraktsforvalter'],
        ['stab', 'redaktor'],
      ],
      sections: {
        status: 'Evaluert og besluttet videreført. Eksempelet er publisert.',
        firstStep: 'Følge opp avtalen videre.',
      },
      acceptedOn: days.workingDayOnOrBefore(-38),
      deputy: 'saksbehandler2.helse',
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-21));
    simulation.submit(simulation.state().owner, { type: 'complete' });
  },
};
