import type { UnitId, UserId } from '../model/case.js';
import type { Absence } from './absence.js';
import type { Grant } from '../model/command.js';

/** A person whom a case may name. The API reads these from the database and passes them to pure rules. */
export interface DirectoryUser {
  readonly id: UserId;
  readonly name: string;
  /** Home unit. */
  readonly unit: UnitId;
  /** A role above a unit is repeated for every unit below it; see `Actor`. */
  readonly grants: readonly Grant[];
  readonly staff: boolean;
  /** Former staff: still shown by name in history, but holds no roles and can be given none. */
  readonly left?: true;
}

export interface DirectoryUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly parent: UnitId | null;
  /** True for units that can hold a case (not the two sector units). */
  readonly holdsCases: boolean;
  /** A closed unit is still shown by name, but takes no cases. */
  readonly closed?: true;
}

export interface Directory {
  readonly users: readonly DirectoryUser[];
  readonly units: readonly DirectoryUnit[];
  /** Past, present and planned absences; none when absent. */
  readonly absences?: readonly Absence[];
}
