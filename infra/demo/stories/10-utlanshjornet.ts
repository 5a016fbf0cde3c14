import { addMonths } from '#domain/time.js';
import { handOver, register } from '../acts.js';
import { chooseNextStep, meet } from '../course/first-contact.js';
import { startOperation } from '../course/operation.js';
import { conclude, enterPilot, pilotPackage, plan, run } from '../course/pilot.js';
import { agree, writeMemo } from '../course/procurement.js';
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
  openedOn: (days) => days.by(-324),
  tell(simulation) {
    const { days } = simulation;
    const enteredOn = days.by(-80);
    meet(simulation, {
      handler: 'saksbehandler.kultur',
      deputy: 'leder.kultur',
      called: 'Ringte daglig leder i stiftelsen etter vedtaket i kommunestyret.',
      met: 'Møte med stiftelsen og utvalgssekretæren om hva vedtaket krever.',
      fit: 'Følger av politisk vedtak; stiftelsen har lokale og frivillige.',
    });
    register(simulation, 'saksbehandler.kultur', 'receiptSent', {
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
      enteredOn: days.by(-300),
    });
    plan(simulation, {
      hosting: 'kultur',
      receiving: 'kultur',
      director: 'kommunalsjef.oppvekst',
      conditions: 'Tar imot som avtaleeier; driften ligger hos stiftelsen.',
      plan: 'Pilotplan: én sesong, to åpne dager i uka.',
      baseline: 'Nullpunkt: tre av ti fjerdeklassinger mangler vinterutstyr.',
      reason: 'I tråd med vedtaket.',
    });
    run(simulation, days.by(-270), days.on(-128));
    conclude(simulation, {
      director: 'kommunalsjef.oppvekst',
      endedOn: days.by(-150),
      decidedOn: days.by(-130),
      learnt: '1 900 utlån til 640 barn.',
      costPerUserNok: 430,
      operationCostNok: 640000,
      recommendation: 'Overlat driften til stiftelsen på en treårig avtale.',
      dialogue: 'Møte med stiftelsen om ansvar for vedlikehold og forsikring.',
      decision: 'OTHERS',
      route: 'THIRD_PARTY_OPERATION',
      valueNok: 1920000,
      reason: 'Stiftelsen har lokale, frivillige og tillit. Kommunen trenger ikke å drive dette selv.',
    });
    handOver(simulation, {
      to: [
        ['innkjop', 'kontraktsforvalter'],
        ['kultur', 'leder.kultur'],
      ],
      sections: pilotPackage(
        '1 900 utlån i piloten. Driften skal ligge hos Havnestuen.',
        'Skrive driftsavtalen sammen med jurist.',
      ),
      acceptedOn: days.by(-125),
      deputy: 'saksbehandler.innkjop',
    });
    simulation.later(5);
    writeMemo(simulation, {
      by: 'kontraktsforvalter',
      memo: 'Driftsavtale med en stiftelse uten vederlag utover tilskudd; vurdert ikke å være en anskaffelse. Støtten er ført.',
      impartial: 'Ingen i Kultur sitter i styret for stiftelsen.',
    });
    agree(simulation, {
      by: 'kontraktsforvalter',
      signedOn: days.by(-90),
      endsOn: addMonths(enteredOn, 36),
      optionNoticeOn: addMonths(enteredOn, 30),
      valueNok: 1920000,
      receiving: 'kultur',
      reason: 'Avtalen er i tråd med kommunestyrets vedtak.',
      to: [
        ['kultur', 'leder.kultur'],
        ['kultur', 'driftsansvarlig.kultur'],
      ],
      sections: {
        status: 'Driftsavtalen er signert for tre år, med opsjon på to.',
        firstStep: 'Holde oppstartsmøte med stiftelsen innen ti arbeidsdager.',
        agreement:
          'Stiftelsen driver; kommunen følger opp, bekrefter budsjettet hvert år og rapporterer til kommunestyret.',
      },
      enteredOn,
    });
    startOperation(simulation, {
      unit: 'kultur',
      owner: 'driftsansvarlig.kultur',
      deputy: 'saksbehandler.kultur',
      started: 'Første utlån hos Havnestuen. Avtalen gjelder fra i dag.',
    });
    simulation.from(days.by(-30));
    register(simulation, 'driftsansvarlig.kultur', 'professionalCheckpointHeld', {
      note: 'Fagmøte med stiftelsen: 310 utlån den første måneden. Rapport til kommunestyret er avtalt.',
    });
  },
};
