import path from 'node:path';
import { embeddedIssuerSettings } from '../embedded/issuer/issuer-settings.js';
import type { Config, ServiceConfig } from '#platform/config.js';
import { isProduction } from '#platform/production-problems.js';
import { openHome, type Home } from './home.js';
import { readOrCreateInstallation, type Installation } from './installation-file.js';
import { choosePort } from './ports/choose-port.js';
import { rememberedPort } from './ports/remembered-port.js';
import { SUPERUSER } from './postgres/cluster.js';
import { accessOf, type DatabaseAccess } from './postgres/database-access.js';
import { DATABASE_NAME } from './postgres/database.js';

/** Everything that is decided before the first program starts. */
export interface StartPlan {
  readonly home: Home;
  readonly installation: Installation;
  /** A port is undefined when an external server is used instead. */
  readonly postgresPort: number | undefined;
  readonly temporalPort: number | undefined;
  readonly issuerPort: number | undefined;
  readonly temporalCli: string | undefined;
  readonly mailPorts: MailPorts | undefined;
  /** Settings of all children. The database user differs by program: see `access`. */
  readonly service: ServiceConfig;
  readonly access: DatabaseAccess;
}

/** Ports of the embedded mail sink: SMTP, and the web page that shows the mails. */
export interface MailPorts {
  readonly smtp: number;
  readonly read: number;
}

export const homeOf = (config: Config): Home => openHome(path.resolve(config.STAFETT_HOME));

/** @throws StepError when a named port is taken */
export async function makeStartPlan(config: Config, home: Home): Promise<StartPlan> {
  const installation = readOrCreateInstallation(home);
  const ports = await choosePorts(config, home);
  const service = serviceOf(config, home, installation, ports);
  return {
    home,
    installation,
    ...ports,
    temporalCli: config.STAFETT_TEMPORAL_CLI,
    service,
    access: accessOf(config, service.DATABASE_URL, installation.postgresPassword),
  };
}

type Ports = Pick<StartPlan, 'postgresPort' | 'temporalPort' | 'issuerPort' | 'mailPorts'>;

async function choosePorts(config: Config, home: Home): Promise<Ports> {
  await choosePort({
    title: 'Stafett',
    variable: 'STAFETT_PORT',
    wanted: config.STAFETT_PORT,
    host: config.STAFETT_HOST,
  });
  const postgres = { title: 'Postgres', variable: 'STAFETT_POSTGRES_PORT', wanted: config.STAFETT_POSTGRES_PORT };
  const temporal = { title: 'Temporal', variable: 'STAFETT_TEMPORAL_PORT', wanted: config.STAFETT_TEMPORAL_PORT };
  return {
    postgresPort: config.DATABASE_URL ? undefined : await choosePort(postgres),
    temporalPort: config.TEMPORAL_ADDRESS ? undefined : await choosePort(temporal),
    issuerPort: hasEmbeddedIssuer(config) ? await issuerPort(config, home) : undefined,
    mailPorts: config.SMTP_URL ? undefined : await chooseMailPorts(config),
  };
}

async function chooseMailPorts({ STAFETT_SMTP_PORT }: Config): Promise<MailPorts> {
  return {
    smtp: await choosePort({ title: 'Mail sink', variable: 'STAFETT_SMTP_PORT', wanted: STAFETT_SMTP_PORT }),
    read: await choosePort({ title: 'Mail page', variable: '', wanted: undefined }),
  };
}

/** Keeps the issuer's port between starts: its address stands in browser histories and bookmarks. */
async function issuerPort({ STAFETT_OIDC_PORT: wanted, STAFETT_HOST: host }: Config, home: Home): Promise<number> {
  if (wanted !== undefined) return choosePort({ title: 'Sign-in issuer', variable: 'STAFETT_OIDC_PORT', wanted, host });
  return rememberedPort(home.issuer, host);
}

/** The embedded issuer signs anybody in without a password, so it runs only with demo sign-in. */
const hasEmbeddedIssuer = (config: Config): boolean => !config.OIDC_ISSUER && demoSignIn(config) === 'on';

const seedOf = (config: Config): 'demo' | 'none' =>
  config.STAFETT_SEED ?? (config.DATABASE_URL || isProduction(variablesOf(config)) ? 'none' : 'demo');

/** The demonstration has a name of its own; nobody else is given one. */
function municipalityOf(config: Config): Pick<Config, 'STAFETT_MUNICIPALITY'> {
  const name = config.STAFETT_MUNICIPALITY ?? (seedOf(config) === 'demo' ? 'Fjordvik kommune' : undefined);
  return name === undefined ? {} : { STAFETT_MUNICIPALITY: name };
}

function demoSignIn(config: Config): 'on' | 'off' {
  if (config.STAFETT_DEMO_SIGN_IN) return config.STAFETT_DEMO_SIGN_IN;
  if (isProduction(variablesOf(config))) return 'off';
  return seedOf(config) === 'demo' || !config.DATABASE_URL ? 'on' : 'off';
}

const variablesOf = ({ STAFETT_URL, STAFETT_PRODUCTION }: Config) => ({ STAFETT_URL, STAFETT_PRODUCTION });

function serviceOf(
  config: Config,
  home: Home,
  installation: Installation,
  { postgresPort, temporalPort, issuerPort, mailPorts }: Ports,
): ServiceConfig {
  const url = config.STAFETT_URL ?? `http://127.0.0.1:${config.STAFETT_PORT}`;
  const secret = config.STAFETT_SECRET ?? installation.secret;
  return {
    ...config,
    STAFETT_HOME: home.dir,
    STAFETT_URL: url,
    STAFETT_SEED: seedOf(config),
    STAFETT_DEMO_SIGN_IN: demoSignIn(config),
    ...municipalityOf(config),
    STAFETT_INSTALLATION_ID: config.STAFETT_INSTALLATION_ID ?? installation.id,
    STAFETT_SECRET: secret,
    DATABASE_URL: config.DATABASE_URL ?? databaseUrl(postgresPort, installation.postgresPassword),
    TEMPORAL_ADDRESS: config.TEMPORAL_ADDRESS ?? `127.0.0.1:${temporalPort}`,
    ...(issuerPort !== undefined && embeddedIssuerSettings(issuerPort, url, secret)),
    SMTP_URL: mailPorts ? `smtp://127.0.0.1:${mailPorts.smtp}` : config.SMTP_URL,
    STAFETT_MAILBOX_URL: mailPorts && `http://127.0.0.1:${mailPorts.read}/`,
  };
}

export const databaseUrl = (port: number | undefined, password: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`;
