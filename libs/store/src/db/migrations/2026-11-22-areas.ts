import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Areas1795305600003 implements MigrationInterface {
  readonly name = 'Areas1795305600003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE area (
        id text PRIMARY KEY,
        name text NOT NULL,
        text text NOT NULL,
        unit text NOT NULL CONSTRAINT area_unit REFERENCES unit (id),
        contact text NOT NULL CONSTRAINT area_contact REFERENCES person (id),
        deputy text NOT NULL CONSTRAINT area_deputy REFERENCES person (id),
        open_from date NOT NULL,
        open_to date
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE area');
  }
}
