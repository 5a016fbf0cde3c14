/** The programs that connect as users of their own, not as the owner of the tables. */
export const PROGRAMS = ['api', 'worker'] as const;

export type Program = (typeof PROGRAMS)[number];

/** Privileges on a table by program, in the syntax of GRANT. A program that is not listed has none. */
export type Grants = Readonly<Partial<Record<Program, string>>>;

const READ = 'SELECT';
const READ_INSERT = 'SELECT, INSERT';
const READ_INSERT_UPDATE = 'SELECT, INSERT, UPDATE';
const ALL = 'SELECT, INSERT, UPDATE, DELETE';

/**
 * What the database lets each program do with each table, whatever the code tries. The owner (migrations, seeds, repairs) is
 * not restricted; nobody else creates, alters or drops. A missing table is closed to both programs, and fails a test.
 */
export const FENCE: Readonly<Record<string, Grants>> = {
  // History: append-only. A policy also limits the api to the events that open a case (apply-grants.ts).
  event: { api: READ_INSERT, worker: READ_INSERT },
  process_version: { api: READ, worker: READ },
  audit_entry: { api: READ_INSERT },

  // Views: the api inserts those of a case that it opens, later only the worker writes. The title is a copy of a text.
  collaboration: { api: `${READ_INSERT}, UPDATE (title)`, worker: 'SELECT, UPDATE' },
  deadline: { api: READ_INSERT, worker: READ_INSERT_UPDATE },
  handover: { api: READ_INSERT, worker: READ_INSERT_UPDATE },
  party: { api: READ, worker: READ_INSERT_UPDATE },
  custody: { api: READ_INSERT, worker: READ_INSERT_UPDATE },
  letter: { api: READ_INSERT, worker: READ_INSERT_UPDATE },

  // Texts: inserted by the api before a command; the worker attaches them to events and deletes the rest.
  text: { api: READ_INSERT_UPDATE, worker: 'SELECT, UPDATE (case_id, attached_at), DELETE' },

  // Operation of the installation.
  case_number: { api: 'SELECT, INSERT, UPDATE (last)' },
  start_request: { api: 'INSERT', worker: 'SELECT, UPDATE (started_at)' },
  installation: { api: READ, worker: READ },
  heartbeat: { api: READ, worker: READ_INSERT_UPDATE },
  diverged: { api: READ, worker: ALL },

  // Registers: the worker only reads them, to find out whom to notify.
  unit: { api: ALL, worker: READ },
  person: { api: READ_INSERT_UPDATE, worker: READ },
  role_grant: { api: ALL, worker: READ },
  absence: { api: ALL, worker: READ },
  spokesperson: { api: ALL, worker: READ },
  organisation: { api: READ_INSERT_UPDATE, worker: READ },
  area: { api: ALL, worker: READ },
  enquiry: { api: READ_INSERT_UPDATE, worker: READ },
  request_answer: { api: ALL },
  sensitive_case: { api: 'SELECT, INSERT, DELETE' },

  // Sign-in: the worker needs none of it.
  session: { api: ALL },
  identity: { api: ALL },
  sign_in_attempt: { api: ALL },
  sign_in_link: { api: ALL },
  api_token: { api: ALL },

  // Only for the owner.
  migrations: {},
};
