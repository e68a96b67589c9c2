import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CsvAnswers, CsvContent, CsvQuestion } from 'foreband-detector';

import { grafanaOwner } from '../../../stores/grafanaOwner';
import type { FileChoice } from '../address/exploreState';

import { createFileStore, type FileStore, type StoredFile } from './fileStore';
import type { FileSource, ReadFile } from './readFile';
import { useReading } from './useReading';

/** How far the page is with the chosen file. */
export type FileContent =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  /** It is not stored in this browser: the reader has to bring it again. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'ready'; readonly content: CsvContent };

/** A file that can be read in two ways, and the way out. */
export interface AskedFile {
  readonly name: string;
  readonly question: CsvQuestion;
  /** Reads the file with one of the question's options. */
  readonly answer: (answers: CsvAnswers) => void;
  /** Leaves what was shown before. */
  readonly dismiss: () => void;
}

/** The reader's files, as the page works with them. */
export interface Files {
  readonly content: FileContent;
  /** The file that is being read, and the share that has been. */
  readonly reading?: { readonly name: string; readonly share: number };
  /** The file that has to be decided about. */
  readonly asked?: AskedFile;
  /** The fault of the last file that was given. */
  readonly problem?: string;
  /** Why the browser does not keep files. */
  readonly storeProblem?: string;
  /** Files of earlier visits, newest first. */
  readonly stored: readonly StoredFile[];
  /** Reads a file, keeps it, and hands it to `onOpened`. */
  readonly open: (file: File) => void;
  /** Asks again what was settled about the chosen file; missing for one that was not given in this visit. */
  readonly askAgain?: (question: CsvQuestion) => void;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Contents = ReadonlyMap<string, CsvContent | 'missing'>;

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

function useContents(choice: FileChoice | null, store: FileStore) {
  const [contents, setContents] = useState<Contents>(() => new Map());
  const [stored, setStored] = useState<readonly StoredFile[]>([]);
  const [problem, setProblem] = useState<string>();
  const fingerprint = choice?.fingerprint;
  const isKnown = fingerprint === undefined || contents.has(fingerprint);

  const remember = useCallback((key: string, content: CsvContent | 'missing') => {
    setContents((known) => new Map([...known, [key, content]]));
  }, []);
  const list = useCallback(() => store.list().then(setStored, () => undefined), [store]);
  useEffect(() => void list(), [list]);
  useEffect(() => {
    if (isKnown || fingerprint === undefined) {
      return;
    }
    store.load(fingerprint).then(
      (content) => remember(fingerprint, content ?? 'missing'),
      (error: unknown) => {
        setProblem(messageOf(error));
        remember(fingerprint, 'missing');
      },
    );
  }, [store, fingerprint, isKnown, remember]);

  const keep = useCallback(
    async ({ file, content }: ReadFile) => {
      remember(file.fingerprint, content);
      try {
        await store.save(file, content);
        setProblem(undefined);
        await list();
      } catch (error) {
        setProblem(messageOf(error));
      }
    },
    [store, list, remember],
  );
  const content = useMemo(() => contentOf(choice, contents), [choice, contents]);
  return { content, stored, problem, keep };
}

type Sources = ReadonlyMap<string, FileSource>;

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
  const { content, stored, problem: storeProblem, keep } = useContents(choice, store);
  // Where the files of this visit can be read again.
  const [sources, setSources] = useState<Sources>(() => new Map());
  const { state, read, ask, dismiss } = useReading(
    useCallback(
      (opened: ReadFile, source: FileSource) => {
        setSources((known) => new Map([...known, [opened.file.fingerprint, source]]));
        void keep(opened);
        onOpened(opened.file);
      },
      [keep, onOpened],
    ),
  );
  // The file that an address asks for is read as it says; one that is brought again is asked about anew.
  const isAwaited = content.kind === 'missing';
  const open = useCallback(
    (file: File) => read(file, isAwaited && choice?.name === file.name ? choice.answers : undefined),
    [read, choice, isAwaited],
  );
  const source = choice === null ? undefined : sources.get(choice.fingerprint);
  return useMemo(
    () => ({
      content,
      storeProblem,
      stored,
      open,
      reading: state.kind === 'reading' ? state : undefined,
      problem: state.kind === 'failed' ? state.problem : undefined,
      asked:
        state.kind === 'asked'
          ? {
              name: state.source.name,
              question: state.question,
              answer: (answers: CsvAnswers) => read(state.source, answers),
              dismiss,
            }
          : undefined,
      askAgain: source && ((question: CsvQuestion) => ask(source, question)),
    }),
    [content, storeProblem, stored, open, state, read, dismiss, source, ask],
  );
}
