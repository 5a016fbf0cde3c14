import { register } from '../acts.js';
import { workingDaysAfter } from '../days.js';
import { chooseNextStep, meet } from '../course/first-contact.js';
import { enterPilot, plan, run } from '../course/pilot.js';
import { habit, notes } from '../habits.js';
import type { Story } from '../story.js';

const lead = 'pilotleder.kultur';

/** The pilot graveyard: it is over, the receiving unit has withdrawn, the project money is spent, and nobody decides. */
export const verktoykassa: Story = {
  organisation: 'Verktøykassa Ungdom',
  title: 'Reparasjonsverksted drevet av ungdom',
  description:
    'Ungdom lærer å reparere sykler, klær og elektronikk av pensjonerte håndverkere. Verkstedet er åpent for alle to kvelder i uka.',
  channel: 'event',
  area: 'kultur-og-fritid',
  openedOn: (days) => days.by(-225),
  tell(stage) {
    const { days } = stage;
    const endsOn = days.at(-21);
    meet(stage, {
      handler: 'saksbehandler.kultur',
      deputy: 'leder.kultur',
      called: 'Ringte; de har brukt verkstedet på skolen og må ut til jul.',
      met: 'Møte med ungdommene og to håndverkere. Stort engasjement, ingen drift å vise til.',
      fit: 'Gir ungdom et sted å være og noe å kunne. Bør prøves i liten skala.',
    });
    chooseNextStep(stage, {
      step: 'PILOT',
      unit: 'kultur',
      reason: 'Kultur har lokale og prosjektmidler i år.',
      answer: 'Skriftlig svar: vi vil prøve dette i bydelshuset.',
    });
    enterPilot(stage, {
      unit: 'kultur',
      reason: 'Kultur er vertsenhet og dekker piloten med prosjektmidler.',
      status: 'Reparasjonsverksted for ungdom. Prosjektmidler for et halvt år.',
      enteredOn: days.by(-201),
    });
    plan(stage, {
      hosting: 'kultur',
      receiving: 'oppvekst',
      director: 'kommunalsjef.oppvekst',
      conditions: 'Tar imot dersom det blir plass i neste års budsjett.',
      plan: 'Pilotplan: to kvelder i uka, tjue ungdommer, tre håndverkere.',
      baseline: 'Nullpunkt: tretten ungdommer uten fast fritidstilbud.',
      reason: 'Verdt å prøve. Oppvekst har sagt ja til å ta imot, på vilkår.',
    });
    run(stage, days.by(-171), endsOn);
    const status = habit(
      'pilotStatusReported',
      1,
      ...notes(
        'Atten ungdommer innom. Verktøyet fra biblioteket er på plass.',
        'Fullt hver kveld. Håndverkerne vil ha en avløser.',
        'Tjueto ungdommer. Prosjektmidlene rekker ut perioden, ikke lenger.',
      ),
    );
    stage.keep({ 'pilot.status': status });
    stage.from(days.by(-45));
    register(stage, 'leder.oppvekst', 'receivingUnitWithdrew', {
      reason: 'Vi har ikke plass til dette i neste års budsjett.',
    });
    stage.keep({ 'pilot.budgetInput': null });
    stage.on(endsOn);
    register(stage, lead, 'pilotEnded', {
      note: 'Siste kveld. Prosjektmidlene er brukt opp, og verktøyet er pakket ned.',
    });
    stage.later(1);
    register(stage, lead, 'delayExplained', {
      newDate: workingDaysAfter(stage.today(), 7),
      reason: 'Ingen enhet vil ta imot, og styringsgruppa har ikke hatt møte.',
    });
    stage.from(days.by(-14));
    register(stage, lead, 'dialogueLogged', { summary: 'De ringte og spurte om avgjørelsen. Vi har ikke noe svar.' });
    stage.from(days.by(-7));
    register(stage, lead, 'dialogueLogged', {
      summary: 'De spurte på nytt. To av håndverkerne har takket nei til å vente.',
    });
  },
};
