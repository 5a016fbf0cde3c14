import type { EntityManager } from 'typeorm';
import type { Deadline } from '#domain/case/case.js';
import { DeadlineTable } from '../tables/deadline.js';

/** One thing owed on a case that is somebody's. */
export interface WorkRow {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly phase: string;
  readonly processId: string;
  readonly processVersion: number;
  readonly owner: string;
  readonly unit: string;
  readonly deadline: Deadline;
  readonly owedBy: { readonly party: string; readonly role: string; readonly unit: string | null; readonly user: string | null };
  /** The user owes it themselves; otherwise they wait for it. */
  readonly mine: boolean;
}

export interface WorkAsked {
  readonly user: string;
  /** Units whose debts without a named person are this user's too, e.g. those they lead. */
  readonly units?: readonly string[];
}

/** What a person owes, and what is owed on the cases they own or stand in for; earliest due first. */
export async function workOf(manager: EntityManager, { user, units = [] }: WorkAsked): Promise<WorkRow[]> {
  const mine = '(d.owed_by_user = :user OR (d.owed_by_user IS NULL AND d.owed_by_unit = ANY(:units::text[])))';
  const raws = await manager
    .createQueryBuilder(DeadlineTable, 'd')
    .innerJoin('collaboration', 'c', 'c.id = d.case_id')
    .select(['d.body AS body', 'd.case_id AS case_id'])
    .addSelect(['d.owed_by_party AS party', 'd.owed_by_role AS role', 'd.owed_by_unit AS by_unit', 'd.owed_by_user AS by_user'])
    .addSelect(['c.number AS number', 'c.title AS title', 'c.phase AS phase', 'c.owner AS owner', 'c.unit AS unit'])
    .addSelect(['c.process_id AS process_id', 'c.process_version AS process_version'])
    .addSelect(mine, 'mine')
    .where(`d.nature = 'DEBT' AND d.state IN ('OPEN', 'PAUSED', 'BREACHED') AND d.body->>'metAt' IS NULL`)
    .andWhere(`(${mine} OR c.owner = :user OR c.deputy = :user)`)
    .setParameters({ user, units: [...units] })
    .orderBy('d.due_at')
    .addOrderBy('d.id')
    .getRawMany<Record<string, unknown>>();
  return raws.map((raw) => ({
    caseId: raw['case_id'] as string,
    number: raw['number'] as string,
    title: raw['title'] as string,
    phase: raw['phase'] as string,
    processId: raw['process_id'] as string,
    processVersion: raw['process_version'] as number,
    owner: raw['owner'] as string,
    unit: raw['unit'] as string,
    deadline: raw['body'] as Deadline,
    owedBy: {
      party: raw['party'] as string,
      role: raw['role'] as string,
      unit: raw['by_unit'] as string | null,
      user: raw['by_user'] as string | null,
    },
    mine: raw['mine'] as boolean,
  }));
}
