import type { z } from 'zod';
import type { Actor } from '#domain/model/command.js';
import type { Directory } from '#domain/policy/directory.js';
import { canRead } from '#domain/policy/read-access.js';
import type { holdingList } from '#contracts/http/offboarding.js';
import { personView } from '../people/person-view.js';
import type { Holding } from './holding.js';

export type HoldingView = z.infer<typeof holdingList>['items'][number];

/** The HTTP view of a holding. A case the reader may not see is listed without its identity. */
export function holdingView(holding: Holding, reader: Actor, directory: Directory): HoldingView {
  const { kind } = holding;
  if ('stored' in holding) {
    const { state, title } = holding.stored;
    const { id, number, phase } = state;
    if (!canRead(state, reader)) return { kind, collaboration: null };
    const collaboration = { id, number, title, phase };
    return {
      kind,
      collaboration,
      ...('handover' in holding && { handover: holding.handover.id }),
      ...('role' in holding && { role: holding.role }),
    };
  }
  if ('area' in holding) return { kind, area: holding.area.id, unit: holding.area.unit };
  if ('grant' in holding) return { kind, role: holding.grant.role, unit: holding.grant.unit };
  const { person, from } = holding.absence;
  return { kind, absent: personView(directory, person), from };
}
