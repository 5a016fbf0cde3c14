import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people did to people, roles, rules and sign-ins, and what they were refused. */
export class Audit1795910640000 implements MigrationInterface {
  readonly name = 'Audit1795910640000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        id bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        kind text NOT NULL,
        by text,
        subject text,
        case_id uuid,
        detail jsonb NOT NULL,
        mac text NOT NULL
      );
      CREATE TABLE audit_head (
        one boolean PRIMARY KEY DEFAULT true CONSTRAINT audit_head_one CHECK (one),
        entries bigint NOT NULL,
        mac text NOT NULL,
        seal text NOT NULL
      );
      INSERT INTO audit_head (entries, mac, seal) VALUES (0, '', '');
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
    await runner.query(`
      DROP TABLE audit_entry;
      DROP TABLE audit_head;
    `);
  }
}
