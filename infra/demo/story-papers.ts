import type { UserId } from '#domain/model/case.js';
import type { DocumentKind } from '#domain/model/document-kinds.js';
import type { MessageSide, Visibility } from '#domain/policy/conversation.js';
import type { Instant } from '#domain/time.js';

/** What people of a story say to each other and bring along, beside the commands that move its case. */
export interface StoryPapers {
  readonly notes: readonly StoryNote[];
  readonly messages: readonly StoryMessage[];
  readonly documents: readonly StoryDocument[];
}

/** Who did it, when, under which id: the same at each building of the story. */
interface Brought {
  readonly id: string;
  readonly by: UserId;
  readonly at: Instant;
}

export interface StoryNote extends Brought {
  readonly visibility: Visibility;
  readonly body: string;
}

export interface StoryMessage extends Brought {
  readonly from: MessageSide;
  readonly body: string;
}

export interface NewStoryDocument {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly visibility: Visibility;
  /** Name of the file, as on the machine it came from. */
  readonly file: string;
  /** What stands in it, a paragraph each; a photo without. */
  readonly paragraphs?: readonly string[];
}

export interface StoryDocument extends Brought, NewStoryDocument {
  readonly from: MessageSide;
}
