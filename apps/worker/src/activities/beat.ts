import type { DataSource } from 'typeorm';
import { CANARY_ID, type CanaryActivities } from '#contracts/messages/canary.js';
import { beat } from '#read-model/heartbeats.js';

export function beatActivity(dataSource: DataSource): CanaryActivities['beat'] {
  return () => beat(dataSource.manager, CANARY_ID);
}
