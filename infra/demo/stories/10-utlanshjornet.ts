import { addMonths } from '#domain/time.js';
import { completeHandover, holdMeeting, registerFact } from '../actions.js';
import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import { startOperation } from '../phases/operation.js';
import { concludePilot, enterPilot, pilotPackage, planPilot, startPilot } from '../phases/pilot.js';
import { signAgreement, writeRouteMemo } from '../phases/procurement.js';
import type { StorySimulation } from '../simulation.js';
import type { Story } from '../story.js';

/** Started by a council decision and run by a foundation; the municipality keeps follow-up and budget. */
export const utlanshjornet: Story = {
  organisation: 'Utlånshjørnet',
  title: 'Gratis utlån av sports- og friluftsutstyr',
  description:
    'Kommunestyret har bedt administrasjonen finne ut hvordan alle barn kan få låne utstyr. Stiftelsen Havnestuen er villig til å drive det sammen med frivillige.',
  channel: 'referral',
  area: 'kultur-og-fritid',
  origin: 'political',
  openedOn: (days) => days.workingDayOnOrBefore(-324),
  build(simulation) {
    const { days } = simulation;
    const enteredOn = days.workingDayOnOrBefore(-80);
    completeFirstContact(simulation, {
      handler: 'saksbehandler.kultur',
      deputy: 'leder.kultur',
      called: 'Ringte daglig leder i stiftelsen etter vedtaket i kommunestyret.',
      met: 'Møte med stiftelsen og utvalgssekretæren om hva vedtaket krever.',
      fit: 'Følger av politisk vedtak; stiftelsen har lokale og frivillige.',
    });
    registerFact(simulation, 'saksbehandler.kultur', 'receiptSent', {
      note: 'Brev til stiftelsen om at saken er tatt opp, med kontaktperson.',
    });
    chooseNextStep(simulation, {
      step: 'PILOT',
      unit: 'kultur',
      reason: 'Kommunestyret vil ha en utprøving før fast tilskudd.',
      answer: 'Skriftlig svar til stiftelsen, med kopi til utvalget.',
    });
    enterPilot(simulation, {
      unit: 'kultur',
      reason: 'Oppdrag fra kommunestyret; Kultur er vertsenhet.',
      status: 'Utlån av utstyr i Havnestuens lokale. Politisk oppdrag med svar innen et år.',
      enteredOn: days.workingDayOnOrBefore(-300),
    });
    planPilot(simulation, {
      hosting: 'kultur',
      receiving: 'kultur',
      director: 'kommunalsjef.oppvekst',
      conditions: 'Tar imot som avtaleeier; driften ligger hos stiftelsen.',
      plan: 'Pilotplan: én sesong, to åpne dager i uka.',
      baseline: 'Nullpunkt: tre av ti fjerdeklassinger mangler vinterutstyr.',
      reason: 'I tråd med vedtaket.',
    });
    startPilot(simulation, days.workingDayOnOrBefore(-270), days.calendarDay(-128));
    concludePilot(simulation, {
      director: 'kommunalsjef.oppvekst',
      endedOn: days.workingDayOnOrBefore(-150),
      decidedOn: days.workingDayOnOrBefore(-130),
      learnt: '1 900 utlån til 640 barn.',
      costPerUserNok: 430,
      operationCostNok: 640000,
      recommendation: 'Overlat driften til stiftelsen på en treårig avtale.',
      dialogue: 'Møte med stiftelsen om ansvar for vedlikehold og forsikring.',
      decision: 'OTHERS',
      route: 'THIRD_PARTY_OPERATION',
      valueNok: 3200000,
      reason:
        'Tre år med opsjon på to. Stiftelsen har lokale, frivillige og tillit. Kommunen trenger ikke å drive dette selv.',
    });
    completeHandover(simulation, {
      to: [
        ['innkjop', 'kontraktsforvalter'],
        ['kultur', 'leder.kultur'],
      ],
      sections: pilotPackage(
        '1 900 utlån i piloten. Driften skal ligge hos Havnestuen.',
        'Skrive driftsavtalen sammen med jurist.',
      ),
      acceptedOn: days.workingDayOnOrBefore(-125),
      deputy: 'saksbehandler.innkjop',
    });
    simulation.advanceWorkingDays(5);
    writeRouteMemo(simulation, {
      by: 'kontraktsforvalter',
      memo: 'Driftsavtale med en stiftelse uten vederlag utover tilskudd; vurdert ikke å være en anskaffelse. Støtten er ført.',
      impartial: 'Ingen i Kultur sitter i styret for stiftelsen.',
    });
    registerFact(simulation, 'tilskuddsforvalter', 'aidAwarded', {
      kind: 'GRANT',
      amountNok: 1920000,
      nokPerEur: 11.5,
      basis: 'Driftstilskudd på 640 000 kroner i tre år; stiftelsen har ikke oppgitt annen støtte.',
    });
    signAgreement(simulation, {
      by: 'kontraktsforvalter',
      signedOn: days.workingDayOnOrBefore(-90),
      endsOn: addMonths(enteredOn, 36),
      optionNoticeOn: addMonths(enteredOn, 30),
      valueNok: 3200000,
      receiving: 'kultur',
      reason: 'Avtalen er i tråd med kommunestyrets vedtak.',
      to: [
        ['innkjop', 'kontraktsforvalter'],
        ['kultur', 'driftsansvarlig.kultur'],
      ],
      sections: {
        status: 'Driftsavtalen er signert for tre år, med opsjon på to.',
        firstStep: 'Holde oppstartsmøte med stiftelsen innen ti arbeidsdager.',
        agreements:
          'Stiftelsen driver; kommunen følger opp, bekrefter budsjettet hvert år og rapporterer til kommunestyret.',
      },
      enteredOn,
    });
    startOperation(simulation, {
      deputy: 'saksbehandler.kultur',
      started: 'Første utlån hos Havnestuen. Avtalen gjelder fra i dag.',
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-30));
    holdMeeting(simulation, 'driftsansvarlig.kultur', {
      template: 'CHECKPOINT',
      summary: 'Fagmøte med stiftelsen: 310 utlån den første måneden. Rapport til kommunestyret er avtalt.',
      nextSteps: [
        {
          what: 'Lage fast oppsett for månedstall, så rapporten til kommunestyret kan skrives av dem',
          owner: { person: 'driftsansvarlig.kultur' },
          by: days.workingDayOnOrBefore(-15),
        },
        {
          what: 'Sende tall for utlån og vedlikehold fra de tre første månedene',
          owner: { entrepreneur: true },
          by: days.workingDayOnOrAfter(14),
        },
      ],
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-20));
    const done = { note: 'Oppsettet er sendt stiftelsen og ligger i saken.' };
    simulation.submit('driftsansvarlig.kultur', { type: 'completeNextStep', step: 's1', ...done });
    bringPapers(simulation);
  },
};

/** The agreement, which both sides read, and a memo, which only the municipality does. */
function bringPapers(simulation: StorySimulation): void {
  simulation.bringDocument('kontraktsforvalter', {
    title: 'Driftsavtale med stiftelsen',
    kind: 'AGREEMENT',
    visibility: 'SHARED',
    file: 'Driftsavtale.pdf',
    paragraphs: [
      'Stiftelsen driver utlånet i Havnestuens lokale, med åpent minst to dager i uka. Kommunen gir tilskudd hvert år.',
      'Stiftelsen rapporterer antall utlån og utgifter til vedlikehold hvert kvartal.',
    ],
  });
  simulation.bringDocument('driftsansvarlig.kultur', {
    title: 'Notat om risiko i avtalen',
    kind: 'MEMO',
    visibility: 'INTERNAL',
    file: 'Risikonotat.pdf',
    paragraphs: ['Det meste hviler på to frivillige. Blir de borte, må kommunen kunne holde åpent i en overgang.'],
  });
}
