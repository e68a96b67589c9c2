import { useCallback, useState } from 'react';
import { locationService } from '@grafana/runtime';

import { loadEngine, type SavedModel } from 'foreband-engine';
import { mayWriteSettings } from '../../grafana/appSettings';
import { addressOfModel } from '../explore/opened/modelAddress';
import { rememberOpened } from '../explore/opened/openedModels';

import { retrain } from './modelSamples';
import { pythonText } from './pythonText';
import { readModelFile } from './readModelFile';
import { savePythonFile } from './saveModelFile';
import { useModelList, type ModelListControls } from './useModelList';

/** The page's models and what can be done with them. */
export interface ModelPage {
  readonly controls: ModelListControls;
  readonly mayWrite: boolean;
  /** Those of the list, then those that only this page holds. */
  readonly models: readonly SavedModel[];
  /** Id of the model that is being refitted. */
  readonly busy?: string;
  readonly problem?: string;
  readonly dismissProblem: () => void;
  readonly importFile: (file: File) => void;
  /** Opens a model on the Explore page. */
  readonly open: (model: SavedModel) => void;
  readonly replace: (model: SavedModel, known: SavedModel) => void;
  readonly remove: (model: SavedModel) => void;
  readonly retrain: (model: SavedModel) => void;
  readonly exportPython: (model: SavedModel) => void;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Keeps the models of the page, and does with them what the reader asks for. */
export function useModelPage(): ModelPage {
  const controls = useModelList();
  const { state, change } = controls;
  const mayWrite = mayWriteSettings();
  const [own, setOwn] = useState<readonly SavedModel[]>([]);
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const attempt = useCallback((what: string, work: () => Promise<unknown>) => {
    setProblem(undefined);
    work().catch((error: unknown) => setProblem(`${what}: ${messageOf(error)}`));
  }, []);
  const importFile = (file: File) =>
    attempt(`${file.name} was not imported`, async () => {
      const model = await readModelFile(await loadEngine(), file, Date.now());
      const known = state.kind === 'read' ? state.list.models.find(({ id }) => id === model.id) : undefined;
      const isListed = mayWrite && (await change({ kind: 'put', model, known }));
      if (!isListed) {
        setOwn((before) => [...before.filter(({ id }) => id !== model.id), model]);
      }
    });
  const refit = (model: SavedModel) =>
    attempt(`${model.name} was not refitted`, async () => {
      setBusy(model.id);
      try {
        const { signal } = new AbortController();
        const refitted = await retrain(await loadEngine(), model, Date.now(), signal);
        await change({ kind: 'put', model: refitted, known: model });
      } finally {
        setBusy(undefined);
      }
    });
  const listed = state.kind === 'read' ? state.list.models : [];
  const ids = new Set(listed.map(({ id }) => id));
  return {
    controls,
    mayWrite,
    models: [...listed, ...own.filter(({ id }) => !ids.has(id))],
    busy,
    problem,
    dismissProblem: () => setProblem(undefined),
    importFile,
    open: (model) => {
      if (!ids.has(model.id)) {
        rememberOpened(model);
      }
      locationService.push(addressOfModel(model));
    },
    replace: (model, known) => void change({ kind: 'put', model, known }),
    remove: (known) => {
      setOwn((before) => before.filter(({ id }) => id !== known.id));
      if (ids.has(known.id)) {
        void change({ kind: 'remove', known });
      }
    },
    retrain: refit,
    exportPython: (model) =>
      attempt(`${model.name} was not exported`, async () => savePythonFile(model, await pythonText(model, Date.now()))),
  };
}
