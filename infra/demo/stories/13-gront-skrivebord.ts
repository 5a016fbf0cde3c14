import { chooseNextStep, meet } from '../course/first-contact.js';
import type { Story } from '../story.js';

/** A kind no: reasons, advice and somewhere else to go. No individual decision, so no right of complaint. */
export const grontSkrivebord: Story = {
  organisation: 'Grønt Skrivebord DA',
  title: 'Brukte kontormøbler til kommunen',
  description: 'Vi pusser opp brukte kontormøbler og selger dem rimelig. Vi vil levere til alle kommunens kontorer.',
  channel: 'web',
  area: null,
  openedOn: (days) => days.by(-25),
  tell(stage) {
    const { days } = stage;
    const handler = 'saksbehandler.innovasjon';
    meet(stage, {
      handler,
      deputy: 'leder.innovasjon',
      called: 'Ringte og spurte hvem møblene skal hjelpe.',
      met: 'Møte i verkstedet. Fine møbler og to ansatte, men ikke et sosialt formål.',
      fit: 'Dette er handel med et miljøhensyn, ikke et samarbeid om et sosialt mål.',
      fits: false,
    });
    chooseNextStep(stage, {
      step: 'REJECT',
      reason: 'Kommunen har rammeavtale på møbler, og tilbudet er ikke rettet mot en gruppe som trenger det.',
      answer: 'Svaret er sendt skriftlig og gjennomgått på telefon.',
    });
    stage.from(days.by(-9));
    stage.give(handler, {
      type: 'reject',
      reason: 'Vi går ikke videre nå: kommunen har avtale på møbler, og tilbudet har ikke et sosialt formål.',
      advice:
        'Meld dere som underleverandør til rammeavtalen, og snakk med næringsselskapet om midler til sirkulær økonomi. Kom gjerne tilbake med et tilbud om arbeidstrening.',
      individualDecision: false,
    });
  },
};
