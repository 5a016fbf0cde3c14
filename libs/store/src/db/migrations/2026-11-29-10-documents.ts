import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people have uploaded to a case. */
export class Documents1795911000000 implements MigrationInterface {
  readonly name = 'Documents1795911000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        by text NOT NULL CONSTRAINT file_by REFERENCES person (id),
        at timestamptz NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        key text NOT NULL,
        scan text NOT NULL CONSTRAINT file_scan CHECK (scan IN ('CLEAN', 'NOT_SCANNED')),
        encrypted boolean NOT NULL,
        state text NOT NULL CONSTRAINT file_state CHECK (state IN ('READY', 'REFUSED')),
        code text,
        stored_at timestamptz NOT NULL DEFAULT now(),
        attached_at timestamptz,
        CONSTRAINT file_code CHECK ((state = 'REFUSED') = (code IS NOT NULL))
      );
      CREATE INDEX file_case ON file (case_id);
      CREATE INDEX file_by_person ON file (by);
      CREATE INDEX file_unattached ON file (stored_at) WHERE attached_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE file;`);
  }
}
