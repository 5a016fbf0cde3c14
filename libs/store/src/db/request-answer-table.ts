import { EntitySchema } from 'typeorm';

/** The answer to a request with an Idempotency-Key, given again when the request is repeated. `at` is wall time. */
export interface RequestAnswerRow {
  caller: string;
  /** The Idempotency-Key. */
  key: string;
  /** Keyed hash of the request. */
  hash: string;
  answer: object;
  at: Date;
}

export const RequestAnswerTable = new EntitySchema<RequestAnswerRow>({
  name: 'RequestAnswer',
  tableName: 'request_answer',
  columns: {
    caller: { type: 'text', primary: true },
    key: { type: 'text', primary: true },
    hash: { type: 'text' },
    answer: { type: 'jsonb' },
    at: { type: 'timestamptz', default: () => 'now()' },
  },
});
