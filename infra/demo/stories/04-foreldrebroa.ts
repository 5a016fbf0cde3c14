import { registerFact } from '../actions.js';
import { chooseNextStep, completeFirstContact, passG1 } from '../phases/first-contact.js';
import { matchMentor, logSessions } from '../phases/mentoring.js';
import type { Story } from '../story.js';

const mentor = 'mentor.oppvekst';

/** Stuck on one person: the mentor owns the case and is on leave. Nothing has happened since the last meeting. */
export const foreldrebroa: Story = {
  organisation: 'Foreldrebroa SA',
  title: 'Foreldreveiledning på flere språk',
  description:
    'Foreldre som selv har vært nye i landet, veileder andre på morsmålet: skole, helsestasjon og fritid. Vi er fjorten veiledere på seks språk.',
  channel: 'referral',
  area: 'barn-og-unge',
  openedOn: (days) => days.workingDayOnOrBefore(-94),
  build(simulation) {
    const { days } = simulation;
    completeFirstContact(simulation, {
      handler: 'saksbehandler.oppvekst',
      deputy: 'saksbehandler2.oppvekst',
      called: 'Ringte leder av samvirket. Helsestasjonen har tipset dem om oss.',
      met: 'Møte på helsestasjonen. God tillit i miljøene, ingen fast inntekt.',
      fit: 'Supplerer helsestasjonen godt. Trenger hjelp til organisering og en enhet som vil eie samarbeidet.',
    });
    chooseNextStep(simulation, {
      step: 'MENTORING',
      unit: 'oppvekst',
      reason: 'Tilbudet når foreldre vi ikke når selv.',
      answer: 'Skriftlig svar: vi tilbyr veiledning med mentor fra Oppvekst.',
    });
    passG1(simulation, {
      step: 'MENTORING',
      unit: 'oppvekst',
      reason: 'Oppvekst stiller med mentor.',
      to: [['stab', 'mentorkoordinator']],
      sections: {
        status: 'Samvirke med fjorten veiledere på seks språk. Trenger struktur og en eier i kommunen.',
        firstStep: 'Koble på mentor fra Oppvekst.',
      },
      enteredOn: days.workingDayOnOrBefore(-70),
    });
    matchMentor(simulation, {
      mentor,
      unit: 'oppvekst',
      owner: mentor,
      deputy: 'saksbehandler.oppvekst',
      aims: 'Mål: vedtekter, budsjett og en avtale om opplæring av veiledere. Møte hver tredje uke.',
    });
    registerFact(simulation, mentor, 'officeGranted', {
      until: days.calendarDay(-6),
      unit: 'oppvekst',
      marketValueNok: 12000,
    });
    registerFact(simulation, mentor, 'aidAwarded', {
      amountNok: 12000,
      kind: 'OFFICE',
      nokPerEur: 11.5,
      basis: 'Kontorplass i to måneder, markedsleie 6 000 kroner i måneden.',
    });
    logSessions(simulation, mentor, [
      [days.workingDayOnOrBefore(-59), 1.5, 'Ble kjent og satte mål. De skriver et forslag til vedtekter.'],
      [days.workingDayOnOrBefore(-47), 1, 'Gikk gjennom vedtektene. Budsjettet står igjen.'],
    ]);
    registerFact(simulation, mentor, 'midwayCheckHeld', {
      note: 'Midtveissjekk: begge er fornøyde. Ingen enhet har sagt at de vil eie tilbudet ennå.',
    });
    logSessions(simulation, mentor, [
      [
        days.workingDayOnOrAfter(-35),
        1.5,
        'Budsjett for første år. Avtalte nytt møte om tre uker, dato settes senere.',
      ],
    ]);
    simulation.advanceToAtLeast(days.workingDayOnOrBefore(-31));
    registerFact(simulation, 'mentorkoordinator', 'mentorAbsent', { until: days.calendarDay(25) });
  },
};
