import { types } from 'node:util';

/** Keeps the tool from doing its work. The message is for the operator. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** First line of the innermost cause, because libraries wrap it in a message like "failed". */
export function reasonOf(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (types.isNativeError(error.cause)) return reasonOf(error.cause);
  return (error.message || error.name).split('\n', 1)[0] ?? error.name;
}
