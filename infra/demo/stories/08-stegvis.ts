import { completeHandover, nameDeputy, registerFact } from '../actions.js';
import { chooseNextStep, completeFirstContact } from '../phases/first-contact.js';
import { concludePilot, enterPilot, pilotPackage, planPilot, startPilot } from '../phases/pilot.js';
import { writeRouteMemo } from '../phases/procurement.js';
import type { Story } from '../story.js';

/** 420 000 kroner, the pilot included: below the threshold of the procurement act since July 2026, above the one before. */
export const stegvis: Story = {
  organisation: 'Stegvis Jobb AS',
  title: 'Veien inn i butikk og lager for unge uten jobb',
  description:
    'Åtte ukers løp med jobbsmak, veileder og garantert intervju hos lokale bedrifter. Laget sammen med sju arbeidsgivere.',
  channel: 'web',
  area: 'arbeid-og-inkludering',
  openedOn: (days) => days.workingDayOnOrBefore(-202),
  build(simulation) {
    const { days } = simulation;
    completeFirstContact(simulation, {
      handler: 'saksbehandler.nav',
      deputy: 'saksbehandler2.nav',
      called: 'Ringte; de har avtale med sju bedrifter.',
      met: 'Møte hos en av bedriftene. Tydelig løp og realistiske mål.',
      fit: 'Treffer unge vi har vanskelig for å hjelpe med egne tiltak.',
    });
    chooseNextStep(simulation, {
      step: 'PILOT',
      unit: 'nav',
      reason: 'Løpet er ferdig utviklet og kan prøves med ti unge.',
      answer: 'Skriftlig svar: vi prøver ett kull.',
    });
    enterPilot(simulation, {
      unit: 'nav',
      reason: 'NAV stiller med veileder og deltakere.',
      status: 'Åtteukers løp inn i arbeid. Sju bedrifter er med.',
      enteredOn: days.workingDayOnOrBefore(-178),
    });
    planPilot(simulation, {
      hosting: 'nav',
      receiving: 'nav',
      director: 'kommunalsjef.velferd',
      conditions: 'Tar imot dersom halvparten er i jobb etter løpet.',
      plan: 'Pilotplan: to kull med ti unge.',
      baseline: 'Nullpunkt: to av ti i jobb etter ordinært tiltak.',
      reason: 'Lav risiko og tydelig mål.',
    });
    startPilot(simulation, days.workingDayOnOrBefore(-148), days.calendarDay(-14));
    concludePilot(simulation, {
      director: 'kommunalsjef.velferd',
      endedOn: days.workingDayOnOrBefore(-34),
      decidedOn: days.workingDayOnOrBefore(-16),
      learnt: 'Tolv av tjue i jobb ved slutten.',
      costPerUserNok: 3000,
      operationCostNok: 360000,
      recommendation: 'Kjøp ett års løp, og mål på nytt.',
      dialogue: 'Snakket om hva som trengs for å kjøre løpet fast. Ingen pris avtalt.',
      decision: 'SCALE',
      route: 'DIRECT_BELOW_THRESHOLD',
      valueNok: 420000,
      reason:
        'Piloten ga tolv av tjue jobb, og kommunen trenger løpet også neste år. Verdien er under innslagspunktet.',
    });
    completeHandover(simulation, {
      to: [
        ['innkjop', 'innkjoper'],
        ['nav', 'leder.nav'],
      ],
      sections: pilotPackage(
        'Piloten ga tolv av tjue jobb. Piloten og kjøpet er på 420 000 kroner til sammen.',
        'Bekrefte valgt vei og skrive notatet.',
      ),
      acceptedOn: days.workingDayOnOrBefore(-12),
    });
    nameDeputy(simulation, 'saksbehandler.nav');
    simulation.advanceWorkingDays(2);
    writeRouteMemo(simulation, {
      by: 'innkjoper',
      memo: 'Verdi 420 000 kroner: 60 000 for piloten og 360 000 for ett års løp, regnet som ett kjøp. Innslagspunktet er 500 000 fra 1. juli 2026: kjøpet er utenfor loven. Etter den tidligere grensen på 100 000 ville det vært konkurranse etter del I.',
      impartial: 'De som velger, har ikke vært mentor eller pilotleder.',
    });
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-4));
    registerFact(simulation, 'innkjoper', 'marketDialogueHeld', {
      note: 'Spurte tre tilbydere om pris, selv om det ikke er påkrevd.',
    });
  },
};
