import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The row-level policy that lets the api insert events only for new cases calls `is_unopened`. Policies name database users,
 * so they are created with the grants at each start; until then only the table owner has access.
 */
export class OpeningsOnly1795737600030 implements MigrationInterface {
  readonly name = 'OpeningsOnly1795737600030';

  async up(runner: QueryRunner): Promise<void> {
    // STABLE: sees the state before the statement, which also inserts the view.
    await runner.query(`
      CREATE FUNCTION is_unopened(case_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
        BEGIN
          RETURN NOT EXISTS (SELECT 1 FROM public.collaboration c WHERE c.id = is_unopened.case_id);
        END
      $$;
      ALTER TABLE event ENABLE ROW LEVEL SECURITY;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event DISABLE ROW LEVEL SECURITY;
      DROP FUNCTION is_unopened(uuid) CASCADE;
    `);
  }
}
