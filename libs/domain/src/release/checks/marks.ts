import type { GateId, MarkKey, Phase, ProcessDocument } from '../../process/core.js';

/** Marks that are about nothing of the document's own (case/marks-of.ts). */
const PLAIN: ReadonlySet<MarkKey> = new Set([
  'opened',
  'receipt',
  'ownerAssigned',
  'deputyNamed',
  'contactChanged',
  'sent',
  'acknowledged',
  'answered',
  'roundOver',
  'returned',
  'declined',
  'lapsed',
  'resent',
  'handoverDone',
  'suspended',
  'resumed',
  'closed',
  'rejected:individual',
  'completed',
  'reopened',
  'breachedToEntrepreneur',
  'keptLate',
]);

const CLOSED_STATES: ReadonlySet<string> = new Set(['REJECTED', 'WITHDRAWN', 'DORMANT', 'STOPPED', 'COMPLETED']);

/** Marks of a mark's key that no case can ever make under this document. */
export function markFaults(document: ProcessDocument, where: string, keys: readonly MarkKey[]): string[] {
  return keys.filter((key) => !isMark(document, key)).map((key) => `${where}: no case makes the mark '${key}'`);
}

function isMark(document: ProcessDocument, key: MarkKey): boolean {
  if (PLAIN.has(key)) return true;
  const [kind = '', of = '', decision] = key.split(':');
  const gate = document.gates[of as GateId];
  switch (kind) {
    case 'fact':
      return of in document.facts && decision === undefined;
    case 'phase':
    case 'left':
      return (of as Phase) in document.phases;
    case 'decided':
      return gate !== undefined && (decision === undefined || gate.ways.some((way) => way.decision === decision));
    case 'accepted':
      return gate?.ways.some((way) => way.toPhase !== undefined) ?? false;
    case 'closed':
      return CLOSED_STATES.has(of);
    case 'breached':
      return document.deadlines[of]?.nature === 'DEBT';
    case 'passed':
      return document.deadlines[of] !== undefined && document.deadlines[of].nature !== 'DEBT';
    default:
      return false;
  }
}
