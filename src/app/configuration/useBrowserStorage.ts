import { useCallback, useEffect, useState } from 'react';

import { forgetAll, storedParts, type StoredPart } from '../../stores/browserStorage';
import { grafanaOwner } from '../../stores/grafanaOwner';

/** What this browser stores, as far as it is known, and the way to forget it. */
export interface BrowserStorage {
  readonly parts: readonly StoredPart[];
  /** Bytes that the whole origin takes, Grafana's own among them; undefined where the browser does not say. */
  readonly usedBytes?: number;
  /** Why there is nothing to see, or nothing was forgotten. */
  readonly problem?: string;
  readonly forget: () => Promise<void>;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function usedBytesOfOrigin(): Promise<number | undefined> {
  return (await navigator.storage?.estimate())?.usage;
}

/** Looks what this browser stores of the user who is signed in. */
export function useBrowserStorage(): BrowserStorage {
  const [seen, setSeen] = useState<Omit<BrowserStorage, 'forget'>>({ parts: [] });
  const [nLooks, setNLooks] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Omit<BrowserStorage, 'forget'>) => isCurrent && setSeen(next);
    Promise.all([storedParts(grafanaOwner()), usedBytesOfOrigin()]).then(
      ([parts, usedBytes]) => show({ parts, usedBytes }),
      (error: unknown) => show({ parts: [], problem: messageOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [nLooks]);
  const forget = useCallback(async () => {
    try {
      await forgetAll(grafanaOwner());
      setNLooks((count) => count + 1);
    } catch (error) {
      setSeen((before) => ({ ...before, problem: messageOf(error) }));
    }
  }, []);
  return { ...seen, forget };
}
