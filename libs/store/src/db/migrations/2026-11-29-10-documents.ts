import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people have uploaded to a case, and the documents that they are versions of. */
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
      CREATE INDEX file_key ON file (key) WHERE key <> '';
      CREATE INDEX file_unattached ON file (stored_at) WHERE attached_at IS NULL;
      CREATE TABLE document (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        n integer NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        visibility text NOT NULL CONSTRAINT document_visibility CHECK (visibility IN ('INTERNAL', 'SHARED')),
        from_side text NOT NULL CONSTRAINT document_from_side CHECK (from_side IN ('STAFF', 'ENTREPRENEUR')),
        by text NOT NULL CONSTRAINT document_by REFERENCES person (id),
        at timestamptz NOT NULL,
        handover text,
        withdrawn_at timestamptz,
        withdrawn_by text CONSTRAINT document_withdrawn_by REFERENCES person (id),
        withdrawn_reason text,
        CONSTRAINT document_of_entrepreneur CHECK (from_side = 'STAFF' OR visibility = 'SHARED'),
        CONSTRAINT document_withdrawn CHECK (num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) IN (0, 3))
      );
      CREATE UNIQUE INDEX document_n ON document (case_id, n);
      CREATE UNIQUE INDEX document_of_handover ON document (case_id, handover) WHERE handover IS NOT NULL;
      CREATE INDEX document_of_writer ON document (by);
      CREATE INDEX document_of_withdrawer ON document (withdrawn_by) WHERE withdrawn_by IS NOT NULL;
      CREATE TABLE document_version (
        document_id uuid NOT NULL CONSTRAINT document_version_document REFERENCES document (id),
        v integer NOT NULL,
        case_id uuid NOT NULL,
        n integer NOT NULL,
        file_id uuid NOT NULL CONSTRAINT document_version_file REFERENCES file (id),
        by text NOT NULL CONSTRAINT document_version_by REFERENCES person (id),
        at timestamptz NOT NULL,
        note text,
        PRIMARY KEY (document_id, v)
      );
      CREATE UNIQUE INDEX document_version_of_file ON document_version (file_id);
      CREATE UNIQUE INDEX document_version_n ON document_version (case_id, n);
      CREATE INDEX document_version_of_writer ON document_version (by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE document_version, document, file;`);
  }
}
