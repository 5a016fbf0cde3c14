import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox: who is to be told what, and when. */
export class Mailroom1795910880000 implements MigrationInterface {
  readonly name = 'Mailroom1795910880000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_message (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        seq integer NOT NULL,
        kind text NOT NULL,
        slot text NOT NULL,
        deadline text,
        rung text,
        owed_by jsonb,
        template text NOT NULL,
        language text NOT NULL DEFAULT 'nb',
        due_at timestamptz NOT NULL,
        not_before timestamptz NOT NULL,
        status text NOT NULL,
        sent_at timestamptz
      );
      CREATE UNIQUE INDEX outbox_message_slot ON outbox_message (case_id, seq, kind, slot);
      CREATE INDEX outbox_message_due ON outbox_message (due_at, id);
      CREATE INDEX outbox_message_waiting ON outbox_message (not_before) WHERE status = 'WAITING';
      -- After a restore the cases fire again what was due before it, and the messages may have been sent in the time that is lost.
      CREATE FUNCTION hold_sent_before_restore() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.status = 'WAITING' AND NEW.due_at < (SELECT restored_at FROM installation) THEN
            NEW.status := 'HELD';
          END IF;
          RETURN NEW;
        END
      $$;
      CREATE TRIGGER outbox_message_held BEFORE INSERT ON outbox_message
        FOR EACH ROW EXECUTE FUNCTION hold_sent_before_restore();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE outbox_message;
      DROP FUNCTION hold_sent_before_restore();
    `);
  }
}
