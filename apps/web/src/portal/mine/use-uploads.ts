import { useState } from 'react';
import { uploadFile } from '../../api/upload-file.js';

export interface UploadedFile {
  readonly n: number;
  readonly file: File;
  readonly percent: number;
  /** The finished upload. */
  readonly upload?: string;
  readonly error?: Error;
}

interface Uploads {
  readonly files: readonly UploadedFile[];
  readonly isUnderWay: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly retry: (n: number) => void;
  readonly remove: (n: number) => void;
}

/** Files that are uploaded as soon as they are chosen, each by itself. */
export function useUploads(collaboration: string, first: readonly File[]): Uploads {
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const [hasBegun, begin] = useState(false);
  const change = (n: number, part: Partial<UploadedFile>): void =>
    setFiles((before) => before.map((it) => (it.n === n ? { ...it, ...part } : it)));
  const start = ({ n, file }: UploadedFile): void => {
    uploadFile(collaboration, file, (percent) => change(n, { percent })).then(
      (upload) => change(n, { upload, percent: 100 }),
      (error: unknown) => change(n, { error: error instanceof Error ? error : new Error(String(error)) }),
    );
  };
  const add = (chosen: readonly File[]): void => {
    const from = Math.max(0, ...files.map(({ n }) => n)) + 1;
    const added = chosen.map((file, index) => ({ n: from + index, file, percent: 0 }));
    setFiles((before) => [...before, ...added]);
    added.forEach(start);
  };
  if (!hasBegun && first.length > 0) {
    begin(true);
    queueMicrotask(() => add(first));
  }
  return {
    files,
    isUnderWay: files.some(({ upload, error }) => upload === undefined && error === undefined),
    add,
    retry(n) {
      const again = files.find((it) => it.n === n);
      if (!again) return;
      setFiles((before) => before.map((it) => (it.n === n ? { n, file: it.file, percent: 0 } : it)));
      start(again);
    },
    remove: (n) => setFiles((before) => before.filter((it) => it.n !== n)),
  };
}
