import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';

/** A server that speaks S3, with one bucket. */
export interface TestS3 {
  readonly settings: {
    readonly STAFETT_FILES_S3_BUCKET: string;
    readonly STAFETT_FILES_S3_ENDPOINT: string;
    readonly STAFETT_FILES_S3_KEY_ID: string;
    readonly STAFETT_FILES_S3_SECRET: string;
  };
  close(): Promise<void>;
}

export async function startTestS3(): Promise<TestS3> {
  const directory = await mkdtemp(path.join(tmpdir(), 'stafett-s3-'));
  const configureBuckets = [{ name: 'stafett', configs: [] }];
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets });
  const { port } = await server.run();
  return {
    settings: {
      STAFETT_FILES_S3_BUCKET: 'stafett',
      STAFETT_FILES_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      STAFETT_FILES_S3_KEY_ID: 'S3RVER',
      STAFETT_FILES_S3_SECRET: 'S3RVER',
    },
    async close() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
