import { useEffect, useState } from 'react';

import { loadEngine, type Engine } from '../../../engine/engine';

/** The engine once it runs, or why it does not. */
export type EngineState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly engine: Engine }
  | { readonly kind: 'failed'; readonly message: string };

/** Starts the engine on first use; a failed start is a state, never an exception. */
export function useEngine(load: () => Promise<Engine> = loadEngine): EngineState {
  const [state, setState] = useState<EngineState>({ kind: 'starting' });
  useEffect(() => {
    let isMounted = true;
    const report = (next: EngineState) => {
      if (isMounted) {
        setState(next);
      }
    };
    load().then(
      (engine) => report({ kind: 'running', engine }),
      (error: unknown) => report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isMounted = false;
    };
  }, [load]);
  return state;
}
