import type { EntityManager } from 'typeorm';
import { HeartbeatTable } from './heartbeat-table.js';

export async function recordHeartbeat(manager: EntityManager, name: string): Promise<void> {
  await manager.upsert(HeartbeatTable, { name, at: new Date().toISOString() }, ['name']);
}

/** Null when there was no heartbeat. */
export async function msSinceHeartbeat(manager: EntityManager, name: string): Promise<number | null> {
  const row = await manager.findOneBy(HeartbeatTable, { name });
  return row && Date.now() - Date.parse(row.at);
}
