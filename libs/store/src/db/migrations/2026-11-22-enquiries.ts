import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Enquiries1795305600002 implements MigrationInterface {
  readonly name = 'Enquiries1795305600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY,
        number text,
        name text NOT NULL
      );
      CREATE UNIQUE INDEX organisation_number ON organisation (number);
      CREATE TABLE enquiry (
        id uuid PRIMARY KEY,
        organisation uuid CONSTRAINT enquiry_organisation REFERENCES organisation (id),
        title text NOT NULL,
        description text NOT NULL,
        contact_name text,
        contact_email text,
        contact_phone text,
        channel text NOT NULL,
        origin text NOT NULL,
        area text,
        received_at timestamptz NOT NULL,
        secret_hash text,
        caller text NOT NULL,
        key text NOT NULL,
        body_hash text NOT NULL
      );
      CREATE UNIQUE INDEX enquiry_key ON enquiry (caller, key);
      CREATE UNIQUE INDEX enquiry_secret ON enquiry (secret_hash);
      CREATE INDEX enquiry_organisation_of ON enquiry (organisation);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE enquiry, organisation');
  }
}
