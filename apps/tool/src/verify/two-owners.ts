import type { CaseFile } from '#store/cases/inspect/case-file.js';
import type { CaseCheck } from './violation.js';

/** Exactly one person is accountable at a time; ownership rows, events and view name the same person. */
export const twoOwners: CaseCheck = {
  name: 'two owners',
  find: (file) => {
    const open = openOwnerships(file);
    if (open.length > 1) {
      return [
        `${open.length} open custody rows: ${open.map((row) => `${describeOwner(row)} from event ${row.fromSeq}`).join(', ')}`,
      ];
    }
    const [custody] = open;
    const owner = ownerOf(file);
    if (!custody || !owner || sameOwner(custody, owner)) return [];
    return [`custody says ${describeOwner(custody)}, the case says ${describeOwner(owner)}`];
  },
};

export function openOwnerships({ ownershipHistory }: CaseFile): CaseFile['ownershipHistory'] {
  return ownershipHistory.filter(({ toAt }) => toAt === null);
}

export function hasOneRightOwner(file: CaseFile): boolean {
  const [custody, ...more] = openOwnerships(file);
  const owner = ownerOf(file);
  return custody !== undefined && more.length === 0 && owner !== null && sameOwner(custody, owner);
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
