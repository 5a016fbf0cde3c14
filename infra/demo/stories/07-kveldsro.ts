import { accept, send } from '../acts.js';
import { chooseNextStep, meet } from '../course/first-contact.js';
import { conclude, enterPilot, pilotPackage, plan, run } from '../course/pilot.js';
import type { Story } from '../story.js';

/** The handover that came back: the need was written around the supplier, and the dialogue log was not there. */
export const kveldsro: Story = {
  organisation: 'Kveldsro Pårørende AS',
  title: 'App som gir pårørende oversikt og avlastning',
  description:
    'Pårørende og hjemmetjenesten deler en enkel dagbok og kan be om avløsning på kort varsel. Utviklet sammen med tolv familier.',
  channel: 'web',
  area: 'hjemmetjenester',
  openedOn: (days) => days.by(-249),
  tell(stage) {
    const { days } = stage;
    meet(stage, {
      handler: 'saksbehandler.hjemme',
      deputy: 'leder.hjemme',
      called: 'Ringte gründeren. Demonstrasjon er avtalt.',
      met: 'Demonstrasjon for tre ansatte. Enkelt i bruk; spørsmål om personvern må avklares.',
      fit: 'Svarer på et behov pårørende har meldt. Klart for utprøving.',
    });
    chooseNextStep(stage, {
      step: 'PILOT',
      unit: 'hjemme',
      reason: 'Produktet er ferdig; vi må vite om det virker i vår tjeneste.',
      answer: 'Skriftlig svar: vi ønsker en pilot med tjue familier.',
    });
    enterPilot(stage, {
      unit: 'hjemme',
      reason: 'Hjemmetjenesten har kapasitet i én sone.',
      status: 'App for pårørende. Utviklet med tolv familier; klar for pilot i én sone.',
      enteredOn: days.by(-225),
    });
    plan(stage, {
      hosting: 'hjemme',
      receiving: 'hjemme',
      director: 'kommunalsjef.velferd',
      conditions: 'Tar imot dersom appen kan snakke med fagsystemet.',
      plan: 'Pilotplan: tjue familier i én sone, et halvt år.',
      baseline: 'Nullpunkt: pårørendes belastning og antall hasteoppringninger.',
      reason: 'Grunnlaget er godt nok, og databehandleravtalen er på plass.',
      personalData: true,
    });
    run(stage, days.by(-195), days.on(-29));
    conclude(stage, {
      director: 'kommunalsjef.velferd',
      endedOn: days.by(-54),
      decidedOn: days.by(-31),
      learnt: 'Atten av tjue familier brukte appen hele perioden.',
      costPerUserNok: 9500,
      operationCostNok: 610000,
      recommendation: 'Bør kjøpes inn for alle soner.',
      dialogue: 'Møte med leverandøren om pris for hele kommunen.',
      decision: 'SCALE',
      route: 'PART_I_COMPETITION',
      valueNok: 1200000,
      reason: 'Effekten er god. Verdien tilsier konkurranse etter del I.',
    });
    stage.from(days.by(-28));
    send(
      stage,
      [
        ['innkjop', 'innkjoper'],
        ['hjemme', 'leder.hjemme'],
      ],
      {
        ...pilotPackage('Piloten er avsluttet med godt resultat.', 'Lage konkurransegrunnlag og invitere tilbydere.'),
        need: 'Kommunen trenger Kveldsro-appen i alle soner.',
        dialogueLog: 'Ettersendes.',
      },
    );
    stage.from(days.by(-26));
    for (const receiver of ['innkjoper', 'leder.hjemme']) stage.give(receiver, { type: 'acknowledgeHandover' });
    stage.from(days.by(-22));
    accept(stage, 'leder.hjemme', 'Forutsetter at appen kan snakke med fagsystemet.');
    stage.on(days.at(-16));
    stage.give('innkjoper', {
      type: 'returnHandover',
      gaps: [
        'Behovet er skrevet rundt én leverandør. Beskriv hva tjenesten trenger, ikke produktet.',
        'Dialogloggen er krysset av som fullstendig, men ligger ikke ved. Alle møter med leverandøren må være med.',
      ],
    });
  },
};
