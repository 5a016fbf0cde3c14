import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Deadlines1795421040000 implements MigrationInterface {
  readonly name = 'Deadlines1795421040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deadline (
        case_id uuid NOT NULL,
        id text NOT NULL,
        kind text NOT NULL,
        nature text NOT NULL,
        effect text NOT NULL,
        state text NOT NULL,
        owed_by_party text NOT NULL,
        owed_by_role text NOT NULL,
        owed_by_unit text,
        owed_by_user text,
        owed_to_party text NOT NULL,
        due_on date NOT NULL,
        due_at timestamptz NOT NULL,
        body jsonb NOT NULL,
        PRIMARY KEY (case_id, id)
      );
      CREATE INDEX deadline_due ON deadline (state, due_at);
      CREATE INDEX deadline_user ON deadline (owed_by_user) WHERE owed_by_user IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deadline');
  }
}
