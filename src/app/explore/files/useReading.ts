import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CsvAnswers, CsvQuestion } from 'foreband-detector';

import { readFile, type FileSource, type ReadFile } from './readFile';

/** How far the page is with a file that was given to it. */
export type ReadingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly share: number }
  /** It can be read in two ways. */
  | { readonly kind: 'asked'; readonly source: FileSource; readonly question: CsvQuestion }
  | { readonly kind: 'failed'; readonly problem: string };

/** Reads files, one at a time. */
export interface Reading {
  readonly state: ReadingState;
  /** Reads a file; one that is being read is given up. */
  readonly read: (source: FileSource, answers?: CsvAnswers) => void;
  /** Asks again how a file is to be read. */
  readonly ask: (source: FileSource, question: CsvQuestion) => void;
  /** Gives up a question. */
  readonly dismiss: () => void;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Reads the files that it is given, and hands over those that leave nothing open. */
export function useReading(onRead: (read: ReadFile, source: FileSource) => void): Reading {
  const [state, setState] = useState<ReadingState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const read = useCallback(
    (source: FileSource, answers?: CsvAnswers) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      const { name } = source;
      const onProgress = (share: number) => setState({ kind: 'reading', name, share });
      onProgress(0);
      readFile(source, { answers, onProgress, signal }).then(
        (result) => {
          if (result.kind === 'question') {
            setState({ kind: 'asked', source, question: result });
          } else {
            setState({ kind: 'idle' });
            onRead(result, source);
          }
        },
        (error: unknown) => {
          if (!signal.aborted) {
            setState({ kind: 'failed', problem: `${name}: ${messageOf(error)}` });
          }
        },
      );
    },
    [onRead],
  );
  const ask = useCallback(
    (source: FileSource, question: CsvQuestion) => setState({ kind: 'asked', source, question }),
    [],
  );
  const dismiss = useCallback(() => setState({ kind: 'idle' }), []);
  return useMemo(() => ({ state, read, ask, dismiss }), [state, read, ask, dismiss]);
}
