import path from 'node:path';
import type { Config } from '../config.js';
import { DiskFileStore } from './disk-file-store.js';
import type { FileStore } from './file-store.js';
import { S3FileStore } from './s3-file-store.js';

type FileSettings = Pick<
  Config,
  | 'STAFETT_HOME'
  | 'STAFETT_FILES_S3_BUCKET'
  | 'STAFETT_FILES_S3_ENDPOINT'
  | 'STAFETT_FILES_S3_REGION'
  | 'STAFETT_FILES_S3_KEY_ID'
  | 'STAFETT_FILES_S3_SECRET'
  | 'STAFETT_FILES_S3_PREFIX'
>;

/** Where the contents of files are by the settings: in a bucket, else below STAFETT_HOME. */
export function openFileStore(config: FileSettings): FileStore {
  const { STAFETT_FILES_S3_BUCKET: bucket } = config;
  if (bucket === undefined) return new DiskFileStore(path.resolve(config.STAFETT_HOME, 'files'));
  return new S3FileStore({
    bucket,
    endpoint: config.STAFETT_FILES_S3_ENDPOINT,
    region: config.STAFETT_FILES_S3_REGION,
    keyId: config.STAFETT_FILES_S3_KEY_ID,
    secret: config.STAFETT_FILES_S3_SECRET,
    prefix: config.STAFETT_FILES_S3_PREFIX,
  });
}
