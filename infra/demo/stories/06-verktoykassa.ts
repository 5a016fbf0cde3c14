import { holdMeeting, registerFact } from '../actions.js';
import { workingDaysAfter } from '../story-days.js';
import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import { enterPilot, planPilot, startPilot } from '../phases/pilot.js';
import { routine, notes } from '../routines.js';
import type { StorySimulation } from '../simulation.js';
import type { Story } from '../story.js';

const lead = 'pilotleder.kultur';

/** A pilot that ended without a decision: the receiving unit has withdrawn, and what was agreed in the last meeting is not done. */
export const verktoykassa: Story = {
  organisation: 'Verktøykassa Ungdom',
  title: 'Reparasjonsverksted drevet av ungdom',
  description:
    'Ungdom lærer å reparere sykler, klær og elektronikk av pensjonerte håndverkere. Verkstedet er åpent for alle to kvelder i uka.',
  channel: 'event',
  area: 'kultur-og-fritid',
  openedOn: (days) => days.workingDayOnOrBefore(-225),
  build(simulation) {
    const { days } = simulation;
    const endsOn = days.workingDayOnOrAfter(-21);
    completeFirstContact(simulation, {
      handler: 'saksbehandler.kultur',
      deputy: 'leder.kultur',
      called: 'Ringte; de har brukt verkstedet på skolen og må ut til jul.',
      met: 'Møte med ungdommene og to håndverkere. Stort engasjement, ingen drift å vise til.',
      fit: 'Gir ungdom et sted å være og noe å kunne. Bør prøves i liten skala.',
    });
    chooseNextStep(simulation, {
      step: 'PILOT',
      unit: 'kultur',
      reason: 'Kultur har lokale og prosjektmidler i år.',
      answer: 'Skriftlig svar: vi vil prøve dette i bydelshuset.',
    });
    enterPilot(simulation, {
      unit: 'kultur',
      reason: 'Kultur er vertsenhet og dekker piloten med prosjektmidler.',
      status: 'Reparasjonsverksted for ungdom. Prosjektmidler for et halvt år.',
      enteredOn: days.workingDayOnOrBefore(-201),
    });
    planPilot(simulation, {
      hosting: 'kultur',
      receiving: 'oppvekst',
      director: 'kommunalsjef.oppvekst',
      conditions: 'Tar imot dersom det blir plass i neste års budsjett.',
      plan: 'Pilotplan: to kvelder i uka, tjue ungdommer, tre håndverkere.',
      baseline: 'Nullpunkt: tretten ungdommer uten fast fritidstilbud.',
      reason: 'Verdt å prøve. Oppvekst har sagt ja til å ta imot, på vilkår.',
    });
    startPilot(simulation, days.workingDayOnOrBefore(-171), endsOn);
    const status = routine(
      'pilotStatusReported',
      1,
      ...notes(
        'Atten ungdommer innom. Verktøyet fra biblioteket er på plass.',
        'Fullt hver kveld. Håndverkerne vil ha en avløser.',
        'Tjueto ungdommer. Prosjektmidlene rekker ut perioden, ikke lenger.',
      ),
    );
    simulation.overrideRoutines({ 'pilot.status': status });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-45));
    registerFact(simulation, 'leder.oppvekst', 'receivingUnitWithdrew', {
      reason: 'Vi har ikke plass til dette i neste års budsjett.',
    });
    simulation.overrideRoutines({ 'pilot.budgetInput': null });
    simulation.advanceTo(endsOn);
    registerFact(simulation, lead, 'pilotEnded', {
      note: 'Siste kveld. Prosjektmidlene er brukt opp, og verktøyet er pakket ned.',
    });
    simulation.advanceWorkingDays(1);
    registerFact(simulation, lead, 'delayExplained', {
      newDate: workingDaysAfter(simulation.today(), 7),
      reason: 'Ingen enhet vil ta imot, og styringsgruppa har ikke hatt møte.',
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-14));
    holdMeeting(simulation, lead, {
      template: 'FREE',
      summary: 'Ungdommene og håndverkerne spurte om avgjørelsen. Vi hadde ikke noe svar.',
      nextSteps: [
        {
          what: 'Gi beskjed om når styringsgruppa møtes',
          owner: { person: lead },
          by: days.workingDayOnOrBefore(-9),
        },
      ],
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-7));
    registerFact(simulation, lead, 'dialogueLogged', {
      summary: 'De spurte på nytt. To av håndverkerne har takket nei til å vente.',
    });
    askForAccounts(simulation);
  },
};

/** The accounts are asked for, given, and sent back. */
function askForAccounts(simulation: StorySimulation): void {
  const { days } = simulation;
  const contact = simulation.state().entrepreneur ?? '';
  simulation.submit(lead, {
    type: 'requestInformation',
    what: ['Regnskapet for pilotperioden, med kvitteringer for verktøyet'],
    by: days.workingDayOnOrAfter(6),
  });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-5));
  const accounts = simulation.bringDocument(contact, {
    title: 'Regnskap for pilotperioden',
    kind: 'REPORT',
    visibility: 'SHARED',
    file: 'Regnskap pilot.pdf',
    paragraphs: [
      'Inntekter: prosjektmidler 210 000 kroner og gaver 14 500 kroner.',
      'Utgifter: honorar til håndverkere 128 000 kroner, verktøy 71 200 kroner, materialer 22 300 kroner.',
    ],
  });
  const text = 'Regnskapet ligger ved. Kvitteringene for verktøyet har kassereren, og hun er bortreist.';
  const proof = [{ document: accounts }];
  simulation.submit(contact, { type: 'giveInformation', request: 'i1', item: 1, text, proof });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-3));
  const missing = 'Tallene er greie, men kvitteringene for verktøyet mangler. Send regnskapet igjen med dem.';
  simulation.submit(lead, { type: 'returnInformation', request: 'i1', item: 1, missing });
}
