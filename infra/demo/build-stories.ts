import { instantInOslo } from '#domain/calendar/oslo-time.js';
import { yearOf } from '#domain/time.js';
import { storyDaysFrom } from './story-days.js';
import { demoId } from './demo-id.js';
import { demoAreas } from './municipality.js';
import { startStorySimulation } from './simulation.js';
import { stories } from './stories.js';
import type { Instant, LocalDate } from '#domain/time.js';
import type { StoryDays } from './story-days.js';
import type { StorySimulation } from './simulation.js';
import type { Story } from './story.js';

export interface BuiltStory {
  readonly story: Story;
  readonly storyNumber: number;
  readonly title: string;
  readonly caseNumber: string;
  readonly receivedAt: Instant;
  readonly simulation: StorySimulation;
}

/** Unit of an enquiry that names no area. */
const WITHOUT_AREA = 'innovasjon';
const FRONT_LINE = 'mottak';
const USUAL_HOUR = 9;

/**
 * Simulates the stories up to the start, by the rules alone. Case numbers follow the order of opening.
 * @param only  numbers of the stories; all when absent.
 */
export function buildStories(start: Instant, only?: readonly number[]): BuiltStory[] {
  const days = storyDaysFrom(start);
  const opened = stories.map((story, index) => ({ story, n: index + 1, on: story.openedOn(days) }));
  const numbers = numbersOf(opened);
  return opened
    .filter(({ n }) => only?.includes(n) ?? true)
    .map(({ story, n, on }) => build(days, story, n, on, numbers.get(n) ?? ''));
}

function build(days: StoryDays, story: Story, n: number, openedOn: LocalDate, number: string): BuiltStory {
  const title = typeof story.title === 'string' ? story.title : story.title(days);
  const receivedAt = instantInOslo(openedOn, story.hour ?? USUAL_HOUR, n);
  const origin = story.origin ?? 'enquiry';
  const opening = {
    number,
    organisation: demoId('organisation', n),
    entrepreneur: entrepreneurOf(n),
    owner: FRONT_LINE,
    unit: demoAreas.find(({ id }) => id === story.area)?.unit ?? WITHOUT_AREA,
    channel: story.channel,
    origin,
    area: story.area,
    by: origin === 'enquiry' ? null : FRONT_LINE,
  };
  const simulation = startStorySimulation({ days, storyNumber: n, opening, title, receivedAt });
  story.build(simulation);
  simulation.finish();
  return { story, storyNumber: n, title, caseNumber: number, receivedAt, simulation };
}

export const entrepreneurOf = (n: number): string => `entreprenor.${String(n).padStart(2, '0')}`;

/** Case numbers by story number: `YYYY-NNNN`, one sequence a year. */
function numbersOf(opened: readonly { readonly n: number; readonly on: LocalDate }[]): ReadonlyMap<number, string> {
  const lastSequence = new Map<number, number>();
  const byOpeningDate = [...opened].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.n - b.n));
  return new Map(
    byOpeningDate.map(({ n, on }) => {
      const year = yearOf(on);
      const sequence = (lastSequence.get(year) ?? 0) + 1;
      lastSequence.set(year, sequence);
      return [n, `${year}-${String(sequence).padStart(4, '0')}`];
    }),
  );
}
