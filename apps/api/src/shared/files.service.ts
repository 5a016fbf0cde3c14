import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { DiskFileStore } from '#platform/files/disk-file-store.js';
import type { FileStore } from '#platform/files/file-store.js';
import { SettingsService } from './settings.service.js';

/** Where the contents of files are. */
@Injectable()
export class FilesService {
  readonly store: FileStore;

  constructor({ config }: SettingsService) {
    this.store = new DiskFileStore(path.resolve(config.STAFETT_HOME, 'files'));
  }
}
