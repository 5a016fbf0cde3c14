import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles in individual cases, and the reader tokens for participants and outside people. */
export class Parties1795737660015 implements MigrationInterface {
  readonly name = 'Parties1795737660015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE party (
        case_id uuid NOT NULL,
        n integer NOT NULL,
        person text NOT NULL,
        role text NOT NULL,
        from_on date NOT NULL,
        to_on date,
        phases text[],
        PRIMARY KEY (case_id, n)
      );
      CREATE INDEX party_person ON party (person);
      UPDATE collaboration SET readers = (
        SELECT array_agg(DISTINCT token COLLATE "C" ORDER BY token COLLATE "C") FROM unnest(
          readers || ARRAY['case:' || id, 'lead:' || unit]
          || CASE WHEN organisation IS NULL THEN ARRAY[]::text[] ELSE ARRAY['org:' || organisation] END
        ) AS token
        WHERE token <> 'user:' || coalesce(entrepreneur, '') OR entrepreneur IN (owner, contact)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE party');
  }
}
