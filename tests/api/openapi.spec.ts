import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeApi } from '#api/describe-api.js';

interface Media {
  readonly schema?: { readonly $ref?: string };
}

interface Operation {
  readonly summary?: string;
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, Media> }>>;
  readonly requestBody?: { readonly required?: boolean };
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
}

async function operations(): Promise<Record<string, Operation>> {
  const { paths } = (await describeApi()) as { paths: Record<string, Record<string, Operation>> };
  return Object.fromEntries(
    Object.entries(paths).flatMap(([route, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${route}`, operation]),
    ),
  );
}

const COMMITTED = path.resolve(import.meta.dirname, '../../apps/api/openapi.json');

describe('the OpenAPI document', () => {
  it('is the committed one; after a wanted change run `node infra/openapi.mjs`', async () => {
    const committed: unknown = JSON.parse(readFileSync(COMMITTED, 'utf8'));
    expect(JSON.parse(JSON.stringify(await describeApi()))).toEqual(committed);
  });

  it('says of every route, whatever its method, what it is and that refusals are problems', async () => {
    for (const [route, { summary, responses, requestBody }] of Object.entries(await operations())) {
      expect([route, summary]).toEqual([route, expect.stringMatching(/\S/)]);
      const media = Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.entries(content)
          .filter(([, { schema }]) => schema?.$ref === '#/components/schemas/Problem')
          .map(([type]) => `${status} ${type}`),
      );
      expect([route, media.filter((it) => !it.endsWith(' application/problem+json'))]).toEqual([route, []]);
      if (requestBody)
        expect([route, media]).toEqual([route, expect.arrayContaining(['415 application/problem+json'])]);
    }
  });

  it('names the ETag where one is read, and asks for no body where none is needed', async () => {
    const all = await operations();
    const ifMatch = (route: string) => all[route]?.parameters?.find(({ name }) => name === 'If-Match');
    expect(ifMatch('PATCH /api/v1/people/{id}')).toMatchObject({ in: 'header', required: true });
    expect(ifMatch('POST /api/v1/collaborations/{id}/commands')).toMatchObject({ in: 'header', required: false });
    expect(ifMatch('PATCH /api/v1/units/{id}')).toBeUndefined();
    for (const route of ['sign-in-links/{token}', 'organisations/{organisation}/contacts/{contact}/link']) {
      expect(all[`POST /api/v1/${route}`]?.requestBody).toMatchObject({ required: false });
    }
    expect(all['POST /api/v1/people']?.requestBody).toMatchObject({ required: true });
  });
});
