import { isGrpcServiceError, ServiceError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isRefusalCode } from './refusal-codes.js';
import type { Refusal } from '#domain/model/refusal.js';

const UNAVAILABLE = 14;
const RESOURCE_EXHAUSTED = 8;
/** grpc-js says this when it never had a connection, so that nothing can have been sent. */
const NEVER_SENT = /No connection established|ECONNREFUSED|ENOTFOUND|EHOSTUNREACH/;

/**
 * The domain's no inside an update's failure. Any other failure (a bug that threw inside a validator, say) is no refusal:
 * it has no listed code and goes on as an error.
 */
export function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return null;
  const { type, details } = error.cause;
  if (!isRefusalCode(type)) return null;
  const [first] = (details ?? []) as [{ refusal?: Refusal }?];
  return first?.refusal ?? { code: type, detail: error.cause.message };
}

/** True when the server did not take the call: nothing has happened and nothing will. */
export function neverSent(error: unknown): boolean {
  const grpc = grpcIn(error);
  if (!grpc) return false;
  const { code, details } = grpc;
  return (
    code === (RESOURCE_EXHAUSTED as typeof code) || (code === (UNAVAILABLE as typeof code) && NEVER_SENT.test(details))
  );
}

/** True when the connection broke or the time was up while the call was under way. */
export function brokenOff(error: unknown): boolean {
  const grpc = grpcIn(error);
  // UNKNOWN, DEADLINE_EXCEEDED, CANCELLED, ABORTED, INTERNAL, UNAVAILABLE
  return grpc !== null && [1, 2, 4, 10, 13, 14].includes(grpc.code);
}

function grpcIn(error: unknown): { code: number; details: string } | null {
  if (isGrpcServiceError(error)) return error;
  if (error instanceof ServiceError || (error instanceof Error && error.cause !== undefined))
    return grpcIn(error.cause);
  return null;
}
