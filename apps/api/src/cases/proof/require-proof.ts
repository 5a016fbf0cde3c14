import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { visibleAspects } from '#domain/policy/read-access.js';
import type { Directory } from '#domain/policy/directory.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { refusedWith } from '../../shared/refused.js';
import { proofIn } from './proof-refs.js';
import { shownOf, shownProof } from './shown-proof.js';

/** Nobody proves anything by what is of another case, what they do not see themselves, or what is withdrawn. */
export async function requireProof(
  manager: EntityManager,
  state: Case,
  { by, body, directory }: { readonly by: Actor; readonly body: CommandRequest; readonly directory: Directory },
): Promise<void> {
  const named = proofIn(body);
  if (named.length === 0) return;
  const refs = named.map(([, ref]) => ref);
  const shown = await shownProof(manager, state, refs, { reads: visibleAspects(state, by), directory, language: 'nb' });
  const wrong = named.filter(([, ref]) => shownOf(shown, ref)?.withdrawn !== false);
  if (wrong.length === 0) return;
  throw refusedWith(
    'unknown-proof',
    {
      nb: 'Saken har ikke dokumentet eller meldingen som er oppgitt, eller det er trukket.',
      en: 'The case does not have the document or message that is given, or it is withdrawn.',
    },
    wrong.map(([pointer]) => ({ pointer, detail: 'is no document or message of this case' })),
  );
}
