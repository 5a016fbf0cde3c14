import { registerFact } from '../actions.js';
import { chooseNextStep, completeFirstContact, passG1 } from '../phases/first-contact.js';
import { matchMentor, logSessions } from '../phases/mentoring.js';
import type { StorySimulation } from '../simulation.js';
import type { Story } from '../story.js';

const mentor = 'mentor.nav';

/** Mentoring in progress: 6.5 of ten hours used, an office for three months, the mid-way check is planned. */
export const rusken: Story = {
  organisation: 'Rusken Hage og Arbeid AS',
  title: 'Arbeidstrening i hagelag for dem som har falt utenfor',
  description:
    'Vi steller hager for eldre og borettslag med lag av fem som er på vei tilbake til arbeid. Vi trenger hjelp til å bli klare for et samarbeid med NAV.',
  channel: 'web',
  area: 'arbeid-og-inkludering',
  openedOn: (days) => days.workingDayOnOrBefore(-64),
  build(simulation) {
    const { days } = simulation;
    completeFirstContact(simulation, {
      handler: 'saksbehandler.nav',
      deputy: 'saksbehandler2.nav',
      called: 'Ringte daglig leder. Møte er avtalt i neste uke.',
      met: 'Møte i lokalene til NAV. Seks deltakere i dag, vil til femten. Har kunder, mangler struktur.',
      fit: 'Treffer målet om flere i arbeidstrening. Organisasjonen er ung og trenger veiledning først.',
    });
    chooseNextStep(simulation, {
      step: 'MENTORING',
      unit: 'nav',
      reason: 'Tilbudet treffer et behov vi har, men det er for tidlig for en pilot.',
      answer: 'Skriftlig svar: vi tilbyr ti timer veiledning og kontorplass i tre måneder.',
    });
    passG1(simulation, {
      step: 'MENTORING',
      unit: 'nav',
      reason: 'NAV vil følge dette og kan stille med mentor.',
      to: [['stab', 'mentorkoordinator']],
      sections: {
        status: 'Hagelag med arbeidstrening. God idé, ung organisasjon; passer for veiledning.',
        firstStep: 'Finne en mentor hos NAV og avtale mål for de ti timene.',
      },
      enteredOn: days.workingDayOnOrAfter(-40),
    });
    matchMentor(simulation, {
      mentor,
      unit: 'nav',
      owner: 'saksbehandler.nav',
      deputy: 'saksbehandler2.nav',
      aims: 'Mål: budsjett, bemanningsplan og en pilotidé. Møte hver annen uke. Avtalen lover ingen kontrakt.',
    });
    registerFact(simulation, 'saksbehandler.nav', 'officeGranted', {
      until: days.calendarDay(50),
      unit: 'nav',
      marketValueNok: 18000,
    });
    registerFact(simulation, 'saksbehandler.nav', 'aidAwarded', {
      amountNok: 18000,
      kind: 'OFFICE',
      nokPerEur: 11.5,
      basis: 'Kontorplass i tre måneder, markedsleie 6 000 kroner i måneden.',
    });
    logSessions(simulation, mentor, [
      [days.workingDayOnOrBefore(-29), 1.5, 'Gikk gjennom regnskapet. Neste gang: bemanningsplan.'],
      [days.workingDayOnOrBefore(-21), 2, 'Bemanningsplan og forsikring. De ordner yrkesskadeforsikring.'],
      [days.workingDayOnOrBefore(-13), 1.5, 'Besøk i et hagelag. Snakket om hva NAV kan bidra med.'],
      [
        days.workingDayOnOrBefore(-5),
        1.5,
        'Første utkast til pilotidé. Neste gang inviterer vi avdelingen for oppfølging.',
      ],
    ]);
    simulation.submit(mentor, {
      type: 'planMeeting',
      template: 'MENTORING_MIDWAY',
      on: days.workingDayOnOrAfter(7),
      at: '09:30',
      place: 'NAV Fjordvik, møterom Elva',
      participants: [{ entrepreneur: true }, { person: 'saksbehandler.nav' }],
      agenda: [
        'Hva de fire møtene har gitt, og hva som gjenstår av de ti timene',
        'Utkastet til pilotidé: hvem i NAV kan være vertsenhet?',
        'Neste skritt: hvem gjør hva, og når',
      ],
    });
    askForPapers(simulation);
  },
};

/** Two papers are asked for: one has come and is accepted, the other is still waited for. */
function askForPapers(simulation: StorySimulation): void {
  const { days } = simulation;
  const handler = 'saksbehandler.nav';
  const contact = simulation.state().entrepreneur ?? '';
  simulation.submit(handler, {
    type: 'requestInformation',
    what: ['Bevis på at yrkesskadeforsikringen er tegnet', 'Bemanningsplanen dere viste i forrige møte'],
    by: days.workingDayOnOrAfter(8),
  });
  simulation.writeNote(handler, {
    visibility: 'INTERNAL',
    body: 'Snakket med avdelingen for oppfølging. De kan stille med en veileder to dager i uka dersom dette blir en pilot.',
  });
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-3));
  const plan = simulation.bringDocument(contact, {
    title: 'Bemanningsplan for våren',
    kind: 'PLAN',
    visibility: 'SHARED',
    file: 'Bemanningsplan vår.pdf',
    paragraphs: [
      'Tre lag med fem deltakere og én arbeidsleder hver. Arbeidslederne er fast ansatt i åtti prosent stilling.',
      'Oppstart for lag to er i april og for lag tre i mai, når hagesesongen er i gang.',
      'Ved sykdom slås to lag sammen. Ingen deltaker er alene på oppdrag.',
    ],
  });
  simulation.submit(contact, { type: 'giveInformation', request: 'i1', item: 2, proof: [{ document: plan }] });
  simulation.writeMessage(contact, 'Bemanningsplanen er lagt inn. Forsikringsbeviset får vi fra selskapet neste uke.');
  simulation.advanceToAtLeast(days.workingDayOnOrBefore(-2));
  simulation.submit(handler, { type: 'acceptInformation', request: 'i1', item: 2 });
  simulation.writeMessage(handler, 'Takk, planen er god. Da venter vi bare på forsikringsbeviset.');
}
