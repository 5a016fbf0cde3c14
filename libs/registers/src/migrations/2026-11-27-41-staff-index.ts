import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The directory is read every few seconds; the index finds staff without scanning all contacts. */
export class StaffIndex1795737600041 implements MigrationInterface {
  readonly name = 'StaffIndex1795737600041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX person_staff ON person (id) WHERE staff');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX person_staff');
  }
}
