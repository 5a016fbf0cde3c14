import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units, people, roles, absences and service areas. People outside the municipality have a unit of their own. */
export class People1795910700000 implements MigrationInterface {
  readonly name = 'People1795910700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit (
        id text PRIMARY KEY,
        name text COLLATE norwegian NOT NULL,
        parent text CONSTRAINT unit_parent REFERENCES unit (id),
        holds_cases boolean NOT NULL,
        closed_on date
      );
      INSERT INTO unit (id, name, holds_cases) VALUES ('ekstern', 'Utenfor kommunen', false);
      CREATE TABLE person (
        id text PRIMARY KEY,
        name text COLLATE norwegian NOT NULL,
        unit text NOT NULL CONSTRAINT person_unit REFERENCES unit (id),
        email text CONSTRAINT person_email CHECK (email COLLATE "C" !~ '[A-Z]' AND email IS NFC NORMALIZED),
        phone text,
        staff boolean NOT NULL,
        deactivated_at timestamptz,
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX person_outside_email ON person (email) WHERE NOT staff AND deactivated_at IS NULL;
      CREATE INDEX person_staff ON person (id) WHERE staff;
      CREATE INDEX person_name ON person (name, id);
      CREATE INDEX person_words ON person USING gin (name COLLATE "default" gin_trgm_ops, id gin_trgm_ops);
      CREATE TABLE role_grant (
        person text NOT NULL CONSTRAINT role_grant_person REFERENCES person (id),
        role text NOT NULL,
        unit text NOT NULL CONSTRAINT role_grant_unit REFERENCES unit (id),
        from_on date NOT NULL,
        to_on date,
        PRIMARY KEY (person, role, unit, from_on)
      );
      CREATE TABLE absence (
        person text NOT NULL CONSTRAINT absence_person REFERENCES person (id),
        from_on date NOT NULL,
        to_on date,
        substitute text CONSTRAINT absence_substitute REFERENCES person (id),
        PRIMARY KEY (person, from_on)
      );
      CREATE INDEX absence_stand_in ON absence (substitute);
      CREATE TABLE area (
        id text PRIMARY KEY,
        name text COLLATE norwegian NOT NULL,
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
    await runner.query(`
      DROP TABLE area, absence, role_grant, person, unit;
    `);
  }
}
