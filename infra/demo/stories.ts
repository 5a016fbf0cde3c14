import { nabobenken } from './stories/01-nabobenken.js';
import { leksekroken } from './stories/02-leksekroken.js';
import { rusken } from './stories/03-rusken.js';
import { foreldrebroa } from './stories/04-foreldrebroa.js';
import { minnestund } from './stories/05-minnestund.js';
import { verktoykassa } from './stories/06-verktoykassa.js';
import { kveldsro } from './stories/07-kveldsro.js';
import { stegvis } from './stories/08-stegvis.js';
import { tryggOvergang } from './stories/09-trygg-overgang.js';
import { utlanshjornet } from './stories/10-utlanshjornet.js';
import { nyrytme } from './stories/11-nyrytme.js';
import { bilpleie } from './stories/12-bilpleie.js';
import { grontSkrivebord } from './stories/13-gront-skrivebord.js';
import { stilleRom } from './stories/14-stille-rom.js';
import { sommerteltet } from './stories/15-sommerteltet.js';
import { datahjelpen } from './stories/16-datahjelpen.js';
import type { Story } from './story.js';

/** In the order of domain.md F: 1 to 12 cover the phases, 13 to 16 how cases pause and end. */
export const stories: readonly Story[] = [
  nabobenken,
  leksekroken,
  rusken,
  foreldrebroa,
  minnestund,
  verktoykassa,
  kveldsro,
  stegvis,
  tryggOvergang,
  utlanshjornet,
  nyrytme,
  bilpleie,
  grontSkrivebord,
  stilleRom,
  sommerteltet,
  datahjelpen,
];

/** In the same order. Synthetic: they begin with 3 and have a valid check digit (modulus 11). */
export const organisationNumbers: readonly string[] = [
  '310400017',
  '310401382',
  '310402753',
  '310404128',
  '310405493',
  '310406864',
  '310408239',
  '310410977',
  '310412341',
  '310413712',
  '310415081',
  '310416452',
  '310417823',
  '310419192',
  '310420565',
  '310421936',
];
