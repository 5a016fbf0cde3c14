import { holdMeeting, registerFact } from '../actions.js';
import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import { enterPilot, planPilot, startPilot } from '../phases/pilot.js';
import { addDays } from '#domain/time.js';
import type { StorySimulation } from '../simulation.js';
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
    askForPhoto(simulation);
  },
};

/** What was asked for is given, a photo with it, and the municipality is to look at it. */
function askForPhoto(simulation: StorySimulation): void {
  const { days } = simulation;
  const leader = 'pilotleder.sykehjem';
  const contact = simulation.state().entrepreneur ?? '';
  simulation.bringDocument(leader, {
    title: 'Pilotplan for møteplassen',
    kind: 'PLAN',
    visibility: 'SHARED',
    file: 'Pilotplan møteplass.pdf',
    paragraphs: [
      'Møteplassen er åpen tirsdag og torsdag i 26 uker. 24 deltakere er med, valgt ut av sykehjemmet og hjemmetjenesten.',
      'Vi måler uro på kveldsvakt, pårørendes belastning og ansattes tid, hver måned og mot nullpunktet.',
    ],
  });
  simulation.submit(leader, {
    type: 'requestInformation',
    what: ['Et bilde av stua slik den er innredet nå', 'Hvor mange frivillige som er med hver uke'],
    by: days.workingDayOnOrAfter(6),
  });
  simulation.writeNote(leader, {
    visibility: 'SHARED',
    body: 'Bildet skal være med i statusen til styringsgruppa. Ingen mennesker skal kunne kjennes igjen.',
  });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-2));
  const photo = simulation.bringDocument(contact, {
    title: 'Stua slik den er nå',
    kind: 'PHOTO',
    visibility: 'SHARED',
    file: 'Stua på Øst.png',
  });
  simulation.submit(contact, { type: 'giveInformation', request: 'i1', item: 1, proof: [{ document: photo }] });
  const volunteers = 'Vi er sju frivillige på tirsdager og fem på torsdager. To av dem er pårørende.';
  simulation.submit(contact, { type: 'giveInformation', request: 'i1', item: 2, text: volunteers });
  simulation.writeMessage(contact, 'Nå har vi sendt bilde og antall frivillige. Si fra om bildet må tas på nytt.');
}
