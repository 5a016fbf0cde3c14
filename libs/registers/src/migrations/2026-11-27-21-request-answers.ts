import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers by Idempotency-Key, so that a repeated request gets the same answer. */
export class RequestAnswers1795737600021 implements MigrationInterface {
  readonly name = 'RequestAnswers1795737600021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE request_answer (
        caller text NOT NULL,
        key text NOT NULL,
        hash text NOT NULL,
        answer jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (caller, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE request_answer');
  }
}
