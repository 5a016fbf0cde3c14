import type { DataSource } from 'typeorm';
import { CANARY_ID, type CanaryActivities } from '#contracts/messages/canary.js';
import { recordHeartbeat } from '#store/installation/heartbeats.js';

export function beatActivity(dataSource: DataSource): CanaryActivities['beat'] {
  return () => recordHeartbeat(dataSource.manager, CANARY_ID);
}
