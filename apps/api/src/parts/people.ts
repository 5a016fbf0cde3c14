import { Injectable } from '@nestjs/common';
import type { Directory } from '#domain/policy/directory.js';
import { DirectoryCache } from '#registers/directory.js';
import { Database } from './database.js';
import { Installation } from './installation.js';

/** Who is who today, in domain time. */
@Injectable()
export class People {
  private cache: DirectoryCache | undefined;

  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
  ) {}

  async directory(): Promise<Directory> {
    this.cache ??= new DirectoryCache(this.database.manager);
    return this.cache.on(await this.installation.today());
  }
}
