import { isGrpcServiceError, ServiceError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { CASE_RESTARTING } from '#contracts/messages/collaboration.js';
import { isUnsigned } from '#contracts/messages/signature.js';
import { isRefusalCode } from '#domain/model/refusal.js';
import type { Refusal } from '#domain/model/refusal.js';

const UNAVAILABLE = 14;
const RESOURCE_EXHAUSTED = 8;
/** Messages of grpc-js when it had no connection, so that nothing can have been sent. */
const NO_CONNECTION = /No connection established|ECONNREFUSED|ENOTFOUND|EHOSTUNREACH/;

/**
 * The domain refusal that a failed update carries as its detail. Null for any other failure, such as an exception in a
 * validator, whose type is not a refusal code.
 */
export function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return null;
  const { type, details } = error.cause;
  return isRefusalCode(type) && !isSaidByOthers(error) ? ((details?.[0] ?? null) as Refusal | null) : null;
}

/** True when the refusal is not signed by this installation: then nobody knows what became of the command. */
export function isSaidByOthers(error: unknown): boolean {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return false;
  return isUnsigned(error.cause.details?.[0]);
}

/** True when a closed run refused the command: nothing has happened, and soon another run takes it. */
export function isRestarting(error: unknown): boolean {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return false;
  return error.cause.type === CASE_RESTARTING;
}

/** True when the server did not receive the call, so that it has no effect now or later. */
export function isUnsent(error: unknown): boolean {
  const grpc = grpcIn(error);
  if (!grpc) return false;
  const { code, details } = grpc;
  return (
    code === (RESOURCE_EXHAUSTED as typeof code) ||
    (code === (UNAVAILABLE as typeof code) && NO_CONNECTION.test(details))
  );
}

/** True when the call may have reached the server, but the connection broke or the deadline passed. */
export function isOutcomeUnknown(error: unknown): boolean {
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
