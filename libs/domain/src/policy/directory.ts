import type { UnitId, UserId } from '../model/case.js';
import type { Absence } from './absence.js';
import type { Grant } from '../model/command.js';

/** The people a case may name, as a plain value: the API reads it from the registers and hands it to pure rules. */
export interface DirectoryUser {
  readonly id: UserId;
  readonly name: string;
  /** Home unit. */
  readonly unit: UnitId;
  /** Flat, the subtree expanded; see `Actor`. */
  readonly grants: readonly Grant[];
  readonly staff: boolean;
  /** Has left: named in what happened, holds nothing, can be given nothing. */
  readonly left?: true;
}

export interface DirectoryUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly parent: UnitId | null;
  /** True for units that can hold a case (not the two sector units). */
  readonly holdsCases: boolean;
  /** Closed: keeps the name on old pages, takes no case. */
  readonly closed?: true;
}

export interface Directory {
  readonly users: readonly DirectoryUser[];
  readonly units: readonly DirectoryUnit[];
  /** Who is or was away and when; absent: nobody. */
  readonly absences?: readonly Absence[];
}
