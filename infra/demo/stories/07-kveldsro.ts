import { acceptHandover, sendHandover } from '../actions.js';
import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import { concludePilot, enterPilot, pilotPackage, planPilot, startPilot } from '../phases/pilot.js';
import type { Story } from '../story.js';

/** A returned handover: the need was described by the supplier's product, and the dialogue log was missing. */
export const kveldsro: Story = {
  organisation: 'Kveldsro Pårørende AS',
  title: 'App som gir pårørende oversikt og avlastning',
  description:
    'Pårørende og hjemmetjenesten deler en enkel dagbok og kan be om avløsning på kort varsel. Utviklet sammen med tolv familier.',
  channel: 'web',
  area: 'hjemmetjenester',
  openedOn: (days) => days.workingDayOnOrBefore(-249),
  build(simulation) {
    const { days } = simulation;
    completeFirstContact(simulation, {
      handler: 'saksbehandler.hjemme',
      deputy: 'leder.hjemme',
      called: 'Ringte gründeren. Demonstrasjon er avtalt.',
      met: 'Demonstrasjon for tre ansatte. Enkelt i bruk; spørsmål om personvern må avklares.',
      fit: 'Svarer på et behov pårørende har meldt. Klart for utprøving.',
    });
    chooseNextStep(simulation, {
      step: 'PILOT',
      unit: 'hjemme',
      reason: 'Produktet er ferdig; vi må vite om det virker i vår tjeneste.',
      answer: 'Skriftlig svar: vi ønsker en pilot med tjue familier.',
    });
    enterPilot(simulation, {
      unit: 'hjemme',
      reason: 'Hjemmetjenesten har kapasitet i én sone.',
      status: 'App for pårørende. Utviklet med tolv familier; klar for pilot i én sone.',
      enteredOn: days.workingDayOnOrBefore(-225),
    });
    planPilot(simulation, {
      hosting: 'hjemme',
      receiving: 'hjemme',
      director: 'kommunalsjef.velferd',
      conditions: 'Tar imot dersom appen kan snakke med fagsystemet.',
      plan: 'Pilotplan: tjue familier i én sone, et halvt år.',
      baseline: 'Nullpunkt: pårørendes belastning og antall hasteoppringninger.',
      reason: 'Grunnlaget er godt nok, og databehandleravtalen er på plass.',
      personalData: true,
    });
    startPilot(simulation, days.workingDayOnOrBefore(-195), days.calendarDay(-29));
    concludePilot(simulation, {
      director: 'kommunalsjef.velferd',
      endedOn: days.workingDayOnOrBefore(-54),
      decidedOn: days.workingDayOnOrBefore(-31),
      learnt: 'Atten av tjue familier brukte appen hele perioden.',
      costPerUserNok: 9500,
      operationCostNok: 252000,
      recommendation: 'Bør kjøpes inn for alle soner.',
      dialogue: 'Møte med leverandøren om pris for hele kommunen.',
      decision: 'SCALE',
      route: 'PART_I_COMPETITION',
      valueNok: 1200000,
      reason: 'Effekten er god. Pilot og fire års drift koster 1,2 millioner: konkurranse etter del I.',
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-28));
    sendHandover(
      simulation,
      [
        ['innkjop', 'innkjoper'],
        ['hjemme', 'leder.hjemme'],
      ],
      {
        ...pilotPackage('Piloten er avsluttet med godt resultat.', 'Lage konkurransegrunnlag og invitere tilbydere.'),
        need: 'Kommunen trenger Kveldsro-appen i alle soner.',
        dialogue: 'Ettersendes.',
      },
    );
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-26));
    for (const receiver of ['innkjoper', 'leder.hjemme']) simulation.submit(receiver, { type: 'acknowledgeHandover' });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-22));
    acceptHandover(simulation, 'leder.hjemme', 'Forutsetter at appen kan snakke med fagsystemet.');
    simulation.advanceTo(days.workingDayOnOrAfter(-16));
    simulation.submit('innkjoper', {
      type: 'returnHandover',
      gaps: [
        'Behovet er skrevet rundt én leverandør. Beskriv hva tjenesten trenger, ikke produktet.',
        'Dialogloggen er krysset av som fullstendig, men ligger ikke ved. Alle møter med leverandøren må være med.',
      ],
    });
  },
};
