import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The people outside the municipality have a unit, and each of them one e-mail: two with the same are one person. */
export class OutsidePeople1795737600040 implements MigrationInterface {
  readonly name = 'OutsidePeople1795737600040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO unit (id, name, holds_cases) VALUES ('ekstern', 'Utenfor kommunen', false) ON CONFLICT DO NOTHING;
      CREATE UNIQUE INDEX person_outside_email ON person (lower(email)) WHERE NOT staff AND deactivated_at IS NULL;
    `);
  }

  /** The unit stays: people may belong to it by now. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX person_outside_email');
  }
}
