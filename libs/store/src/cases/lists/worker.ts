import type { UserId } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { awayOn, dutiesOf, unattendedOn } from '#domain/people/duty-holders.js';
import { peopleSubstitutedBy } from '#domain/policy/absence.js';
import type { Directory } from '#domain/policy/directory.js';
import { readTokensOf } from '#domain/policy/read-access.js';
import type { LocalDate } from '#domain/time.js';

/** For whom My day is read. */
export interface Worker {
  readonly user: UserId;
  readonly on: LocalDate;
  /** Read tokens of the person. */
  readonly tokens: readonly string[];
  /** Everybody who is away today or has left. */
  readonly away: readonly UserId[];
  /** Those of them for whom no substitute is at work. */
  readonly unattended: readonly UserId[];
  /** The absent people whose substitute the person is. */
  readonly standsInFor: readonly UserId[];
  /** The roles that the person answers for, as `<role>@<unit>`. */
  readonly duties: readonly string[];
  /** What an outside person represents: `org:<id>` or `case:<id>`. */
  readonly speaksFor: readonly string[];
}

export function workerOn(actor: Actor, directory: Directory, on: LocalDate): Worker {
  const { user, speaksFor = [] } = actor;
  return {
    user,
    on,
    speaksFor,
    tokens: readTokensOf(actor),
    away: awayOn(directory, on),
    unattended: unattendedOn(directory, on),
    standsInFor: peopleSubstitutedBy(directory.absences, user, on),
    duties: dutiesOf(directory, user, on),
  };
}
