import { randomUUID } from 'node:crypto';
import { createApp } from '#api/create-app.js';
import { CommandsService } from '#api/cases/commands/commands.service.js';
import { OpeningsService } from '#api/cases/enquiries/openings.service.js';
import { DatabaseService } from '#api/shared/database.service.js';
import { DirectoryService } from '#api/shared/directory.service.js';
import { SettingsService } from '#api/shared/settings.service.js';
import { CaseVersionsService } from '#api/shared/case-versions.service.js';
import type { SignedInCaller } from '#api/shared/caller/caller.decorator.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { Engine } from '#engine/engine.js';
import { engineConfig } from '#engine/engine-variables.js';
import type { ServiceConfig } from '#platform/config.js';
import { createLogger } from '#platform/logger.js';
import { auditKeyOf } from '#platform/session/audit-key.js';
import { stafettDataSource } from '#store/data-source.js';

/** Owner of every case of the benchmark. */
const OWNER = 'mottak';
/** Far longer than the command controller waits: how late the view comes is what is measured. */
const VIEW_TIMEOUT_MS = 30_000;

/** The api's own code in this process, called without HTTP. */
export interface InProcessApi {
  /** Opens a case as the public form does; its workflow is started by the worker. @returns its id */
  openCase(): Promise<string>;
  /** Submits a command as the owner and waits until its version is in Postgres. */
  submit(caseId: string, body: CommandRequest): Promise<void>;
  /** Starts the HTTP listener. @returns its address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export async function startInProcessApi(config: ServiceConfig): Promise<InProcessApi> {
  const log = createLogger('bench', 'warn');
  const source = stafettDataSource({ url: config.DATABASE_URL, name: 'stafett-api', auditKey: auditKeyOf(config) });
  const database = new DatabaseService(source, log);
  await database.connect();
  const engine = new Engine(engineConfig(config));
  const app = await createApp({ settings: new SettingsService(config), database, engine, log });
  await app.init();
  const [openings, commands, versions] = [
    app.get(OpeningsService),
    app.get(CommandsService),
    app.get(CaseVersionsService),
  ];
  const owner = await signedInAs(app.get(DirectoryService), OWNER);
  return {
    async openCase() {
      const [received] = await openings.open({
        caller: 'public',
        key: randomUUID(),
        request: randomUUID(),
        organisation: { name: 'Turglede' },
        contact: { name: 'Kari', email: 'kari@example.org' },
        title: 'Turgruppe for eldre',
        description: 'Faste turer for eldre som bor alene.',
        area: null,
        channel: 'web',
        origin: 'enquiry',
        owner: OWNER,
        unit: 'innovasjon',
        statusSecretFor: (id) => `secret-${id}`,
      });
      if (received?.type !== 'enquiryReceived') throw new Error('a history begins with enquiryReceived');
      return received.data.id;
    },
    async submit(caseId, body) {
      const given = { key: randomUUID(), ifMatch: undefined, by: owner.actor, body };
      const { version, recorded } = await commands.submit(caseId, owner, given);
      if (recorded) return;
      if (!(await versions.waitForVersion(caseId, version, VIEW_TIMEOUT_MS))) throw new Error(`${caseId}: no view`);
    },
    async listen() {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    async close() {
      await app.close();
      await engine.close();
    },
  };
}

async function signedInAs(people: DirectoryService, id: string): Promise<SignedInCaller> {
  const user = (await people.directory()).users.find((it) => it.id === id);
  if (!user) throw new Error(`there is no ${id}`);
  return { user, actor: { user: user.id, grants: user.grants } };
}
