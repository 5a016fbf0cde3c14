import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { describeApi } from './describe-api.js';

/** Writes the OpenAPI document to the file named on the command line. Updates the committed copy. */
const [file] = process.argv.slice(2);
if (!file) throw new Error('which file?');
writeFileSync(file, `${JSON.stringify(await describeApi(), null, 2)}\n`);
