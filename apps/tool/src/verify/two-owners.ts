import type { CaseFile } from '#store/cases/inspect/case-file.js';
import type { CaseCheck } from './violation.js';

/** Exactly one person is accountable at a time; ownership rows, events and view name the same person. */
export const twoOwners: CaseCheck = {
  name: 'two owners',
  find: (caseFile) => {
    const open = openOwnerships(caseFile);
    if (open.length > 1) {
      return [
        `${open.length} open ownership rows: ${open.map((row) => `${describeOwner(row)} from event ${row.fromSeq}`).join(', ')}`,
      ];
    }
    const [present] = open;
    const owner = ownerOf(caseFile);
    if (!present || !owner || sameOwner(present, owner)) return [];
    return [`the ownership row says ${describeOwner(present)}, the case says ${describeOwner(owner)}`];
  },
};

export function openOwnerships({ ownershipHistory }: CaseFile): CaseFile['ownershipHistory'] {
  return ownershipHistory.filter(({ toAt }) => toAt === null);
}

export function hasOneRightOwner(caseFile: CaseFile): boolean {
  const [present, ...more] = openOwnerships(caseFile);
  const owner = ownerOf(caseFile);
  return present !== undefined && more.length === 0 && owner !== null && sameOwner(present, owner);
}

interface Owner {
  readonly owner: string;
  readonly unit: string;
}

/** By the events; by the view when they cannot be replayed. */
function ownerOf({ replayed, view }: CaseFile): Owner | null {
  return replayed.ok ? replayed.state : view;
}

function sameOwner(a: Owner, b: Owner): boolean {
  return a.owner === b.owner && a.unit === b.unit;
}

const describeOwner = ({ owner, unit }: Owner): string => `${owner || 'nobody'} (${unit})`;
