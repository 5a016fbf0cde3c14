/** The three roles of the tour, in order, and where each begins. */
export const TOUR_STEPS = [
  { id: 'handler', user: 'pilotleder.hjemme', name: 'Pilotleder, Hjemmetjenesten', opens: '/min-dag' },
  { id: 'manager', user: 'leder.oppvekst', name: 'Leder, Oppvekst', opens: '/min-dag' },
  { id: 'entrepreneur', user: 'entreprenor.06', name: 'entreprenor.06', opens: '/p' },
] as const;

export type TourStep = (typeof TOUR_STEPS)[number];

const STEP = 'stafett.tour';
const SEEN = 'stafett.tour.seen';

/** The step that is being taken in this window; undefined without one. */
export const currentStep = (): TourStep | undefined => TOUR_STEPS.find(({ id }) => id === sessionStorage.getItem(STEP));

export const seenSteps = (): readonly string[] => (sessionStorage.getItem(SEEN) ?? '').split(' ').filter(Boolean);

export function beginStep(step: TourStep): void {
  sessionStorage.setItem(STEP, step.id);
  sessionStorage.setItem(SEEN, [...new Set([...seenSteps(), step.id])].join(' '));
}

export function endTour(): void {
  sessionStorage.removeItem(STEP);
}
