import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProcessVersions1795420860000 implements MigrationInterface {
  readonly name = 'ProcessVersions1795420860000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE process_version (
        id text NOT NULL,
        version integer NOT NULL,
        document jsonb NOT NULL,
        core jsonb NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE process_version');
  }
}
