import type { PersonRow } from '#store/people/person-table.js';
import type { RoleGrantRow } from '#store/people/role-grant-table.js';
import type { UnitRow } from '#store/people/unit-table.js';
import type { AreaRow } from '#store/people/area-table.js';

/** Fjordvik kommune, which is invented: units, people, roles and service areas. People have role labels as names. */

const units: readonly Omit<UnitRow, 'closedOn'>[] = [
  { id: 'kommunedirektor', name: 'Kommunedirektøren', parent: null, holdsCases: false },
  { id: 'ekstern', name: 'Utenfor kommunen', parent: null, holdsCases: false },
  { id: 'velferd', name: 'Velferd', parent: 'kommunedirektor', holdsCases: false },
  { id: 'oppvekst-og-kultur', name: 'Oppvekst og kultur', parent: 'kommunedirektor', holdsCases: false },
  { id: 'stab', name: 'Kommunedirektørens stab', parent: 'kommunedirektor', holdsCases: true },
  { id: 'helse', name: 'Helse og mestring', parent: 'velferd', holdsCases: true },
  { id: 'sykehjem', name: 'Sykehjem Øst', parent: 'velferd', holdsCases: true },
  { id: 'hjemme', name: 'Hjemmetjenesten', parent: 'velferd', holdsCases: true },
  { id: 'nav', name: 'NAV Fjordvik', parent: 'velferd', holdsCases: true },
  { id: 'oppvekst', name: 'Oppvekst', parent: 'oppvekst-og-kultur', holdsCases: true },
  { id: 'kultur', name: 'Kultur', parent: 'oppvekst-og-kultur', holdsCases: true },
  { id: 'innkjop', name: 'Innkjøp', parent: 'stab', holdsCases: true },
  { id: 'innovasjon', name: 'Innovasjon', parent: 'stab', holdsCases: true },
];

export const demoUnits: readonly UnitRow[] = units.map((unit) => ({ ...unit, closedOn: null }));

const EVERY_UNIT = ['helse', 'oppvekst', 'nav', 'kultur', 'sykehjem', 'hjemme', 'innkjop', 'innovasjon', 'stab'];

interface Position {
  readonly user: string;
  readonly role: string;
  readonly unit: string;
  readonly label: string;
}

const inUnits = (role: string, label: string, units: readonly string[]): Position[] =>
  units.map((unit) => ({ user: `${role}.${unit}`, role, unit, label: `${label}, ${unitName(unit)}` }));

const positions: readonly Position[] = [
  { user: 'mottak', role: 'mottak', unit: 'stab', label: 'Førstelinje' },
  ...inUnits('saksbehandler', 'Saksbehandler', EVERY_UNIT),
  ...['helse', 'oppvekst', 'nav'].map((unit) => ({
    user: `saksbehandler2.${unit}`,
    role: 'saksbehandler',
    unit,
    label: `Saksbehandler 2, ${unitName(unit)}`,
  })),
  ...inUnits('leder', 'Leder', EVERY_UNIT),
  { user: 'kommunalsjef.velferd', role: 'kommunalsjef', unit: 'velferd', label: 'Kommunalsjef, Velferd' },
  {
    user: 'kommunalsjef.oppvekst',
    role: 'kommunalsjef',
    unit: 'oppvekst-og-kultur',
    label: 'Kommunalsjef, Oppvekst og kultur',
  },
  { user: 'mentorkoordinator', role: 'mentorkoordinator', unit: 'stab', label: 'Mentorkoordinator' },
  ...inUnits('mentor', 'Mentor', ['helse', 'nav', 'oppvekst']),
  ...inUnits('pilotleder', 'Pilotleder', ['sykehjem', 'kultur', 'hjemme', 'helse', 'nav', 'oppvekst']),
  { user: 'kommunedirektor', role: 'kommunedirektor', unit: 'stab', label: 'Kommunedirektør' },
  { user: 'innkjoper', role: 'innkjoper', unit: 'innkjop', label: 'Innkjøper' },
  { user: 'kontraktsforvalter', role: 'kontraktsforvalter', unit: 'innkjop', label: 'Kontraktsforvalter' },
  ...inUnits('driftsansvarlig', 'Driftsansvarlig', ['helse', 'oppvekst', 'nav', 'kultur', 'sykehjem', 'hjemme']),
  { user: 'gevinstansvarlig', role: 'gevinstansvarlig', unit: 'stab', label: 'Gevinstansvarlig' },
  { user: 'evaluator', role: 'evaluator', unit: 'stab', label: 'Evaluator' },
  { user: 'controller', role: 'controller', unit: 'stab', label: 'Controller' },
  { user: 'jurist', role: 'jurist', unit: 'stab', label: 'Jurist' },
  { user: 'personvern', role: 'personvern', unit: 'stab', label: 'Personvernombud' },
  { user: 'tilskuddsforvalter', role: 'tilskuddsforvalter', unit: 'stab', label: 'Tilskuddsforvalter' },
  { user: 'klageorgan', role: 'klageorgan', unit: 'stab', label: 'Klageorgan' },
  { user: 'redaktor', role: 'redaktor', unit: 'stab', label: 'Redaktør for eksempelbiblioteket' },
  { user: 'politikk', role: 'politikk', unit: 'stab', label: 'Utvalgssekretær' },
  { user: 'admin', role: 'admin', unit: 'stab', label: 'Administrator' },
  ...[1, 2, 3].map((n) => ({
    user: `eier.nabo${n}`,
    role: 'eier',
    unit: 'ekstern',
    label: `Eierrepresentant, nabokommune ${n}`,
  })),
  { user: 'utviklingspartner', role: 'utviklingspartner', unit: 'ekstern', label: 'Utviklingspartner' },
  { user: 'henviser', role: 'henviser', unit: 'ekstern', label: 'Henviser' },
  { user: 'radgiver.ekstern', role: 'radgiver', unit: 'ekstern', label: 'Ekstern rådgiver' },
  ...Array.from({ length: 16 }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    return {
      user: `entreprenor.${number}`,
      role: 'entreprenor',
      unit: 'ekstern',
      label: `Kontaktperson, sosial entreprenør ${number}`,
    };
  }),
];

/** All demo roles are valid from here: before the first day of the oldest story. */
export const DEMO_VALID_FROM = '2020-01-01';

export const demoPeople: readonly PersonRow[] = positions.map(({ user, unit, label }, index) => ({
  id: user,
  name: label,
  unit,
  email: `${user}@fjordvik.example`,
  phone: `+47 55 50 ${String(Math.floor(index / 100) + 10)} ${String(index % 100).padStart(2, '0')}`,
  staff: unit !== 'ekstern',
  deactivatedAt: null,
  version: 1,
}));

export const demoGrants: readonly RoleGrantRow[] = positions.map(({ user, role, unit }) => ({
  person: user,
  role,
  unit,
  from: DEMO_VALID_FROM,
  to: null,
}));

export const demoAreas: readonly AreaRow[] = [
  area('helse-og-mestring', 'Helse og mestring', 'helse', 'Møteplasser, aktivitet og støtte for voksne og eldre.'),
  area('barn-og-unge', 'Barn og unge', 'oppvekst', 'Leksehjelp, fritid og støtte til familier.'),
  area(
    'arbeid-og-inkludering',
    'Arbeid og inkludering',
    'nav',
    'Arbeidstrening og veier til jobb for dem som står utenfor.',
  ),
  area('kultur-og-fritid', 'Kultur og fritid', 'kultur', 'Verksteder, utlån og møteplasser i nærmiljøet.'),
  area('eldreomsorg', 'Eldreomsorg', 'sykehjem', 'Meningsfulle dager og nye tilbud på sykehjem.'),
  area('hjemmetjenester', 'Hjemmetjenester', 'hjemme', 'Støtte til dem som bor hjemme, og til pårørende.'),
];

function area(id: string, name: string, unit: string, text: string): AreaRow {
  return {
    id,
    name,
    text,
    unit,
    contact: `saksbehandler.${unit}`,
    deputy: `leder.${unit}`,
    openFrom: DEMO_VALID_FROM,
    openTo: null,
  };
}

function unitName(id: string): string {
  return demoUnits.find((unit) => unit.id === id)?.name ?? id;
}
