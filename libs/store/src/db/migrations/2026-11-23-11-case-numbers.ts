import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CaseNumbers1795421400000 implements MigrationInterface {
  readonly name = 'CaseNumbers1795421400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_number (
        year integer PRIMARY KEY,
        last integer NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_number');
  }
}
