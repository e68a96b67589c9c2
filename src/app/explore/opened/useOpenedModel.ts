import { useCallback, useEffect, useMemo, useState } from 'react';
import type { SavedModel } from 'foreband-engine';

import { findOpened, rememberOpened, type FoundModel } from './openedModels';

/** The saved model that the page scores with. */
export type OpenedModel =
  | { readonly kind: 'none' }
  | { readonly kind: 'lookingUp' }
  /** Neither the list nor this browser has it. */
  | { readonly kind: 'missing' }
  | (FoundModel & { readonly kind: 'found' });

/** An opened model, and how it becomes another one. */
export interface OpenedControls {
  readonly opened: OpenedModel;
  /** It has been saved as this model, into the list. */
  readonly onListed: (model: SavedModel) => void;
}

interface Looked {
  readonly id: string;
  readonly found: FoundModel | undefined;
}

const NONE: OpenedModel = { kind: 'none' };
const LOOKING_UP: OpenedModel = { kind: 'lookingUp' };
const MISSING: OpenedModel = { kind: 'missing' };

/** Looks up the model with this id; null for none. */
export function useOpenedModel(id: string | null): OpenedControls {
  const [looked, setLooked] = useState<Looked>();
  useEffect(() => {
    if (id === null) {
      return undefined;
    }
    let isCurrent = true;
    void findOpened(id).then((found) => isCurrent && setLooked({ id, found }));
    return () => {
      isCurrent = false;
    };
  }, [id]);
  const onListed = useCallback((model: SavedModel) => {
    rememberOpened(model);
    setLooked((before) => (before?.id === model.id ? { id: model.id, found: { model, listed: model } } : before));
  }, []);
  const opened = useMemo((): OpenedModel => {
    if (id === null) {
      return NONE;
    }
    if (looked?.id !== id) {
      return LOOKING_UP;
    }
    return looked.found === undefined ? MISSING : { kind: 'found', ...looked.found };
  }, [id, looked]);
  return { opened, onListed };
}
