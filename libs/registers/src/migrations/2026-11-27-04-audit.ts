import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log: rows are inserted, never changed. */
export class Audit1795737600004 implements MigrationInterface {
  readonly name = 'Audit1795737600004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        id bigserial PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        by text,
        subject text,
        case_id uuid,
        detail jsonb NOT NULL
      );
      CREATE INDEX audit_entry_at ON audit_entry (at);
      CREATE INDEX audit_entry_by ON audit_entry (by);
      CREATE INDEX audit_entry_subject ON audit_entry (subject);
      CREATE TRIGGER audit_entry_written_once BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_entry_not_truncated BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry');
  }
}
