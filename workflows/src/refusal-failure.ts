import { ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from '#domain/model/refusal.js';

/** A refusal as a Temporal failure: the code is the failure's type, the refusal itself its detail. */
export function refusalFailure(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(refusal.detail.nb, refusal.code, refusal);
}
