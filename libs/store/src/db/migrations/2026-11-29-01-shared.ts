import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Norwegian order, search by parts of words, rows that are written once, and the answers that an Idempotency-Key brings back. */
export class Shared1795910460000 implements MigrationInterface {
  readonly name = 'Shared1795910460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE COLLATION norwegian (provider = icu, locale = 'nb-NO');
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '% rows are written once: no % of them', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
        END
      $$;
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
    await runner.query(`
      DROP TABLE request_answer;
      DROP FUNCTION refuse_change();
      DROP EXTENSION pg_trgm;
      DROP COLLATION norwegian;
    `);
  }
}
