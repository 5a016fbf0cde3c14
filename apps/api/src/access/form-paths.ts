import { LINK_PAGE_PATH } from './link-page.js';

const SIGN_OUT_PATH = /^\/api\/v1\/sign-out$/;

/** Paths to which our own pages post a form: the button of a sign-in link, and the one that signs out. */
export const FORM_PATHS: readonly RegExp[] = [LINK_PAGE_PATH, SIGN_OUT_PATH];
