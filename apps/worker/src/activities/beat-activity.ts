import { activityInfo } from '@temporalio/activity';
import type { DataSource } from 'typeorm';
import { CANARY_ID, type CanaryActivities } from '#contracts/messages/canary.js';
import { recordBeat } from '#store/installation/heartbeats.js';
import type { FollowPostgresService } from '../follow-postgres.service.js';

export function beatActivity(
  dataSource: DataSource,
  follower: Pick<FollowPostgresService, 'follow'>,
): CanaryActivities['beat'] {
  return async (beat) => {
    const isExpected = await recordBeat(dataSource.manager, CANARY_ID, beat, activityInfo().attempt > 1);
    if (!isExpected) follower.follow(beat);
  };
}
