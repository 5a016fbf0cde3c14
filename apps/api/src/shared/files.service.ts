import { Injectable } from '@nestjs/common';
import type { FileStore } from '#platform/files/file-store.js';
import { openFileStore } from '#platform/files/open-file-store.js';
import { SettingsService } from './settings.service.js';

/** Where the contents of files are. */
@Injectable()
export class FilesService {
  readonly store: FileStore;

  constructor({ config }: SettingsService) {
    this.store = openFileStore(config);
  }
}
