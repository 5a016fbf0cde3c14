/** One invalid part of a request. `pointer` is a JSON pointer into the body, or `?name` for a query parameter. */
export interface InputError {
  readonly pointer: string;
  readonly detail: string;
}

export interface RefusalBody {
  readonly status: number;
  /** Stable, for programs. */
  readonly code: string;
  /** A sentence for a person. */
  readonly detail: string;
  readonly errors?: readonly InputError[];
  /** Extension members of the problem document (RFC 9457, 3.2). */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An expected refusal. `ProblemsFilter` answers it with a problem document or a page. */
export class PlatformRefusal extends Error {
  constructor(readonly refusal: RefusalBody) {
    super(`${refusal.code}: ${refusal.detail}`);
    this.name = 'HttpRefusal';
  }
}

export const malformed = (detail: string, errors: readonly InputError[] = []): PlatformRefusal =>
  new PlatformRefusal({ status: 400, code: 'malformed', detail, errors });

export const notFound = (): PlatformRefusal =>
  new PlatformRefusal({ status: 404, code: 'not-found', detail: 'Det er ingenting på denne adressen.' });

export const unavailable = (detail: string): PlatformRefusal =>
  new PlatformRefusal({ status: 503, code: 'unavailable', detail, headers: { 'Retry-After': '2' } });
