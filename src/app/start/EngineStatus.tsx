import { Alert } from '@grafana/ui';
import { useEffect, useState } from 'react';

import { loadEngine } from 'foreband-engine';

type Status = 'starting' | 'wasm' | 'javascript' | { readonly failure: string };

function useEngineStatus(): Status {
  const [status, setStatus] = useState<Status>('starting');
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Status) => isCurrent && setStatus(next);
    loadEngine().then(
      ({ backend }) => show(backend),
      (error: unknown) => show({ failure: String(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return status;
}

/** Says what runs the model in this browser. */
export function EngineStatus() {
  const status = useEngineStatus();
  if (status === 'starting') {
    return null;
  }
  if (status === 'wasm') {
    return <p>The model runs in WebAssembly in this browser.</p>;
  }
  if (status === 'javascript') {
    return (
      <Alert severity="info" title="WebAssembly is refused here">
        The page&apos;s content security policy refuses WebAssembly, so the model runs as JavaScript: the same results,
        two to three times slower. Allow &apos;wasm-unsafe-eval&apos; in script-src for full speed.
      </Alert>
    );
  }
  return (
    <Alert severity="error" title="The model does not start in this browser">
      {status.failure}
    </Alert>
  );
}
