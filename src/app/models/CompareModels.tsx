import { useEffect, useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, LoadingPlaceholder, useStyles2 } from '@grafana/ui';

import { type Engine, loadEngine, type SavedModel } from 'foreband-engine';
import { useEngine } from '../../training/useEngine';
import { FigureList } from '../../views/FigureList';

import { compareRows, type CompareRow } from './compareRows';
import { recentSamples, scoreSamples } from './modelSamples';
import { WeekPlot } from './WeekPlot';

interface Props {
  readonly left: SavedModel;
  readonly right: SavedModel;
}

const DAY_MS = 86_400_000;

/** The days from the epoch's beginning, a Thursday, to its first Monday. */
const FIRST_MONDAY = 4;

type Recent =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'scored'; readonly row: CompareRow };

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      marginTop: theme.spacing(3),
      padding: theme.spacing(2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    title: css({ fontSize: theme.typography.h4.fontSize, overflowWrap: 'anywhere' }),
    columns: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(3) }),
    figures: css({ flex: '1 1 420px', maxWidth: '100%', overflowX: 'auto' }),
  };
}

async function scoreBoth(left: SavedModel, right: SavedModel, now: number, signal: AbortSignal): Promise<CompareRow> {
  const asked = left.source === null ? right : left;
  const samples = await recentSamples(asked, now, signal);
  const engine = await loadEngine();
  const [one, other] = [left, right].map((model) => scoreSamples(engine, model, samples).detection.incidents.length);
  const change = other - one;
  return ['Anomalies in the last 30 days', String(one), String(other), `${change > 0 ? '+' : ''}${change}`];
}

// Both models score the same samples, those of the one that knows where to ask.
function useRecent(left: SavedModel, right: SavedModel): Recent {
  const [recent, setRecent] = useState<{ readonly about: SavedModel[]; readonly state: Recent }>();
  useEffect(() => {
    const controller = new AbortController();
    const tell = (state: Recent) => !controller.signal.aborted && setRecent({ about: [left, right], state });
    scoreBoth(left, right, Date.now(), controller.signal).then(
      (row) => tell({ kind: 'scored', row }),
      (error: unknown) => tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => controller.abort();
  }, [left, right]);
  return recent?.about[0] === left && recent.about[1] === right ? recent.state : { kind: 'asking' };
}

function weekStartAfter(left: SavedModel, right: SavedModel): number {
  const end = Math.max(left.model.history.end, right.model.history.end);
  const week = 7 * DAY_MS;
  return Math.ceil((end - FIRST_MONDAY * DAY_MS) / week) * week + FIRST_MONDAY * DAY_MS;
}

function Comparison({ engine, left, right }: Props & { readonly engine: Engine }) {
  const styles = useStyles2(getStyles);
  const recent = useRecent(left, right);
  const weekStart = weekStartAfter(left, right);
  const rows = useMemo(() => compareRows(engine, left, right, weekStart), [engine, left, right, weekStart]);
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.figures}>
          <FigureList
            caption={`${left.name} compared with ${right.name}`}
            headings={[`1: ${left.name}`, `2: ${right.name}`, 'Change']}
            rows={recent.kind === 'scored' ? [...rows, recent.row] : rows}
          />
          {recent.kind === 'asking' && <LoadingPlaceholder text="Asking for the last 30 days..." />}
        </div>
        <WeekPlot engine={engine} left={left} right={right} weekStart={weekStart} />
      </div>
      {recent.kind === 'failed' && (
        <Alert severity="info" title="The anomalies of the last 30 days are not compared">
          {recent.message}
        </Alert>
      )}
    </>
  );
}

/** The change from one model to another: trend, seasonalities, noise, and the anomalies of the last 30 days. */
export function CompareModels({ left, right }: Props) {
  const styles = useStyles2(getStyles);
  const engine = useEngine();
  return (
    <section className={styles.root} aria-label="Comparison" data-testid="foreband comparison">
      <h2 className={styles.title}>
        {left.name} and {right.name}
      </h2>
      {engine.kind === 'running' && <Comparison engine={engine.engine} left={left} right={right} />}
      {engine.kind === 'failed' && (
        <Alert severity="error" title="The model could not be started">
          {engine.message}
        </Alert>
      )}
    </section>
  );
}
