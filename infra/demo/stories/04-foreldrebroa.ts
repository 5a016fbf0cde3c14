import { register } from '../acts.js';
import { chooseNextStep, meet, passG1 } from '../course/first-contact.js';
import { match, sessions } from '../course/mentoring.js';
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
  openedOn: (days) => days.by(-94),
  tell(simulation) {
    const { days } = simulation;
    meet(simulation, {
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
      enteredOn: days.by(-70),
    });
    match(simulation, {
      mentor,
      unit: 'oppvekst',
      owner: mentor,
      deputy: 'saksbehandler.oppvekst',
      aims: 'Mål: vedtekter, budsjett og en avtale om opplæring av veiledere. Møte hver tredje uke.',
    });
    simulation.give(mentor, {
      type: 'changeContact',
      contact: mentor,
      note: 'Mentor er kontaktperson så lenge veiledningen varer.',
    });
    register(simulation, mentor, 'officeGranted', { until: days.on(-6), unit: 'oppvekst', marketValueNok: 12000 });
    register(simulation, mentor, 'aidAwarded', {
      amountNok: 12000,
      kind: 'OFFICE',
      nokPerEur: 11.5,
      basis: 'Kontorplass i to måneder, markedsleie 6 000 kroner i måneden.',
    });
    sessions(simulation, mentor, [
      [days.by(-59), 1.5, 'Ble kjent og satte mål. De skriver et forslag til vedtekter.'],
      [days.by(-47), 1, 'Gikk gjennom vedtektene. Budsjettet står igjen.'],
    ]);
    register(simulation, mentor, 'midwayCheckHeld', {
      note: 'Midtveissjekk: begge er fornøyde. Ingen enhet har sagt at de vil eie tilbudet ennå.',
    });
    sessions(simulation, mentor, [
      [days.at(-35), 1.5, 'Budsjett for første år. Avtalte nytt møte om tre uker, dato settes senere.'],
    ]);
    simulation.from(days.by(-31));
    register(simulation, 'mentorkoordinator', 'mentorAbsent', { until: days.on(25) });
  },
};
