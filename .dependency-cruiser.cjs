/** Who may import whom; README.md has the same in a table. Specs are free to import what they test with. */
const SPEC = '[.]spec[.]ts$';
const packages = (...names) => `^node_modules/(@types/)?(${names.join('|')})/`;

/** Files under `from` may import only what one of `allowed` matches, and of Node nothing. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: SPEC },
  to: { pathNot: allowed },
});

/** The same, and all of Node besides. */
const onlyAndNode = (...rule) => {
  const made = only(...rule);
  return { ...made, to: { ...made.to, dependencyTypesNot: ['core'] } };
};

/** Only files under `holders` may import `to`. */
const reserved = (name, comment, to, holders) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(libs|workflows|apps|infra)/', pathNot: [SPEC, ...holders] },
  to: { path: to },
});

const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: SPEC },
  to: { path: to },
});

/**
 * Folders of one library from the ground up: a folder imports itself and those before it. What shares a line is side by side
 * and imports neither way. Files directly in the library stand on all of them.
 */
const layered = (library, base, layers) =>
  layers.flatMap((side, at) =>
    side.map((folder) => {
      const allowed = [folder, ...layers.slice(0, at).flat()].map((name) => `${base}${name}`);
      return {
        name: `${library}-${folder.replace(/\W+/g, '')}`,
        comment: `${folder} imports ${at === 0 ? 'no other folder' : 'what lies below it'}`,
        severity: 'error',
        from: { path: `${base}${folder}`, pathNot: SPEC },
        to: { path: base, pathNot: allowed },
      };
    }),
  );

/** The rules: ground, what a process is, what a case is, rules about it, what changes it, what is to be done now. */
const DOMAIN_LAYERS = [
  ['(time|period|clock)[.]ts$'],
  ['calendar/', 'privacy/', 'search/'],
  ['process/'],
  ['model/'],
  ['policy/', 'rules/'],
  ['deadline/'],
  ['gate/', 'people/'],
  ['case/'],
  ['next/', 'release/'],
];

/** The tables, a folder a context. Privacy also reads the list of all tables, as it must forget people in each. */
const STORE_LAYERS = [
  ['db/'],
  ['audit/', 'installation/', 'mailroom/', 'process/'],
  ['people/'],
  ['organisations/'],
  ['cases/'],
  ['access/'],
  ['(schema|migrations)[.]ts$'],
  ['privacy/', 'backup/'],
];

/** The api, a folder a context. */
const API_LAYERS = [
  ['shared/'],
  ['process/'],
  ['people/'],
  ['access/', 'audit/', 'cases/'],
  ['mailroom/', 'offboarding/', 'organisations/', 'privacy/'],
  ['operations/'],
];

/** The web, a folder a context above the client, the words and what is drawn. The entries and their frames stand on all of them. */
const WEB_LAYERS = [
  ['api/'],
  ['words/'],
  ['ui/'],
  ['access/'],
  ['cases/', 'portal/', 'people/', 'organisations/', 'process/', 'mailroom/', 'operations/'],
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // The rules of the trade must be readable, replayable and testable with nothing but the language.
    only('domain-imports-nothing', 'domain is pure', '^libs/domain/', ['^libs/domain/']),
    // What travels over HTTP is described with zod, in the domain's own terms.
    only('http-contracts', 'contracts/http: domain, zod, tr46', '^libs/contracts/src/http/', [
      '^libs/(domain|contracts)/',
      packages('zod', 'tr46'),
    ]),
    // What travels to a workflow is loaded inside its sandbox: no zod there.
    only('message-contracts', 'contracts/messages: domain, workflow definitions', '^libs/contracts/src/(?!http/)', [
      '^libs/domain/',
      '^libs/contracts/src/(?!http/)',
      packages('@temporalio/(workflow|common)'),
    ]),
    // A workflow replays: no Node, no Nest, no database, no clock but its own.
    only('workflows-are-replayable', 'workflows: domain, contracts/messages', '^workflows/', [
      '^workflows/',
      '^libs/domain/',
      '^libs/contracts/src/(?!http/)',
      packages('@temporalio/(workflow|common)'),
    ]),
    // The documents are data: what a process looks like is written in the domain's terms and nothing else.
    only('processes-are-data', 'processes: domain', '^libs/processes/', ['^libs/(domain|processes)/']),
    // Tables know the domain and the database, not who asks.
    onlyAndNode('store', 'store: domain, typeorm, pg, canonicalize', '^libs/store/', [
      '^libs/(domain|store)/',
      packages('typeorm', 'pg', 'pg-copy-streams', 'canonicalize'),
    ]),
    ...layered('domain', '^libs/domain/src/', DOMAIN_LAYERS),
    ...layered('store', '^libs/store/src/', STORE_LAYERS),
    ...layered('api', '^apps/api/src/', API_LAYERS),
    ...layered('web', '^apps/web/src/', WEB_LAYERS),
    // The web knows the server by its OpenAPI document alone, and what an entrepreneur loads stays small.
    never('web', 'web: libraries of the browser', '^apps/web/src/', [
      '^(libs|workflows|infra|tests)/',
      '^apps/(?!web/)',
    ]),
    never('portal-is-light', 'portal: Designsystemet by its classes alone', '^apps/web/src/portal', [
      packages('@digdir/designsystemet-react', '@tanstack/react-router'),
      '^apps/web/src/words/staff-',
    ]),
    // The engine carries commands; it neither stores nor answers.
    onlyAndNode('engine', 'engine: contracts, domain, the Temporal client', '^libs/engine/', [
      '^libs/(engine|contracts|domain)/',
      packages('@temporalio/(client|common)'),
    ]),
    // The platform would serve any other product as well.
    never('platform-knows-no-nouns', 'platform: libraries only', '^libs/platform/', [
      '^libs/(?!platform/)',
      '^(workflows|apps|infra|tests)/',
    ]),
    // The api writes through the engine and the opening, and reads through queries.
    never('api', 'api: contracts, domain, store, engine, platform', '^apps/api/', [
      '^(workflows|infra|tests)/',
      '^apps/(?!api/)',
      '^libs/store/src/cases/(record|views/)',
      '^libs/store/src/db/write-rows',
    ]),
    // The worker writes views; what people ask of them is the api's business.
    never('worker', 'worker: contracts, domain, store, engine, platform', '^apps/worker/', [
      '^(workflows|infra|tests)/',
      '^apps/(?!worker/)',
      '^libs/store/src/cases/lists/',
    ]),
    // The operator's tool and the start use libraries, never another program's inside.
    never('tool', 'tool: all libs', '^apps/tool/', ['^(workflows|tests)/', '^apps/(?!tool/)']),
    never('infra', 'infra: all libs', '^infra/', ['^(workflows|tests|apps)/']),
    // Libraries do not know the programs that are made of them.
    never('libs-know-no-program', 'libs do not import apps, workflows, infra or tests', '^libs/', [
      '^(apps|workflows|infra|tests)/',
    ]),
    // Programs ask the store. The demonstration writes rows of its own into an empty installation.
    {
      ...reserved('tables-in-store', 'a table: store, demo', '^libs/store/src/.*-table[.]ts$', [
        '^libs/store/',
        '^infra/demo/',
      ]),
      to: { path: '^libs/store/src/.*-table[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    // One place each for the parts of the engine's SDK.
    reserved('client-in-engine', '@temporalio/client: engine only', packages('@temporalio/client'), ['^libs/engine/']),
    reserved('worker-sdk', '@temporalio/worker: worker and the bundler', packages('@temporalio/worker'), [
      '^apps/worker/',
      '^infra/up/workflow-bundle',
    ]),
    reserved('workflow-sdk', '@temporalio/workflow: workflows, contracts/messages', packages('@temporalio/workflow'), [
      '^workflows/',
      '^libs/contracts/src/(?!http/)',
    ]),
    // Tests are never part of what runs.
    never('no-tests-in-programs', 'nobody imports tests', '^(libs|workflows|apps|infra)/', ['^tests/', SPEC]),
    {
      name: 'no-circular',
      comment: 'two files that need each other are one file, or three',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere would escape every rule above',
      severity: 'error',
      from: { path: '^(libs|workflows|apps|infra|tests)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '/fixtures/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.d.ts', '.json'],
    },
  },
};
