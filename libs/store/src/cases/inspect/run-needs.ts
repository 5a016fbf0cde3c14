import { In, type EntityManager } from 'typeorm';
import { nextWakeAt } from '#domain/deadline/next-wake.js';
import { CollaborationTable } from '../views/collaboration-table.js';

/** What Postgres says of a case that its workflow run must agree with. */
export interface RecordedVersion {
  readonly version: number;
  readonly epoch: number;
  /** True when the case must have a run: it is open, or it is closed and still has a deadline to fire. */
  readonly needsRun: boolean;
}

/** By case id; a case without a view row is left out. */
export async function recordedVersions(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordedVersion>> {
  const rows = await manager.find(CollaborationTable, {
    select: { id: true, version: true, epoch: true, body: true as never },
    where: { id: In([...ids]) },
  });
  return new Map(
    rows.map(({ id, version, epoch, body }) => {
      const needsRun = body.closedAt === undefined || nextWakeAt(body) !== null;
      return [id, { version, epoch, needsRun }];
    }),
  );
}
