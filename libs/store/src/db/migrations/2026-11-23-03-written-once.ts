import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WrittenOnce1795420920000 implements MigrationInterface {
  readonly name = 'WrittenOnce1795420920000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '% rows are written once: no % of them', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
        END
      $$;
      CREATE TRIGGER event_written_once BEFORE UPDATE OR DELETE ON event
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER event_not_truncated BEFORE TRUNCATE ON event
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER process_version_written_once BEFORE UPDATE OR DELETE ON process_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER process_version_not_truncated BEFORE TRUNCATE ON process_version
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER event_written_once ON event;
      DROP TRIGGER event_not_truncated ON event;
      DROP TRIGGER process_version_written_once ON process_version;
      DROP TRIGGER process_version_not_truncated ON process_version;
      DROP FUNCTION refuse_change();
    `);
  }
}
