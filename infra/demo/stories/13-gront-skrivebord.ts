import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import type { Story } from '../story.js';

/** A rejection with reasons and advice on where to go. Not an individual decision, so there is no right of complaint. */
export const grontSkrivebord: Story = {
  organisation: 'Grønt Skrivebord DA',
  title: 'Brukte kontormøbler til kommunen',
  description: 'Vi pusser opp brukte kontormøbler og selger dem rimelig. Vi vil levere til alle kommunens kontorer.',
  channel: 'web',
  area: null,
  openedOn: (days) => days.workingDayOnOrBefore(-25),
  build(simulation) {
    const { days } = simulation;
    const handler = 'saksbehandler.innovasjon';
    completeFirstContact(simulation, {
      handler,
      deputy: 'leder.innovasjon',
      called: 'Ringte og spurte hvem møblene skal hjelpe.',
      met: 'Møte i verkstedet. Fine møbler og to ansatte, men ikke et sosialt formål.',
      fit: 'Dette er handel med et miljøhensyn, ikke et samarbeid om et sosialt mål.',
      fits: false,
    });
    chooseNextStep(simulation, {
      step: 'REJECT',
      reason: 'Kommunen har rammeavtale på møbler, og tilbudet er ikke rettet mot en gruppe som trenger det.',
      answer: 'Svaret er sendt skriftlig og gjennomgått på telefon.',
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-9));
    simulation.submit(handler, {
      type: 'reject',
      reason: 'Vi går ikke videre nå: kommunen har avtale på møbler, og tilbudet har ikke et sosialt formål.',
      advice:
        'Meld dere som underleverandør til rammeavtalen, og snakk med næringsselskapet om midler til sirkulær økonomi. Kom gjerne tilbake med et tilbud om arbeidstrening.',
      individualDecision: false,
    });
  },
};
