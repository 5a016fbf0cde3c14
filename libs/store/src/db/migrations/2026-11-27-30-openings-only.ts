import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a case has no view yet, asked by the policy that lets the api add the events of an opening and no others. The
 * policies name database users and come with the grants at each start; until then only the owner reaches the table.
 */
export class OpeningsOnly1795737600030 implements MigrationInterface {
  readonly name = 'OpeningsOnly1795737600030';

  async up(runner: QueryRunner): Promise<void> {
    // STABLE: sees what was there before the statement, which writes the view as well.
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
