import type { DataSource } from 'typeorm';
import { CANARY_ID, type CanaryActivities } from '#contracts/messages/canary.js';
import { beat } from '#store/installation/heartbeats.js';

export function beatActivity(dataSource: DataSource): CanaryActivities['beat'] {
  return () => beat(dataSource.manager, CANARY_ID);
}
