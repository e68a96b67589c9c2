import { useCallback, useEffect, useState } from 'react';
import { type ListChange, type ModelList, readModelList, type SavedModel } from 'foreband-engine';

import { readAppSettings } from '../../grafana/appSettings';

import { changeList } from './changeList';

/** The app's list of models, as far as it is known. */
export type ListState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'read'; readonly list: ModelList };

/** A change that somebody else's has crossed. */
export interface Conflict {
  readonly change: ListChange;
  /** The model as it is now; undefined where it was removed. */
  readonly theirs?: SavedModel;
}

/** The list and the ways to change it. */
export interface ModelListControls {
  readonly state: ListState;
  /** Why the last change was not made. */
  readonly problem?: string;
  /** The change that waits for an answer. */
  readonly conflict?: Conflict;
  /** Reads the settings anew, merges the change and writes them; gives whether it was made. */
  readonly change: (change: ListChange, isForced?: boolean) => Promise<boolean>;
  /** Forgets the problem and the conflict. */
  readonly dismiss: () => void;
  readonly reload: () => void;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Reads the app's list of models, and changes it one model at a time. */
export function useModelList(): ModelListControls {
  const [state, setState] = useState<ListState>({ kind: 'loading' });
  const [problem, setProblem] = useState<string>();
  const [conflict, setConflict] = useState<Conflict>();
  const [nReads, setNReads] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    readAppSettings().then(
      ({ jsonData }) => isCurrent && setState({ kind: 'read', list: readModelList(jsonData) }),
      (error: unknown) => isCurrent && setState({ kind: 'failed', message: messageOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [nReads]);
  const change = useCallback(async (wanted: ListChange, isForced = false) => {
    setProblem(undefined);
    setConflict(undefined);
    try {
      const changed = await changeList(wanted, isForced);
      if (changed.kind === 'conflict') {
        setConflict({ change: wanted, theirs: changed.theirs });
        setNReads((count) => count + 1);
        return false;
      }
      setState({ kind: 'read', list: readModelList(changed.jsonData) });
      return true;
    } catch (error) {
      setProblem(messageOf(error));
      return false;
    }
  }, []);
  const dismiss = useCallback(() => {
    setProblem(undefined);
    setConflict(undefined);
  }, []);
  const reload = useCallback(() => setNReads((count) => count + 1), []);
  return { state, problem, conflict, change, dismiss, reload };
}
