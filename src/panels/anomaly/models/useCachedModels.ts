import { useCallback, useEffect, useState } from 'react';
import type { ModelCache, ModelsBySeries } from 'foreband-engine';

import { browserModels } from '../../../stores/browserModels';

/** The models that this browser stores of a source. */
export interface CachedModels {
  readonly models: ModelsBySeries;
  readonly isLookingUp: boolean;
  readonly store: (fitted: ModelsBySeries) => void;
  /** Why the browser stores nothing. */
  readonly problem?: string;
}

interface Found {
  readonly source: string;
  readonly models: ModelsBySeries;
  readonly problem?: string;
}

const NONE: ModelsBySeries = new Map();

/**
 * Looks up the models of a source in this browser, and stores new ones. A store that is blocked or gone holds none, and is
 * no error.
 * @param source what the models were fitted to; undefined where none are wanted.
 */
export function useCachedModels(source: string | undefined, cacheOf: () => ModelCache = browserModels): CachedModels {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    if (source === undefined) {
      return undefined;
    }
    let isCurrent = true;
    const cache = cacheOf();
    void cache.load(source).then((models) => {
      if (isCurrent) {
        setFound({ source, models, problem: cache.problem() });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [source, cacheOf]);
  const store = useCallback(
    (fitted: ModelsBySeries) => {
      if (source === undefined) {
        return;
      }
      const cache = cacheOf();
      const add = (known: Found | undefined): Found => {
        const before = known?.source === source ? known.models : NONE;
        const cached = [...fitted].map(([key, model]) => [key, { ...model, origin: 'cached' as const }] as const);
        return { source, models: new Map([...before, ...cached]), problem: cache.problem() };
      };
      setFound(add);
      void cache.save(source, fitted).then(() => {
        setFound((known) => (known?.source === source ? { ...known, problem: cache.problem() } : known));
      });
    },
    [source, cacheOf],
  );
  const own = found?.source === source ? found : undefined;
  return {
    models: own?.models ?? NONE,
    isLookingUp: source !== undefined && own === undefined,
    store,
    problem: own?.problem,
  };
}
