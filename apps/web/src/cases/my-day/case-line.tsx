import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WorkItem } from './work.js';

/** In which case, with whom, and its number. */
export function CaseLine({
  collaboration: { title, number, organisation },
}: {
  readonly collaboration: Pick<WorkItem['collaboration'], 'title' | 'number' | 'organisation'>;
}): ReactNode {
  return (
    <p className="matter__case">
      <Link to="/saker/$number" params={{ number }} className="quiet matter__link">
        {title}
      </Link>
      {organisation && <> · {organisation}</>} · {number}
    </p>
  );
}
