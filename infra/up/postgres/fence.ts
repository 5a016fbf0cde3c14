/** The two programs that connect as less than the owner of the tables. */
export const PROGRAMS = ['api', 'worker'] as const;

export type Program = (typeof PROGRAMS)[number];

/** What is granted, as the words of GRANT; a program that a line does not name may do nothing with the table. */
export type Grants = Readonly<Partial<Record<Program, string>>>;

const READ = 'SELECT';
const ADD = 'SELECT, INSERT';
const KEEP = 'SELECT, INSERT, UPDATE';
const ALL = 'SELECT, INSERT, UPDATE, DELETE';

/**
 * The second fence: what the database itself lets each program do, table by table. The owner (who migrates, seeds, repairs)
 * is not fenced; nobody else creates, alters or drops. A table without a line is closed to both programs, and red in a test.
 */
export const FENCE: Readonly<Record<string, Grants>> = {
  // History: added to, never changed. A policy besides lets the api write only what opens a case (apply-fence.ts).
  event: { api: ADD, worker: ADD },
  process_version: { api: READ, worker: READ },
  audit_entry: { api: ADD },

  // Views: the api writes those of a case that it opens; afterwards only the worker does. The title is a copy of words.
  collaboration: { api: `${ADD}, UPDATE (title)`, worker: 'SELECT, UPDATE' },
  deadline: { api: ADD, worker: KEEP },
  handover: { api: ADD, worker: KEEP },
  party: { api: READ, worker: KEEP },
  custody: { api: ADD, worker: KEEP },
  letter: { api: ADD, worker: KEEP },

  // Words: kept by the api before a command, tied to events and swept by the worker.
  text: { api: KEEP, worker: 'SELECT, UPDATE (case_id, attached_at), DELETE' },

  // What keeps the house running.
  case_number: { api: 'SELECT, INSERT, UPDATE (last)' },
  start_request: { api: 'INSERT', worker: 'SELECT, UPDATE (started_at)' },
  installation: { api: READ, worker: READ },
  heartbeat: { api: READ, worker: KEEP },
  diverged: { api: READ, worker: ALL },

  // Registers: the worker looks up who is told what, and changes nothing.
  unit: { api: ALL, worker: READ },
  person: { api: KEEP, worker: READ },
  role_grant: { api: ALL, worker: READ },
  absence: { api: ALL, worker: READ },
  spokesperson: { api: ALL, worker: READ },
  organisation: { api: KEEP, worker: READ },
  area: { api: ALL, worker: READ },
  enquiry: { api: KEEP, worker: READ },
  request_answer: { api: ALL },
  sensitive_case: { api: 'SELECT, INSERT, DELETE' },

  // Keys to the door: the worker has no business there.
  session: { api: ALL },
  identity: { api: ALL },
  sign_in_attempt: { api: ALL },
  sign_in_link: { api: ALL },
  api_token: { api: ALL },

  // The owner's own.
  migrations: {},
};
