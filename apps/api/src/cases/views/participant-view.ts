import type { Participant } from '#domain/model/case.js';
import { covers } from '#domain/period.js';
import { visibleParties } from '#domain/policy/visibility.js';
import type { LocalDate } from '#domain/time.js';
import type { CaseContext } from './case-context.js';
import { personView } from '../../people/person-view.js';

/** People who have or had a role in the case, limited to what the reader may see. */
export function participantViews({ state, document, directory, language, reads }: CaseContext, today: LocalDate) {
  return visibleParties(state, reads).map((it) => ({
    ...personView(directory, it.party),
    role: it.role,
    label: document.roles[it.role]?.[language] ?? it.role,
    from: it.from,
    to: it.to,
    ...(it.phases && { phases: [...it.phases] }),
    now: holdsRoleOn(it, state.phase, today),
  }));
}

function holdsRoleOn(party: Participant, phase: string, on: LocalDate): boolean {
  return covers(party, on) && (!party.phases || party.phases.some((it) => it === phase));
}
