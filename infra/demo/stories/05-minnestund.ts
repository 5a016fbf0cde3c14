import { holdMeeting, registerFact } from '../actions.js';
import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import { enterPilot, planPilot, startPilot } from '../phases/pilot.js';
import { addDays } from '#domain/time.js';
import type { Story } from '../story.js';

const WEEKS = 26;

/** A pilot without problems, in week 14 of 26: baseline, receiving unit, budget input, and a status meeting with agreed steps. */
export const minnestund: Story = {
  organisation: 'Minnestund AS',
  title: 'Møteplass for personer med demens og deres nærmeste',
  description:
    'En åpen stue to dager i uka med sang, håndarbeid og samtale. Personalet på sykehjemmet er med, og pårørende får avlastning.',
  channel: 'email',
  area: 'eldreomsorg',
  openedOn: (days) => days.workingDayOnOrBefore(-146),
  build(simulation) {
    const { days } = simulation;
    const startOn = days.workingDayOnOrBefore(-92);
    completeFirstContact(simulation, {
      handler: 'saksbehandler.sykehjem',
      deputy: 'leder.sykehjem',
      called: 'Ringte og avtalte besøk på sykehjemmet.',
      met: 'Befaring i dagligstua. Konseptet er prøvd i to andre kommuner, med gode erfaringer.',
      fit: 'Moden løsning. Kan prøves direkte i en pilot.',
    });
    chooseNextStep(simulation, {
      step: 'PILOT',
      unit: 'sykehjem',
      reason: 'Løsningen er utviklet og prøvd andre steder; her trengs utprøving, ikke veiledning.',
      answer: 'Skriftlig svar: vi ønsker en pilot på 26 uker.',
    });
    enterPilot(simulation, {
      unit: 'sykehjem',
      reason: 'Sykehjem Øst vil være vertsenhet.',
      status: 'Møteplass for personer med demens. Prøvd i to kommuner; klar for pilot hos oss.',
      enteredOn: days.workingDayOnOrBefore(-122),
    });
    planPilot(simulation, {
      hosting: 'sykehjem',
      receiving: 'sykehjem',
      director: 'kommunalsjef.velferd',
      conditions: 'Tar imot dersom piloten viser mindre uro på kveldsvakt og budsjettet vedtas.',
      plan: 'Pilotplan med ti punkter: 24 deltakere, to dager i uka, 26 uker.',
      baseline: 'Nullpunkt målt: uro på kveldsvakt, pårørendes belastning og ansattes tid.',
      reason: 'Grunnlaget er fullstendig, og mottakende enhet er med fra starten.',
      personalData: true,
    });
    startPilot(simulation, startOn, addDays(startOn, WEEKS * 7));
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-6));
    holdMeeting(simulation, 'pilotleder.sykehjem', {
      template: 'STATUS',
      summary: 'Uke 13: 22 av 24 deltakere er med. Kveldsvakta melder om roligere kvelder.',
      nextSteps: [
        {
          what: 'Sende pårørendeskjemaet til alle som har vært med i over åtte uker',
          owner: { entrepreneur: true },
          by: days.workingDayOnOrAfter(9),
        },
        {
          what: 'Høre med hjemmetjenesten om de kan følge to deltakere hjem etter samlingene',
          owner: { person: 'pilotleder.sykehjem' },
          by: days.workingDayOnOrAfter(5),
        },
      ],
    });
    if (simulation.state().facts.every(({ fact }) => fact !== 'budgetInputSent'))
      registerFact(simulation, 'controller', 'budgetInputSent', { amountNok: 780000 });
  },
};
