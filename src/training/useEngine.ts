import { useEffect, useState } from 'react';

import { type Engine, loadEngine } from 'foreband-engine';

/** The engine once it runs, or why it does not. */
export type EngineState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly engine: Engine }
  | { readonly kind: 'failed'; readonly message: string };

function isSameEngine(left: EngineState, right: EngineState): boolean {
  return left.kind === 'running' && right.kind === 'running' && left.engine === right.engine;
}

const STARTING: EngineState = { kind: 'starting' };

// Panels mounted later than the first find the engine running, and so draw once instead of twice.
const started: { state: EngineState } = { state: STARTING };

/** Starts the engine on first use; a failed start is a state, never an exception. */
export function useEngine(load: () => Promise<Engine> = loadEngine): EngineState {
  const [state, setState] = useState<EngineState>(started.state);
  useEffect(() => {
    let isMounted = true;
    const report = (next: EngineState) => {
      if (isMounted) {
        setState((known) => (isSameEngine(known, next) ? known : next));
      }
    };
    load().then(
      (engine) => {
        started.state = { kind: 'running', engine };
        report(started.state);
      },
      (error: unknown) => report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isMounted = false;
    };
  }, [load]);
  return state;
}
