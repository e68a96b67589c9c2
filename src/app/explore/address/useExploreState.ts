import { useCallback, useEffect, useMemo, useState } from 'react';
import { urlUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useLocation } from 'react-router';

import { useStable } from '../../../training/useStable';

import { foreignParams, readAddress, writeAddress } from './address';
import type { ExploreState } from './exploreState';

/** The state of the page, and how to set it. */
export interface ExploreControls {
  readonly state: ExploreState;
  /** The parts of the address that could not be used. */
  readonly notices: readonly string[];
  /** Sets a part of the state. */
  readonly change: (part: (state: ExploreState) => Partial<ExploreState>) => void;
}

// A slider that is dragged makes one entry of the browser's history, not a hundred.
const SETTLED_MS = 400;

interface Draft {
  /** The address that was there when the draft was made. */
  readonly search: string;
  readonly state: ExploreState;
}

// What is read from an address is equal to what was written there, and never the same: whoever computes from it must
// not begin anew for that.
function useStableParts(state: ExploreState): ExploreState {
  const source = useStable(state.source, JSON.stringify(state.source));
  const range = useStable(state.range, JSON.stringify(state.range));
  const settings = useStable(state.settings, JSON.stringify(Object.entries(state.settings).sort()));
  const plan = useStable(state.plan, JSON.stringify(state.plan));
  const { series, model, view, timeZone } = state;
  return useMemo(
    () => ({ source, range, series, model, settings, view, timeZone, plan }),
    [source, range, series, model, settings, view, timeZone, plan],
  );
}

/**
 * The page's state, which is its address: what is changed holds at once and stands in the address a moment later, as an
 * entry of the browser's history. Going back and forward changes the address, and so the state.
 */
export function useExploreState(): ExploreControls {
  const { pathname, search } = useLocation();
  const read = useMemo(() => readAddress(search), [search]);
  const [draft, setDraft] = useState<Draft>();
  const state = useStableParts(draft?.search === search ? draft.state : read.state);
  const change = useCallback<ExploreControls['change']>(
    (part) =>
      setDraft((made) => {
        const present = made?.search === search ? made.state : read.state;
        return { search, state: { ...present, ...part(present) } };
      }),
    [search, read],
  );
  useEffect(() => {
    if (draft?.search !== search) {
      return undefined;
    }
    const timer = setTimeout(() => {
      const address = urlUtil.renderUrl(pathname, { ...foreignParams(search), ...writeAddress(draft.state) });
      if (address !== `${pathname}${search}`) {
        locationService.push(address);
      }
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [draft, pathname, search]);
  return { state, notices: read.notices, change };
}
