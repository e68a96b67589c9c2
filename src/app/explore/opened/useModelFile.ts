import { useCallback, useState } from 'react';
import { loadEngine, type SavedModel } from 'foreband-engine';

import { readModelFile } from '../../models/readModelFile';

import { rememberOpened } from './openedModels';

/** The way to open the file of a model. */
export interface ModelFile {
  readonly open: (file: File) => void;
  /** Why the last file was not opened. */
  readonly problem?: string;
}

/** Reads files of models, and hands each to `onOpened`, which must stay the same. */
export function useModelFile(onOpened: (model: SavedModel) => void): ModelFile {
  const [problem, setProblem] = useState<string>();
  const open = useCallback(
    (file: File) => {
      setProblem(undefined);
      loadEngine()
        .then((engine) => readModelFile(engine, file, Date.now()))
        .then(
          (model) => {
            rememberOpened(model);
            onOpened(model);
          },
          (error: unknown) => setProblem(`${file.name}: ${error instanceof Error ? error.message : String(error)}`),
        );
    },
    [onOpened],
  );
  return { open, problem };
}
