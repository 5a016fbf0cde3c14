import { yearOf } from '#domain/time.js';
import { registerFact } from '../actions.js';
import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import type { Story } from '../story.js';

const NOK_PER_EUR = 11.5;

/** A refused grant is an individual decision with three weeks to complain. State aid so far is 41 % of the limit. */
export const stilleRom: Story = {
  organisation: 'Stille Rom SA',
  title: (days) => `Fond ${yearOf(days.D)}: søknad om tilskudd på 180 000 kroner`,
  description:
    'Vi søker 180 000 kroner til et stille rom i sentrum for mennesker som trenger en pause. Vi har fått støtte før, og legger ved oversikt.',
  channel: 'web',
  area: null,
  openedOn: (days) => days.workingDayOnOrBefore(-33),
  build(simulation) {
    const { days } = simulation;
    completeFirstContact(simulation, {
      handler: 'saksbehandler.innovasjon',
      deputy: 'leder.innovasjon',
      called: 'Ringte og bekreftet at søknaden er mottatt og hva som mangler.',
      met: 'Gikk gjennom søknaden og oversikten over tidligere støtte.',
      fit: 'Et godt formål, men tiltaket har samme målgruppe som to tilbud vi alt støtter.',
      fits: false,
    });
    registerAid(simulation, 'DECLARED', 1355000, 'Oppgitt: tilskudd fra stat og fylke de siste tre årene.');
    registerAid(simulation, 'OFFICE', 34500, 'Kontorplass i tre måneder, markedsleie spart.');
    registerAid(simulation, 'HOURS', 25000, 'Ti timer veiledning i etablerertjenesten.');
    chooseNextStep(simulation, {
      step: 'REJECT',
      reason: 'Fondet er for nye tiltak; to lignende tilbud er støttet i år.',
      answer: 'Varsel om avgjørelsen er gitt på telefon; vedtaket kommer skriftlig i portalen.',
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-8));
    simulation.submit('leder.innovasjon', {
      type: 'reject',
      reason:
        'Søknaden avslås. Fondet går i år til nye tiltak, og to tilbud for samme målgruppe er støttet. Støtteregnskapet er ikke til hinder: 41 prosent av grensen er brukt.',
      advice:
        'Søk frivilligsentralens aktivitetsmidler før nyttår, og snakk med Helse og mestring om lån av lokale. Du kan klage innen tre uker; hvordan står i vedtaket.',
      individualDecision: true,
    });
  },
};

function registerAid(simulation: Parameters<Story['build']>[0], kind: string, amountNok: number, basis: string): void {
  registerFact(simulation, 'tilskuddsforvalter', 'aidAwarded', { kind, amountNok, nokPerEur: NOK_PER_EUR, basis });
}
