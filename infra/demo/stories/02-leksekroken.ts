import { count } from '#domain/calendar/count.js';
import { addDays } from '#domain/time.js';
import { register, send, tick } from '../acts.js';
import { workingDaysAfter } from '../days.js';
import type { LocalDate } from '#domain/time.js';
import type { Days } from '../days.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story.js';

/** Sent from unit to unit, kept by nobody: the front line is still accountable, and the month is nearly over. */
export const leksekroken: Story = {
  organisation: 'Leksekroken SA',
  title: 'Leksehjelp tre ettermiddager i uka',
  description:
    'Foreldre og studenter gir leksehjelp og et måltid etter skoletid. Vi trenger et lokale og en kommune som vil prøve det på to skoler.',
  channel: 'event',
  area: 'barn-og-unge',
  openedOn,
  tell(stage) {
    const { days } = stage;
    stage.later(1);
    tick(stage, 'mottak', 'enquiryJournaled');
    register(stage, 'mottak', 'contactMade', {
      note: 'Ringte og takket for sist. De vil i gang til høsten og venter på å få en saksbehandler.',
    });
    stage.later(1);
    ask(stage, 'kultur', 'Kultur, som har bydelshuset; Oppvekst har ingen saksbehandler ledig.');
    stage.from(workingDaysAfter(days.by(-27), 4));
    if (stage.state().deadlines.some(({ kind, state }) => kind === 'firstContact.handler' && state === 'BREACHED')) {
      register(stage, 'mottak', 'delayExplained', {
        newDate: workingDaysAfter(stage.today(), 5),
        reason: 'Vi har ikke funnet enheten som skal ha saken. Dere hører fra oss innen en uke.',
      });
    }
    stage.from(days.by(-20));
    decline(
      stage,
      'kultur',
      'Vi har ikke lokaler ledige etter skoletid.',
      'Helse har arbeidet med unges psykiske helse.',
    );
    stage.from(days.by(-18));
    ask(stage, 'helse', 'Helse og mestring, som arbeider med unge.');
    stage.from(days.by(-13));
    decline(stage, 'helse', 'Vi prioriterer voksne i år.', 'NAV har tiltak for studentene som vil hjelpe til.');
    stage.from(days.by(-11));
    ask(stage, 'nav', 'NAV Fjordvik, som har tiltak for studenter.');
    stage.from(days.by(-6));
    decline(stage, 'nav', 'Leksehjelp hører ikke til våre oppgaver.', 'Oppvekst bør se på saken på nytt.');
  },
};

/**
 * The day, nearest to D-27, from which the month ends three or four days after D; where no month ends there (days off, or
 * a month without that day), on the first day after them on which one does.
 */
function openedOn(days: Days): LocalDate {
  const nearest = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5].map((n) => addDays(days.on(-27), n));
  const endOf = (opened: LocalDate): LocalDate => count({ from: opened, count: 1, calendar: 'MONTHS' }).date;
  const found = [[3, 4], [5], [6], [7], [8], [9], [10]].flatMap((ends) => {
    const wanted = ends.map((n) => days.on(n));
    return nearest.find((opened) => wanted.includes(endOf(opened))) ?? [];
  });
  return found[0] ?? days.on(-27);
}

function ask(stage: Stage, unit: string, why: string): void {
  const words = {
    status: `Ny henvendelse om leksehjelp. Vi tror den hører hjemme i ${why}`,
    openTasks: 'Avklaringsmøte innen femten arbeidsdager og foreløpig svar innen en måned er lovet.',
    firstStep: 'Navngi saksbehandler og ringe entreprenøren.',
  };
  send(stage, [[unit, `leder.${unit}`]], words, 'TRANSFER');
  stage.later(1);
  stage.give(`leder.${unit}`, { type: 'acknowledgeHandover' });
}

function decline(stage: Stage, unit: string, reason: string, alternative: string): void {
  stage.give(`leder.${unit}`, { type: 'declineHandover', reason, alternative });
}
