import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Representatives of an organisation, in all its cases or in one. */
export class Spokespersons1795737600003 implements MigrationInterface {
  readonly name = 'Spokespersons1795737600003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE spokesperson (
        id uuid PRIMARY KEY,
        person text NOT NULL CONSTRAINT spokesperson_person REFERENCES person (id),
        organisation uuid NOT NULL CONSTRAINT spokesperson_organisation REFERENCES organisation (id),
        case_id uuid,
        from_on date NOT NULL,
        to_on date
      );
      CREATE INDEX spokesperson_of ON spokesperson (person);
      CREATE INDEX spokesperson_for ON spokesperson (organisation);
      CREATE INDEX spokesperson_in ON spokesperson (case_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE spokesperson');
  }
}
