import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The substitute of an absent person. */
export class Substitutes1795737600002 implements MigrationInterface {
  readonly name = 'Substitutes1795737600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE absence ADD COLUMN substitute text CONSTRAINT absence_substitute REFERENCES person (id);
      CREATE INDEX absence_stand_in ON absence (substitute);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE absence DROP COLUMN substitute');
  }
}
