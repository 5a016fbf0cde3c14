import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { errors } from 'oidc-provider';
import { DEMO_ACR } from './acr.js';
import { messagePage, pagePolicy, pickPage } from './page.js';
import type { UserGroup } from './users.js';

const LONGEST_FORM = 2_000;

export interface Picking {
  readonly provider: Provider;
  readonly stafett: string;
  /** Who may be picked at a client. */
  readonly groupsOf: (clientId: string) => readonly UserGroup[];
}

/**
 * The page on which a user is picked, and its form. The provider's own cookie ties both to the browser that came from
 * Stafett, so that no other site's page can pick for it.
 */
export async function pick(
  { provider, stafett, groupsOf }: Picking,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const show = (status: number, html: string): void => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
    response.writeHead(status, { ...headers, 'Content-Security-Policy': pagePolicy(stafett) }).end(html);
  };
  try {
    const { params } = await provider.interactionDetails(request, response);
    const groups = groupsOf(String(params['client_id']));
    if (request.method !== 'POST') return show(200, pickPage(groups));
    const form = await formOf(request);
    if (form.get('cancel') === 'yes') {
      return await provider.interactionFinished(request, response, { error: 'access_denied' });
    }
    const user = groups.flatMap(({ users }) => users).find(({ id }) => id === form.get('user'));
    if (!user) return show(422, pickPage(groups, true));
    await provider.interactionFinished(request, response, { login: { accountId: user.id, acr: DEMO_ACR } });
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    show(400, messagePage('Innloggingen er utløpt', 'Begynn på nytt fra Stafett.'));
  }
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}
