import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { errors } from 'oidc-provider';
import { DEMO_ACR } from './acr.js';
import { messagePage, contentSecurityPolicy, userChoicePage } from './page.js';
import type { UserGroup } from './users.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

const MAX_FORM_CHARS = 2_000;

export interface ChooseUserOptions {
  readonly provider: Provider;
  readonly stafettUrl: string;
  /** The users that may be chosen at a client. */
  readonly groupsOf: (clientId: string) => readonly UserGroup[];
}

/**
 * Serves the page where a user is chosen, and its form. The provider's cookie ties both to the browser that came from
 * Stafett, so that no other site can submit the form.
 */
export async function serveUserChoice(
  { provider, stafettUrl, groupsOf }: ChooseUserOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const show = (status: number, html: string): void => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
    response.writeHead(status, { ...headers, 'Content-Security-Policy': contentSecurityPolicy(stafettUrl) }).end(html);
  };
  try {
    const interaction = await provider.interactionDetails(request, response);
    const groups = groupsOf(String(interaction.params['client_id']));
    if (request.method !== 'POST') return show(200, userChoicePage(groups));
    const form = await formOf(request);
    if (form.get('cancel') === 'yes') {
      return await provider.interactionFinished(request, response, { error: 'access_denied' });
    }
    const user = groups.flatMap(({ users }) => users).find(({ id }) => id === form.get('user'));
    if (!user) return show(422, userChoicePage(groups, true));
    await endOtherSession(provider, interaction, user.id);
    await provider.interactionFinished(request, response, { login: { accountId: user.id, acr: DEMO_ACR } });
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    show(400, messagePage('Innloggingen er utløpt', 'Begynn på nytt fra Stafett.'));
  }
}

/** Ends the session of another user in this browser; otherwise the provider would first ask them to sign out. */
async function endOtherSession(provider: Provider, interaction: Interaction, userId: string): Promise<void> {
  const { session, exp } = interaction;
  if (!session || session.accountId === userId) return;
  await (await provider.Session.findByUid(session.uid))?.destroy();
  interaction.session = undefined;
  await interaction.save(exp - Math.floor(Date.now() / 1000));
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_FORM_CHARS) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}
