import { Link } from '@tanstack/react-router';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import type { Act } from './act-form.js';

/** A handover is written and sent on a page of its own, wherever its step is offered. */
export const isWritten = ({ command }: Pick<Act, 'command'>): boolean =>
  command === 'draftHandover' || command === 'sendHandover';

interface ComposerLinkProps extends Omit<ComponentPropsWithoutRef<'a'>, 'href'> {
  readonly act: Act;
  readonly number: string;
}

/** Leads to where the handover is written: to the next phase, or to the unit that the step names. */
export function ComposerLink({ act, number, ...others }: ComposerLinkProps): ReactNode {
  const { purpose, receivers = [] } = act.body as {
    readonly purpose?: string;
    readonly receivers?: readonly { readonly unit: string }[];
  };
  return (
    <Link
      to="/saker/$number/overlevering/ny"
      params={{ number }}
      search={purpose === 'TRANSFER' ? { til: receivers[0]?.unit ?? '' } : {}}
      {...others}
    >
      {act.label}
    </Link>
  );
}
