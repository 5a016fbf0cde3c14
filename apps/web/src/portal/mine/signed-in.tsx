import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Me } from '../../access/me.js';
import { meQuery } from '../../access/me.js';
import { Refused } from '../../api/client.js';
import { AnswerView } from '../parts/answer-view.js';
import { SignInPage } from './sign-in-page.js';

/** Shows the page to whoever is signed in, and to others how to do it. */
export function SignedIn({ children }: { readonly children: (me: Me) => ReactNode }): ReactNode {
  const me = useQuery(meQuery);
  if (me.error instanceof Refused && me.error.problem.status === 401) return <SignInPage />;
  return <AnswerView query={me}>{children}</AnswerView>;
}
