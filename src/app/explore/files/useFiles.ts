import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CsvSeries } from 'foreband-detector';

import { grafanaOwner } from '../../../stores/grafanaOwner';
import type { FileChoice } from '../address/exploreState';

import { createFileStore, type FileStore, type KeptFile } from './fileStore';
import { readFile, type ReadFile } from './readFile';

/** How far the page is with the chosen file. */
export type FileContent =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  /** It is not kept in this browser: the reader has to bring it again. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'ready'; readonly content: CsvSeries };

/** The reader's files, as the page works with them. */
export interface Files {
  readonly content: FileContent;
  /** The file that is being read, and the share that has been. */
  readonly reading?: { readonly name: string; readonly share: number };
  /** What is wrong with the last file that was given. */
  readonly problem?: string;
  /** Why the browser does not keep files. */
  readonly storeProblem?: string;
  /** Files of earlier visits, newest first. */
  readonly kept: readonly KeptFile[];
  /** Reads a file, keeps it, and hands it to `onOpened`. */
  readonly open: (file: File) => void;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Contents = ReadonlyMap<string, CsvSeries | 'missing'>;

function contentOf(choice: FileChoice | null, contents: Contents): FileContent {
  if (choice === null) {
    return { kind: 'none' };
  }
  const known = contents.get(choice.fingerprint);
  if (known === undefined) {
    return { kind: 'loading' };
  }
  return known === 'missing' ? { kind: 'missing' } : { kind: 'ready', content: known };
}

/**
 * Opens the reader's files and keeps them in the browser. Nothing leaves it.
 * @param choice the file that is looked at.
 */
export function useFiles(
  choice: FileChoice | null,
  onOpened: (file: FileChoice) => void,
  create: () => FileStore = () => createFileStore(grafanaOwner()),
): Files {
  const [store] = useState(create);
  const [contents, setContents] = useState<Contents>(() => new Map());
  const [kept, setKept] = useState<readonly KeptFile[]>([]);
  const [reading, setReading] = useState<Files['reading']>();
  const [problem, setProblem] = useState<string>();
  const [storeProblem, setStoreProblem] = useState<string>();
  const running = useRef<AbortController>(undefined);
  const fingerprint = choice?.fingerprint;
  const isKnown = fingerprint === undefined || contents.has(fingerprint);

  const learn = useCallback((key: string, content: CsvSeries | 'missing') => {
    setContents((known) => new Map([...known, [key, content]]));
  }, []);
  const list = useCallback(() => store.list().then(setKept, () => undefined), [store]);

  useEffect(() => {
    void list();
    return () => running.current?.abort();
  }, [list]);

  useEffect(() => {
    if (isKnown || fingerprint === undefined) {
      return;
    }
    store.load(fingerprint).then(
      (content) => learn(fingerprint, content ?? 'missing'),
      (error: unknown) => {
        setStoreProblem(messageOf(error));
        learn(fingerprint, 'missing');
      },
    );
  }, [store, fingerprint, isKnown, learn]);

  const keep = useCallback(
    async ({ file, content }: ReadFile) => {
      try {
        await store.save(file, content);
        setStoreProblem(undefined);
        await list();
      } catch (error) {
        setStoreProblem(messageOf(error));
      }
    },
    [store, list],
  );

  const open = useCallback(
    (source: File) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      setProblem(undefined);
      setReading({ name: source.name, share: 0 });
      readFile(source, (share) => setReading({ name: source.name, share }), signal).then(
        (read) => {
          setReading(undefined);
          learn(read.file.fingerprint, read.content);
          onOpened(read.file);
          void keep(read);
        },
        (error: unknown) => {
          if (!signal.aborted) {
            setReading(undefined);
            setProblem(`${source.name}: ${messageOf(error)}`);
          }
        },
      );
    },
    [keep, learn, onOpened],
  );

  const content = useMemo(() => contentOf(choice, contents), [choice, contents]);
  return useMemo(
    () => ({ content, reading, problem, storeProblem, kept, open }),
    [content, reading, problem, storeProblem, kept, open],
  );
}
