import { z } from 'zod';
import type { Environment } from './environment.js';
import { demonstrationProblems, embeddedProblems, productionProblems } from './production-problems.js';
import { signInProblems } from './sign-in-problems.js';

const port = z.coerce.number().int().min(1).max(65535);
const choice = z.enum(['on', 'off']);
const clientAuth = z.enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt']);

/** Every environment variable of Stafett, with its documentation. No other code reads `process.env`. */
export const variables = z.object({
  STAFETT_HOME: z.string().default('.stafett').describe('Folder for data and downloaded programs.'),
  STAFETT_HOST: z.string().default('127.0.0.1').describe('Address that the HTTP server listens on.'),
  STAFETT_PORT: port.default(3000).describe('HTTP port.'),
  STAFETT_URL: z
    .url()
    .optional()
    .describe('Address that people use, for links in letters; default: host and port above.'),
  STAFETT_MUNICIPALITY: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe(
      'Name of the municipality, for the pages that everybody sees; default: Fjordvik kommune with the demo seed.',
    ),
  STAFETT_TEMPORAL_PORT: port.optional().describe('Port of the embedded Temporal server; default: a free one.'),
  STAFETT_POSTGRES_PORT: port.optional().describe('Port of the embedded Postgres; default: a free one.'),
  STAFETT_SMTP_PORT: port.optional().describe('Port of the embedded mail sink; default: a free one.'),
  STAFETT_OIDC_PORT: port.optional().describe('Port of the embedded sign-in issuer; default: a free one.'),
  STAFETT_SEED: z
    .enum(['demo', 'none'])
    .optional()
    .describe('demo or none; default: demo with the embedded database, else none.'),
  STAFETT_SPEED: z.coerce
    .number()
    .min(1)
    .max(86400)
    .default(1)
    .describe('Domain seconds per wall second, 1 to 86400; fixed at the first start.'),
  STAFETT_START_AT: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Domain time until the first ready line, ISO 8601 with offset; default: now.'),
  STAFETT_INSTALLATION_ID: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional()
    .describe("Part of the cookie's name; made at the first embedded start."),
  STAFETT_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Key of keyed hashes, at least 32 characters; made at the first embedded start.'),
  STAFETT_DEMO_SIGN_IN: choice
    .optional()
    .describe(
      'on opens POST /demo/sign-in, else it is off; npm start turns it on with the embedded database or the demo seed.',
    ),
  STAFETT_MOST_CASES: z.coerce
    .number()
    .int()
    .min(1)
    .default(25)
    .describe('Open cases above which one person has too many, and each of them is flagged.'),
  STAFETT_PRODUCTION: choice
    .optional()
    .describe(
      'on refuses to start with settings that are fit for a demonstration only; an https STAFETT_URL does so too.',
    ),
  STAFETT_TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('Number of proxies in front whose X-Forwarded headers tell the address and protocol of the caller.'),
  STAFETT_FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9.-]{3,63}$/, 'must be the name of a bucket')
    .optional()
    .describe('Bucket of an S3 server for the contents of files; default: the folder files in STAFETT_HOME.'),
  STAFETT_FILES_S3_ENDPOINT: z.url().optional().describe("Address of that server; default: Amazon's."),
  STAFETT_FILES_S3_REGION: z.string().default('eu-north-1').describe('Region of the bucket.'),
  STAFETT_FILES_S3_KEY_ID: z
    .string()
    .optional()
    .describe('Access key of the bucket; default: where the AWS SDK looks.'),
  STAFETT_FILES_S3_SECRET: z.string().optional().describe('Secret of that access key.'),
  STAFETT_FILES_S3_PREFIX: z
    .string()
    .regex(/^[\w./-]*$/, 'must be letters, digits, ., -, _ and /')
    .default('')
    .describe('Stands before every key, so that the bucket may hold other things.'),
  STAFETT_CLAMAV: z
    .string()
    .regex(/^\S+:\d+$/, 'must be host:port')
    .optional()
    .describe('Daemon of ClamAV that reads every uploaded file, host:port; default: files are marked as not scanned.'),
  STAFETT_SESSION_IDLE_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1440)
    .default(60)
    .describe('Wall minutes after which a session that nobody uses ends.'),
  STAFETT_SESSION_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(168)
    .default(12)
    .describe('Wall hours after which every session ends.'),
  STAFETT_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severe line that is logged.'),
  STAFETT_TEMPORAL_CLI: z.string().optional().describe('Path of a Temporal CLI to run as the embedded server.'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^\S+:\d+$/, 'must be host:port')
    .optional()
    .describe('Temporal server to use instead of the embedded one, host:port.'),
  TEMPORAL_NAMESPACE: z.string().default('stafett').describe('Temporal namespace.'),
  TEMPORAL_TASK_QUEUE: z.string().default('stafett').describe('Temporal task queue.'),
  TEMPORAL_API_KEY: z.string().optional().describe('API key for Temporal Cloud.'),
  TEMPORAL_TLS_CA: z.string().optional().describe('File with the certificate authority of the Temporal server, PEM.'),
  TEMPORAL_TLS_CERT: z.string().optional().describe('File with the client certificate for Temporal, PEM.'),
  TEMPORAL_TLS_KEY: z.string().optional().describe('File with the key of that certificate, PEM.'),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional().describe('Name expected in the certificate of the Temporal server.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('Postgres to use instead of the embedded one.'),
  DATABASE_API_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'The same database as the user of the api, who owns nothing (docs/database-roles.md); default: DATABASE_URL.',
    ),
  DATABASE_WORKER_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('The same database as the user of the worker, who owns nothing; default: DATABASE_URL.'),
  DATABASE_LISTEN_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('Direct connection for LISTEN when DATABASE_URL is a pooler; default: DATABASE_URL.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server to use instead of the embedded sink.'),
  STAFETT_MAILBOX_URL: z
    .url()
    .optional()
    .describe('Where the demonstration reads the letters of the embedded sink; npm start sets it.'),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'must be Name <address>')
    .default('Stafett <ikke-svar@stafett.example>')
    .describe('Sender of all mail, Name <address>.'),
  OIDC_ISSUER: z.url().optional().describe('Sign-in issuer to use instead of the embedded one.'),
  OIDC_CLIENT_ID: z.string().optional().describe('Client id at that issuer.'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Client secret at that issuer.'),
  OIDC_CLIENT_KEY: z
    .string()
    .optional()
    .describe('File with the private key for private_key_jwt, as JWK or PKCS8 PEM.'),
  OIDC_CLIENT_AUTH: clientAuth
    .default('client_secret_basic')
    .describe('How we prove who we are there: client_secret_basic, client_secret_post or private_key_jwt.'),
  OIDC_SCOPE: z.string().default('openid').describe('Scopes that are asked for, space-separated.'),
  OIDC_SUBJECT_CLAIM: z
    .string()
    .default('sub')
    .describe('Claim that tells people apart: sub, oid (Entra), pid (Ansattporten).'),
  OIDC_ACR: z
    .string()
    .default('')
    .describe('Levels of assurance (acr) that are asked for and accepted, space-separated; default: any.'),
  OIDC_CONTACT_ISSUER: z.url().optional().describe('Sign-in issuer of entrepreneurs, as ID-porten; default: none.'),
  OIDC_CONTACT_CLIENT_ID: z.string().optional().describe('Client id at the issuer of entrepreneurs.'),
  OIDC_CONTACT_CLIENT_SECRET: z.string().optional().describe('Client secret at the issuer of entrepreneurs.'),
  OIDC_CONTACT_CLIENT_KEY: z.string().optional().describe('OIDC_CLIENT_KEY for the issuer of entrepreneurs.'),
  OIDC_CONTACT_CLIENT_AUTH: clientAuth
    .default('client_secret_basic')
    .describe('OIDC_CLIENT_AUTH for the issuer of entrepreneurs.'),
  OIDC_CONTACT_SCOPE: z.string().default('openid').describe('OIDC_SCOPE for the issuer of entrepreneurs.'),
  OIDC_CONTACT_SUBJECT_CLAIM: z.string().default('sub').describe('OIDC_SUBJECT_CLAIM for the issuer of entrepreneurs.'),
  OIDC_CONTACT_ACR: z.string().default('').describe('OIDC_ACR for the issuer of entrepreneurs.'),
});

/** Variables without which api and worker do not start. `npm start` supplies them. */
const serviceVariables = variables.required({
  DATABASE_URL: true,
  TEMPORAL_ADDRESS: true,
  STAFETT_INSTALLATION_ID: true,
  STAFETT_SECRET: true,
});

export type { Environment } from './environment.js';
export type Config = z.output<typeof variables>;
export type ServiceConfig = z.output<typeof serviceVariables>;

/** Lists all problems of the environment variables at once. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`These settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** @throws ConfigError */
export const readConfig = (env: Environment): Config => read(variables, env);

/** For `npm start`. @throws ConfigError */
export const readStartConfig = (env: Environment): Config =>
  read(variables, env, [...safetyProblems(env), ...embeddedProblems(env)]);

/** @throws ConfigError */
export const readServiceConfig = (env: Environment): ServiceConfig => read(serviceVariables, env, safetyProblems(env));

/** Problems that need several variables. Not checked for the operator's tool, because it serves no users. */
const safetyProblems = (env: Environment): readonly string[] => [
  ...productionProblems(env),
  ...demonstrationProblems(env),
  ...signInProblems(env),
];

/** An empty variable counts as unset, as in `STAFETT_SEED= npm start`. */
function read<T extends z.ZodObject>(schema: T, env: Environment, otherProblems: readonly string[] = []): z.output<T> {
  const given = Object.keys(schema.shape).flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  const parsed = schema.safeParse(Object.fromEntries(given));
  const issues = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => describeIssue(path.join('.'), message, env));
  if (parsed.success && otherProblems.length === 0) return parsed.data;
  throw new ConfigError([...issues, ...otherProblems]);
}

const describeIssue = (name: string, message: string, env: Environment): string =>
  env[name] ? `${name}=${masked(name, env[name])}: ${message}` : `${name} is not set. ${descriptionOf(name)}`;

const masked = (name: string, value: string): string => (/SECRET|KEY|URL/.test(name) ? '***' : JSON.stringify(value));

const descriptionOf = (name: string): string =>
  variables.shape[name as keyof typeof variables.shape]?.description ?? '';
