import type { Rolldown } from 'vite';

type Context = Rolldown.ChunkingContext;

/** Libraries that export everything from one file: only what is used of them comes with an entry, which the bundler knows best. */
const BARRELS = /node_modules\/@(?:digdir|navikt)\//;
const ROUTER = /node_modules\/@tanstack\/(?:router-core|react-router|history|store|react-store)\//;

/**
 * Names the chunks of what is always needed, so that it comes in few files: many small ones wait for each other on a slow line. What both
 * entries need is one chunk, kept in the browser from one to the other; everything else is left to the bundler.
 */
export function startChunks(staff: string, portal: string): (id: string, context: Context) => string | null {
  let ofStaff: ReadonlySet<string> | undefined;
  let ofPortal: ReadonlySet<string> | undefined;
  return (id, context) => {
    ofStaff ??= importedBy(staff, context);
    ofPortal ??= importedBy(portal, context);
    if (id.endsWith('.css')) return null;
    if (ofStaff.has(id) && ofPortal.has(id)) return 'start';
    return ROUTER.test(id) ? 'router' : null;
  };
}

/** The entry and all that it imports, but neither what it imports when needed nor what only the barrels import. */
function importedBy(id: string, context: Context, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id) || BARRELS.test(id)) return found;
  found.add(id);
  for (const imported of context.getModuleInfo(id)?.importedIds ?? []) importedBy(imported, context, found);
  return found;
}
