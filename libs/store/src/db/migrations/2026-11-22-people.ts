import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1795305600001 implements MigrationInterface {
  readonly name = 'People1795305600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit (
        id text PRIMARY KEY,
        name text NOT NULL,
        parent text CONSTRAINT unit_parent REFERENCES unit (id),
        holds_cases boolean NOT NULL
      );
      CREATE TABLE person (
        id text PRIMARY KEY,
        name text NOT NULL,
        unit text NOT NULL CONSTRAINT person_unit REFERENCES unit (id),
        email text,
        phone text,
        staff boolean NOT NULL
      );
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
        PRIMARY KEY (person, from_on)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE absence, role_grant, person, unit');
  }
}
