import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { currentStep } from './tour-state.js';

const TourStrip = lazy(async () => {
  const [{ addTourWords }, strip] = await Promise.all([
    import('../../words/tour/tour-words.js'),
    import('./tour-strip.js'),
  ]);
  await addTourWords();
  return { default: strip.TourStrip };
});

/** Loads nothing for those who are not on the tour. */
export function LazyTourStrip(): ReactNode {
  if (!currentStep()) return null;
  return (
    <Suspense>
      <TourStrip />
    </Suspense>
  );
}
