import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Released versions of the process documents. */
export class Process1795910580000 implements MigrationInterface {
  readonly name = 'Process1795910580000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE process_version (
        id text NOT NULL,
        version integer NOT NULL,
        document jsonb NOT NULL,
        core jsonb NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (id, version)
      );
      CREATE TRIGGER process_version_written_once BEFORE UPDATE OR DELETE ON process_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER process_version_not_truncated BEFORE TRUNCATE ON process_version
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE process_version;
    `);
  }
}
