import type { StartPlan } from './start-plan.js';

const DEMO_USERS = [
  'mottak',
  'saksbehandler.helse',
  'leder.helse',
  'mentorkoordinator',
  'pilotleder.sykehjem',
  'innkjoper',
  'kommunalsjef.velferd',
  'kommunedirektor',
  'entreprenor.01',
  'admin',
] as const;

/** The text printed when Stafett is ready. Its last line is part of the contract: other programs wait for it. */
export function banner({ home, service, mailPorts }: StartPlan): string {
  const { host, pathname } = new URL(service.DATABASE_URL);
  const demo = [
    `  Demo users  ${DEMO_USERS.join(', ')} ...`,
    '              sign in with POST /api/v1/demo/sign-in { "user": "mottak" }; no password',
    `              or in a browser: ${service.STAFETT_URL}/`,
  ];
  return [
    '',
    ...(service.STAFETT_DEMO_SIGN_IN === 'on' ? demo : []),
    `  Interface   ${service.STAFETT_URL}/api/v1/openapi.json`,
    `  Temporal    ${service.TEMPORAL_ADDRESS}, namespace ${service.TEMPORAL_NAMESPACE}`,
    `  Postgres    ${host}${pathname}`,
    ...(mailPorts ? [`  Mail        http://127.0.0.1:${mailPorts.read}/`] : []),
    `  Data, logs  ${home.dir}`,
    '  Stop with   Ctrl-C',
    '',
    `Stafett is ready at http://127.0.0.1:${service.STAFETT_PORT}`,
  ].join('\n');
}
