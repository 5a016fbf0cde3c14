import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit for people outside the municipality, and a unique e-mail for each active one. */
export class OutsidePeople1795737600040 implements MigrationInterface {
  readonly name = 'OutsidePeople1795737600040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO unit (id, name, holds_cases) VALUES ('ekstern', 'Utenfor kommunen', false) ON CONFLICT DO NOTHING;
      CREATE UNIQUE INDEX person_outside_email ON person (lower(email)) WHERE NOT staff AND deactivated_at IS NULL;
    `);
  }

  /** Keeps the unit: people may belong to it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX person_outside_email');
  }
}
