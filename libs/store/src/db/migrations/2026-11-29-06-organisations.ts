import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, and who speaks for them: in all their cases, or in the one case that they wrote in about. */
export class Organisations1795910760000 implements MigrationInterface {
  readonly name = 'Organisations1795910760000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY,
        number text,
        name text COLLATE norwegian NOT NULL
      );
      CREATE UNIQUE INDEX organisation_number ON organisation (number);
      CREATE INDEX organisation_name ON organisation (name, id);
      CREATE INDEX organisation_words ON organisation USING gin (name COLLATE "default" gin_trgm_ops, number gin_trgm_ops);
      CREATE TABLE representative (
        id uuid PRIMARY KEY,
        person text NOT NULL CONSTRAINT representative_person REFERENCES person (id),
        organisation uuid NOT NULL CONSTRAINT representative_organisation REFERENCES organisation (id),
        case_id uuid,
        from_on date NOT NULL,
        to_on date,
        added_by text CONSTRAINT representative_added_by REFERENCES person (id),
        confirmed_by text CONSTRAINT representative_confirmed_by REFERENCES person (id)
      );
      CREATE INDEX representative_of ON representative (person);
      CREATE INDEX representative_for ON representative (organisation);
      CREATE INDEX representative_in ON representative (case_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE representative, organisation;
    `);
  }
}
