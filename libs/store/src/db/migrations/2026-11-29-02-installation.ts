import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The installation itself, its clock, and who says that they are alive. */
export class Installation1795910520000 implements MigrationInterface {
  readonly name = 'Installation1795910520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE installation (
        one boolean PRIMARY KEY DEFAULT true CONSTRAINT installation_one CHECK (one),
        id text NOT NULL,
        origin_domain timestamptz,
        origin_wall timestamptz,
        speed double precision NOT NULL DEFAULT 1,
        ready_at timestamptz,
        restored_at timestamptz
      );
      CREATE TABLE heartbeat (
        name text PRIMARY KEY,
        at timestamptz NOT NULL,
        chain text NOT NULL,
        beat integer NOT NULL,
        following boolean NOT NULL DEFAULT false
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE heartbeat, installation;
    `);
  }
}
