import { addMonths } from '#domain/time.js';
import { agreeOnRole, completeHandover, registerFact, tickItems } from '../actions.js';
import { chooseNextStep, completeFirstContact, passG1 } from '../phases/first-contact.js';
import { beginEvaluation, deliverEvaluationReport } from '../phases/evaluation.js';
import { matchMentor, passG2, logSessions } from '../phases/mentoring.js';
import { startOperation } from '../phases/operation.js';
import { concludePilot, pilotPackage, planPilot, startPilot } from '../phases/pilot.js';
import { signAgreement, runProcurement, writeRouteMemo } from '../phases/procurement.js';
import { routine } from '../routines.js';
import type { Story } from '../story.js';

const mentor = 'mentor.nav';

const measuringRoutine = routine(
  'dataPointRecorded',
  1,
  {
    reached: 7,
    costNok: 122000,
    summary: 'Seks måneder: sju deltakere, fire med fagprøve i sikte. Fravær lavere enn ventet.',
  },
  { reached: 13, costNok: 250000, summary: 'Tolv måneder: 13 deltakere, fem i fast arbeid. Målet var sju.' },
);

/** A mixed result: the report states the cost per goal, one indicator has no baseline, and the decision is due. */
export const bilpleie: Story = {
  organisation: 'Bilpleie med Mening AS',
  title: 'Sertifisert opplæring i bilpleie for dem som vil tilbake i jobb',
  description:
    'Vi lærer opp folk som har vært lenge borte fra arbeidslivet, og gir dem et fagbrev på veien. Verkstedet har plass til åtte.',
  channel: 'phone',
  area: 'arbeid-og-inkludering',
  openedOn: (days) => days.workingDayOnOrBefore(-814),
  build(simulation) {
    const { days } = simulation;
    const enteredOn = days.workingDayOnOrBefore(-490);
    completeFirstContact(simulation, {
      handler: 'saksbehandler.nav',
      deputy: 'saksbehandler2.nav',
      called: 'Ringte tilbake samme dag.',
      met: 'Møte i verkstedet. Dyktige fagfolk, lite erfaring med offentlige kunder.',
      fit: 'Opplæringen er god; forretningsplanen må bli bedre.',
    });
    chooseNextStep(simulation, {
      step: 'MENTORING',
      unit: 'nav',
      reason: 'Trenger veiledning om økonomi og oppfølging før en pilot.',
      answer: 'Skriftlig svar: vi tilbyr veiledning.',
    });
    passG1(simulation, {
      step: 'MENTORING',
      unit: 'nav',
      reason: 'NAV stiller med mentor.',
      to: [['stab', 'mentorkoordinator']],
      sections: { status: 'Bilpleieverksted med opplæring.', firstStep: 'Koble på mentor fra NAV.' },
      enteredOn: days.workingDayOnOrBefore(-790),
    });
    matchMentor(simulation, {
      mentor,
      unit: 'nav',
      owner: 'saksbehandler.nav',
      deputy: 'saksbehandler2.nav',
      aims: 'Mål: bærekraftig økonomi og et opplegg for oppfølging av deltakere.',
    });
    logSessions(simulation, mentor, [
      [days.workingDayOnOrBefore(-780), 2, 'Kalkyle per deltaker.'],
      [days.workingDayOnOrBefore(-762), 2, 'Oppfølgingsplan og samarbeid med opplæringskontoret.'],
    ]);
    registerFact(simulation, mentor, 'midwayCheckHeld', { note: 'Midtveis: god framdrift.' });
    logSessions(simulation, mentor, [
      [days.workingDayOnOrBefore(-744), 2, 'Hva NAV trenger å vite om deltakerne, og hva de ikke trenger.'],
    ]);
    agreeOnRole(simulation, mentor, { unit: 'nav', kind: 'HOST' });
    logSessions(simulation, mentor, [
      [days.workingDayOnOrBefore(-728), 2.5, 'Pilotidé: åtte deltakere i fire måneder.'],
    ]);
    passG2(simulation, {
      mentor,
      hosting: 'nav',
      receiving: 'nav',
      pilotLead: 'pilotleder.nav',
      deputy: 'saksbehandler.nav',
      idea: 'Åtte deltakere i fire måneder, med fagprøve som mål.',
      sections: { status: 'Veiledningen er ferdig; pilotideen er klar.', firstStep: 'Lage pilotplan.' },
      enteredOn: days.workingDayOnOrBefore(-716),
    });
    planPilot(simulation, {
      hosting: 'nav',
      receiving: 'nav',
      director: 'kommunalsjef.velferd',
      conditions: 'Tar imot dersom minst fire får arbeid.',
      plan: 'Pilotplan: åtte deltakere, fire måneder.',
      baseline: 'Nullpunkt målt for arbeid og utdanning. Selvopplevd helse ble ikke målt før start.',
      reason: 'God plan etter veiledningen.',
    });
    startPilot(simulation, days.workingDayOnOrBefore(-686), days.calendarDay(-543));
    concludePilot(simulation, {
      director: 'kommunalsjef.velferd',
      endedOn: days.workingDayOnOrBefore(-570),
      decidedOn: days.workingDayOnOrBefore(-546),
      learnt: 'Fem av åtte i arbeid.',
      costPerUserNok: 34000,
      operationCostNok: 250000,
      recommendation: 'Kjøp åtte plasser, og mål på nytt etter et år.',
      dialogue: 'Møte om kapasitet og sertifisering.',
      decision: 'SCALE',
      route: 'PART_I_COMPETITION',
      valueNok: 1272000,
      reason: 'Pilot og fire års drift koster 1,27 millioner: konkurranse etter del I.',
    });
    completeHandover(simulation, {
      to: [
        ['innkjop', 'innkjoper'],
        ['nav', 'leder.nav'],
      ],
      sections: pilotPackage('Fem av åtte i arbeid etter piloten.', 'Invitere minst tre tilbydere.'),
      acceptedOn: days.workingDayOnOrBefore(-540),
      deputy: 'saksbehandler.innkjop',
    });
    writeRouteMemo(simulation, {
      by: 'innkjoper',
      memo: 'Vanlig tjeneste, 1,27 millioner med pilot og fire år: konkurranse etter del I, tre tilbydere inviteres.',
      impartial: 'Mentor og pilotleder er ikke med i evalueringen.',
    });
    runProcurement(simulation, {
      by: 'innkjoper',
      dialogue: 'Fire verksteder invitert til samtale, likt for alle.',
      evaluation: 'To tilbud. Bilpleie med Mening vant på kvalitet.',
    });
    signAgreement(simulation, {
      by: 'innkjoper',
      signedOn: days.workingDayOnOrBefore(-500),
      endsOn: addMonths(enteredOn, 48),
      valueNok: 1272000,
      receiving: 'nav',
      reason: 'Budsjettet er på plass.',
      to: [
        ['innkjop', 'kontraktsforvalter'],
        ['nav', 'driftsansvarlig.nav'],
      ],
      sections: { status: 'Avtale på fire år for åtte plasser.', firstStep: 'Hold oppstartsmøte.' },
      enteredOn,
    });
    startOperation(simulation, {
      deputy: 'saksbehandler.nav',
      started: 'De første åtte deltakerne begynte.',
    });
    simulation.overrideRoutines({
      'effect.dataPoint': { ...measuringRoutine, timing: 0 },
      'effect.nextDataPoint': measuringRoutine,
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-67));
    beginEvaluation(simulation, {
      unit: 'nav',
      deputy: 'saksbehandler2.nav',
      reason: 'Tolv måneders data er inne.',
      enteredOn: days.workingDayOnOrBefore(-60),
    });
    deliverEvaluationReport(simulation, {
      deliveredOn: days.workingDayOnOrBefore(-22),
      costPerGoalNok: 50000,
      contribution: 'SOME',
      limitations:
        'Selvopplevd helse mangler nullpunkt og vises uten sammenligning. Arbeidsmarkedet ble bedre i perioden.',
      entrepreneur: 'entreprenor.12',
      comment: 'Vi kjenner oss igjen. Fire til får fagbrev i neste måned.',
      approver: 'leder.nav',
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-3));
    registerFact(simulation, 'driftsansvarlig.nav', 'examplePublished', {
      published: false,
      reason: 'Én indikator mangler nullpunkt. Eksempelet skrives når beslutningen er tatt.',
    });
    tickItems(simulation, 'evaluator', 'archiveExport');
  },
};
