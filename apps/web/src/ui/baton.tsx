import type { ReactNode } from 'react';

/** The one drawing of who has the case, used for nothing else. The words beside it say what it means. */
export function Baton({ size = 40 }: { readonly size?: number }): ReactNode {
  return (
    <svg className="baton" width={size} height={size * 0.5} viewBox="0 0 48 24" aria-hidden>
      <g transform="rotate(-14 24 12)">
        <rect x="2" y="7.5" width="44" height="9" rx="4.5" fill="var(--ds-color-baton-base-default)" />
        <rect x="8" y="7.5" width="3" height="9" fill="var(--baton-band)" />
        <rect x="37" y="7.5" width="3" height="9" fill="var(--baton-band)" />
      </g>
    </svg>
  );
}
