/**
 * Runs before everything else, while the script of the page is still on its way: fetches the files of the address that is open, and asks
 * the server what the page is going to ask. Imports nothing, so as to come at once; `api/early-answers.ts` hands the answers over.
 */
const { pathname } = window.location;
const answers = new Map<string, Promise<Response>>();
window.earlyAnswers = answers;

const headers = { 'Accept-Language': localStorage.getItem('stafett.language') === 'en' ? 'en' : 'nb' };

async function ask(path: string): Promise<unknown> {
  const { href } = new URL(`/api/v1${path}`, window.location.origin);
  const answer = fetch(href, { headers });
  answers.set(href, answer);
  const response = await answer;
  return response.ok ? response.clone().json() : undefined;
}

/** What fails here is asked again by the page, which says so. */
const askAll = (...paths: readonly string[]): void => {
  for (const path of paths) ask(path).catch(() => undefined);
};

interface Found {
  readonly items: readonly { readonly id: string; readonly number: string }[];
}

async function askCase(number: string, isPortal: boolean): Promise<void> {
  const asked = ask('/me') as Promise<{ readonly staff?: boolean } | undefined>;
  const [me, found] = await Promise.all([isPortal ? asked : undefined, ask(`/collaborations?q=${number}`)]);
  const id = (found as Found | undefined)?.items.find((it) => it.number === number)?.id;
  const isPreview = isPortal && me?.staff === true;
  if (id !== undefined) askAll(`/collaborations/${id}${isPreview ? '?as=entrepreneur' : ''}`);
  await asked;
}

function askForAddress(): void {
  const [place, number] = pathname.split('/').slice(1);
  const isPortal = ['', 'p', 'ny', 'tilgjengelighet', 'personvern'].includes(place ?? '');
  if (isPortal) askAll('/installation');
  if (place === '' || pathname === '/ny') return askAll('/areas', '/clock');
  if (isPortal && place !== 'p') return;
  if (number !== undefined && /^\d{4}-\d+$/.test(number)) {
    askAll('/clock');
    askCase(number, isPortal).catch(() => undefined);
  } else askAll('/clock', '/me', ...(place === 'min-dag' ? ['/me/work'] : []));
}

function preloadFiles(): void {
  const content = document.querySelector<HTMLMetaElement>('meta[name="first-load"]')?.content ?? '[]';
  const files = (JSON.parse(content) as [string, string[]][]).find(([pattern]) => new RegExp(pattern).test(pathname));
  for (const file of files?.[1] ?? []) {
    const link = document.createElement('link');
    const isStyle = file.endsWith('.css');
    link.rel = isStyle ? 'preload' : 'modulepreload';
    link.as = isStyle ? 'style' : 'script';
    // As the loader asks for them: otherwise they would be fetched twice.
    link.crossOrigin = '';
    link.href = `/${file}`;
    document.head.append(link);
  }
}

// Comes late only when all else is there already.
if (!document.getElementById('root')?.hasChildNodes()) {
  askForAddress();
  preloadFiles();
}
