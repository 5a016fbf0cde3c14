import { ApplicationFailure } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import {
  EPOCH_SUPERSEDED,
  receiptOf,
  type CollaborationActivities,
  type RecordBatch,
} from '#contracts/messages/collaboration.js';
import { isUnsigned } from '#contracts/messages/signature.js';
import type { Logger } from '#platform/logger.js';
import { Diverged } from '#store/cases/history/append-events.js';
import { EpochSuperseded, recordBatch } from '#store/cases/record-batch.js';

/** Writes a batch of events to Postgres. Temporal retries every error but a superseded epoch for ever. */
export function recordActivity(dataSource: DataSource, log: Logger): CollaborationActivities['record'] {
  return async (batch: RecordBatch) => {
    if (isUnsigned(batch))
      throw ApplicationFailure.nonRetryable('a batch that no workflow of ours has sent', 'not-ours');
    try {
      await recordBatch(dataSource, batch);
      return receiptOf(batch);
    } catch (error) {
      if (error instanceof EpochSuperseded)
        throw ApplicationFailure.nonRetryable(error.message, EPOCH_SUPERSEDED, receiptOf(batch));
      const { id, epoch, events } = batch;
      const fields = { case: id, epoch, seq: events[0]?.seq, events: events.length, err: error };
      if (error instanceof Diverged) log.fatal(fields, 'history diverged: nothing is written until it is mended');
      else log.error(fields, 'record failed and is tried again');
      throw error;
    }
  };
}
