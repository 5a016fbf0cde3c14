import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases: their history, what was written in them, the views folded from it, and the enquiries that they come from.
 * Whether a case has no view yet (`is_unopened`) is asked by the policy that lets the api add the events of an opening and no
 * others. The policies name database users and come with the grants at each start; until then only the owner reaches `event`. */
export class Cases1795910940000 implements MigrationInterface {
  readonly name = 'Cases1795910940000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event (
        case_id uuid NOT NULL,
        seq integer NOT NULL,
        type text NOT NULL,
        at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        by text,
        command text,
        command_hash text,
        data jsonb NOT NULL,
        hash text NOT NULL,
        epoch integer NOT NULL,
        origin text,
        PRIMARY KEY (case_id, seq)
      );
      CREATE UNIQUE INDEX event_command ON event (case_id, command) WHERE command_hash IS NOT NULL;
      CREATE TRIGGER event_written_once BEFORE UPDATE OR DELETE ON event
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER event_not_truncated BEFORE TRUNCATE ON event
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TABLE diverged (
        case_id uuid NOT NULL,
        seq integer NOT NULL,
        seen_hash text NOT NULL,
        stored_hash text,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (case_id, seq)
      );
      CREATE TABLE case_number (
        year integer PRIMARY KEY,
        last integer NOT NULL
      );
      CREATE TABLE start_request (
        case_id uuid PRIMARY KEY,
        requested_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz
      );
      CREATE INDEX start_request_waiting ON start_request (requested_at) WHERE started_at IS NULL;
      CREATE TABLE text (
        id text PRIMARY KEY,
        command_id text NOT NULL,
        case_id uuid,
        field text NOT NULL,
        body jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        attached_at timestamptz
      );
      CREATE INDEX text_case ON text (case_id);
      CREATE INDEX text_command ON text (command_id);
      CREATE INDEX text_unattached ON text (created_at) WHERE attached_at IS NULL;
      CREATE TABLE enquiry (
        id uuid PRIMARY KEY,
        organisation uuid CONSTRAINT enquiry_organisation REFERENCES organisation (id),
        title text NOT NULL,
        description text NOT NULL,
        contact_name text,
        contact_email text
          CONSTRAINT enquiry_email CHECK (contact_email COLLATE "C" !~ '[A-Z]' AND contact_email IS NFC NORMALIZED),
        contact_phone text,
        channel text NOT NULL,
        origin text NOT NULL,
        area text,
        received_at timestamptz NOT NULL,
        secret_hash text
      );
      CREATE UNIQUE INDEX enquiry_secret ON enquiry (secret_hash);
      CREATE INDEX enquiry_organisation_of ON enquiry (organisation);
      CREATE INDEX enquiry_contact ON enquiry USING gin (contact_name gin_trgm_ops);
      CREATE TABLE sensitive_case (
        case_id uuid PRIMARY KEY,
        marked_by text NOT NULL CONSTRAINT sensitive_case_marked_by REFERENCES person (id),
        marked_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE collaboration (
        id uuid PRIMARY KEY,
        number text NOT NULL,
        version integer NOT NULL,
        phase text NOT NULL,
        state text NOT NULL,
        unit text NOT NULL,
        owner text NOT NULL,
        deputy text,
        contact text NOT NULL,
        entrepreneur text,
        organisation text,
        waiting_for text,
        process_id text NOT NULL,
        process_version integer NOT NULL,
        opened_at timestamptz NOT NULL,
        phase_since timestamptz NOT NULL,
        stuck_at timestamptz,
        stuck_causes jsonb NOT NULL,
        title text NOT NULL,
        readers text[] NOT NULL,
        body jsonb NOT NULL,
        epoch integer NOT NULL,
        next_due_at timestamptz
      );
      CREATE UNIQUE INDEX collaboration_number ON collaboration (number);
      CREATE INDEX collaboration_owner ON collaboration (owner);
      CREATE INDEX collaboration_unit ON collaboration (unit);
      CREATE INDEX collaboration_deputy ON collaboration (deputy) WHERE deputy IS NOT NULL;
      CREATE INDEX collaboration_stuck ON collaboration (stuck_at) WHERE stuck_at IS NOT NULL;
      CREATE INDEX collaboration_opened ON collaboration (opened_at, id);
      CREATE INDEX collaboration_open ON collaboration (opened_at, id) WHERE state IN ('OPEN', 'SUSPENDED');
      CREATE INDEX collaboration_phase_since ON collaboration (phase_since, id);
      CREATE INDEX collaboration_due ON collaboration (coalesce(next_due_at, 'infinity'), id);
      CREATE INDEX collaboration_readers ON collaboration USING gin (readers) WITH (fastupdate = off);
      CREATE INDEX collaboration_words ON collaboration USING gin (number gin_trgm_ops, title gin_trgm_ops)
        WITH (gin_pending_list_limit = 256);
      CREATE INDEX collaboration_organisation ON collaboration (organisation) WHERE organisation IS NOT NULL;
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
        owed_by_until date,
        owed_by_duty text,
        owed_to_party text NOT NULL,
        owed_to_role text NOT NULL,
        owed_to_unit text,
        owed_to_user text,
        owed_to_duty text,
        escalated_to text[],
        due_on date NOT NULL,
        due_at timestamptz NOT NULL,
        act jsonb,
        body jsonb NOT NULL,
        PRIMARY KEY (case_id, id)
      );
      CREATE INDEX deadline_user ON deadline (owed_by_user, due_at, case_id, id) WHERE owed_by_user IS NOT NULL;
      CREATE INDEX deadline_duty ON deadline (owed_by_duty, due_at, case_id, id) WHERE owed_by_duty IS NOT NULL;
      CREATE INDEX deadline_creditor ON deadline (owed_to_duty, due_at, case_id, id) WHERE owed_to_duty IS NOT NULL;
      CREATE INDEX deadline_escalated_due ON deadline (due_at, case_id, id) WHERE escalated_to IS NOT NULL;
      CREATE INDEX deadline_escalated ON deadline USING gin (escalated_to) WHERE escalated_to IS NOT NULL;
      CREATE TABLE handover (
        case_id uuid NOT NULL,
        id text NOT NULL,
        n integer NOT NULL,
        purpose text NOT NULL,
        gate text,
        to_phase text,
        from_unit text NOT NULL,
        from_person text NOT NULL,
        state text NOT NULL,
        sent_at timestamptz,
        escalated boolean NOT NULL,
        receivers jsonb NOT NULL,
        to_units text[] NOT NULL,
        open boolean NOT NULL,
        stuck_at timestamptz,
        body jsonb NOT NULL,
        PRIMARY KEY (case_id, id)
      );
      CREATE INDEX handover_sent ON handover (coalesce(sent_at, 'infinity'), case_id, id);
      CREATE INDEX handover_open ON handover (coalesce(sent_at, 'infinity'), case_id, id) WHERE open;
      CREATE INDEX handover_to_units ON handover USING gin (to_units);
      CREATE INDEX handover_stuck ON handover (stuck_at) WHERE stuck_at IS NOT NULL;
      CREATE TABLE party (
        case_id uuid NOT NULL,
        n integer NOT NULL,
        person text NOT NULL,
        role text NOT NULL,
        from_on date NOT NULL,
        to_on date,
        phases text[],
        PRIMARY KEY (case_id, n)
      );
      CREATE INDEX party_person ON party (person);
      CREATE TABLE ownership (
        case_id uuid NOT NULL,
        from_seq integer NOT NULL,
        owner text NOT NULL,
        unit text NOT NULL,
        from_at timestamptz NOT NULL,
        to_at timestamptz,
        PRIMARY KEY (case_id, from_seq)
      );
      CREATE UNIQUE INDEX ownership_one_accountable ON ownership (case_id) WHERE to_at IS NULL;
      CREATE INDEX ownership_owner ON ownership (owner, to_at);
      CREATE TABLE note (
        case_id uuid NOT NULL,
        n integer NOT NULL,
        id uuid NOT NULL,
        visibility text NOT NULL CONSTRAINT note_visibility CHECK (visibility IN ('INTERNAL', 'SHARED')),
        by text NOT NULL CONSTRAINT note_by REFERENCES person (id),
        at timestamptz NOT NULL,
        body text NOT NULL,
        PRIMARY KEY (case_id, n)
      );
      CREATE UNIQUE INDEX note_id ON note (id);
      CREATE INDEX note_of_writer ON note (by);
      CREATE TABLE message (
        case_id uuid NOT NULL,
        n integer NOT NULL,
        id uuid NOT NULL,
        from_side text NOT NULL CONSTRAINT message_from_side CHECK (from_side IN ('STAFF', 'ENTREPRENEUR')),
        by text NOT NULL CONSTRAINT message_by REFERENCES person (id),
        at timestamptz NOT NULL,
        body text NOT NULL,
        message_id text NOT NULL,
        contact boolean NOT NULL,
        PRIMARY KEY (case_id, n)
      );
      CREATE UNIQUE INDEX message_of_id ON message (id);
      CREATE UNIQUE INDEX message_mail ON message (message_id);
      CREATE INDEX message_of_writer ON message (by);
      CREATE TABLE message_read (
        case_id uuid NOT NULL,
        person text NOT NULL CONSTRAINT message_read_person REFERENCES person (id),
        up_to integer NOT NULL,
        side text NOT NULL CONSTRAINT message_read_side CHECK (side IN ('STAFF', 'ENTREPRENEUR')),
        at timestamptz NOT NULL,
        PRIMARY KEY (case_id, person, up_to)
      );
      CREATE INDEX message_read_of_person ON message_read (person);
      -- STABLE: sees what was there before the statement, which writes the view as well.
      CREATE FUNCTION is_unopened(case_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
        BEGIN
          RETURN NOT EXISTS (SELECT 1 FROM public.collaboration c WHERE c.id = is_unopened.case_id);
        END
      $$;
      ALTER TABLE event ENABLE ROW LEVEL SECURITY;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION is_unopened(uuid) CASCADE;
      DROP TABLE message_read, message, note, ownership, party, handover, deadline, collaboration, sensitive_case, enquiry, text, start_request, case_number, diverged,
        event;
    `);
  }
}
