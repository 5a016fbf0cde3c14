import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links a subject at an identity provider to a person. The subject is a keyed hash: no national identity number is stored. */
export class Identities1795737600010 implements MigrationInterface {
  readonly name = 'Identities1795737600010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity (
        issuer text NOT NULL,
        subject text NOT NULL,
        person text NOT NULL CONSTRAINT identity_person REFERENCES person (id),
        PRIMARY KEY (issuer, subject)
      );
      CREATE INDEX identity_of ON identity (person);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity');
  }
}
