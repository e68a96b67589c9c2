import '../../../grafana/testing/browser';

import 'fake-indexeddb/auto';
import { CoreApp, EventBusSrv } from '@grafana/data';
import { PanelContextProvider } from '@grafana/ui';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { defaultSettings, loadEngine, type LogPart } from 'foreband-engine';

import type { PanelModel } from '../../../chart/model/panelModel';
import { detectionFrame } from '../../../grafana/detectionFrame';
import { browserLog } from '../../../stores/browserLog';

import { useMonitoring } from './useMonitoring';

jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const STEP = 600_000;
const PARTS: readonly LogPart[] = ['anomalies', 'system', 'readings', 'hours'];
const WAIT = { timeout: 20_000 };

/** The model of a panel whose only series ends now. */
async function panelModel(name: string, isSimulated = false): Promise<PanelModel> {
  const end = Math.floor(Date.now() / STEP) * STEP;
  const time = Float64Array.from({ length: 3000 }, (_, row) => end - (3000 - row) * STEP);
  const series = { name, labels: {}, time, y: time.map((_, row) => 1 + 0.01 * ((row * 7) % 5)) };
  const settings = { ...defaultSettings, stepMs: STEP };
  const outcome = (await loadEngine()).detect({ training: series, visible: series, forecastEnd: end, settings });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  const frame = detectionFrame(outcome, { refId: 'A', name, isSimulated });
  const chart = { key: name, refId: 'A', name, frame } as PanelModel['series'][number]['chart'];
  return {
    series: [{ chart, color: 'red', outcome }],
    notes: [],
    isSimulated,
    isFitting: false,
    isStarting: false,
    training: { kind: 'notNeeded' },
    trainingSpan: { start: 0, end: 0 },
    now: end,
  };
}

function watch(model: PanelModel, panelId: number, app: CoreApp) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <PanelContextProvider value={{ eventBus: new EventBusSrv(), eventsScope: 'here', app }}>
      {children}
    </PanelContextProvider>
  );
  const panel = { dashboard: 'cpu', panelId, title: 'CPU' };
  return renderHook((shown: PanelModel) => useMonitoring(shown, panel, false), { wrapper, initialProps: model });
}

const loggedOf = async (panelId: number) => {
  const entries = await browserLog().read(PARTS, 0, Infinity);
  return entries.filter(({ origin }) => origin.panelId === panelId);
};

describe('useMonitoring', () => {
  it('logs on a dashboard that watching has begun and what was fitted, and troubles as they come and go', async () => {
    const model = await panelModel('web');
    const { rerender } = watch(model, 1, CoreApp.Dashboard);
    await waitFor(
      async () =>
        expect((await loggedOf(1)).map(({ type }) => type).sort()).toEqual(['model_training', 'system_status']),
      WAIT,
    );
    rerender({ ...model, notes: [{ severity: 'error', text: 'refused' }] });
    await waitFor(async () => expect(await loggedOf(1)).toHaveLength(3), WAIT);
    rerender(model);
    await waitFor(async () => expect(await loggedOf(1)).toHaveLength(4), WAIT);
    expect((await loggedOf(1)).flatMap((entry) => ('status' in entry ? [entry.status] : []))).toEqual([
      'monitoring_started',
      'error',
      'recovered',
    ]);
  }, 90_000);

  it.each([
    ['in the panel editor', CoreApp.PanelEditor, false],
    ['in Explore', CoreApp.Explore, false],
    ['of simulated samples', CoreApp.Dashboard, true],
  ])(
    'logs nothing %s',
    async (_where, app, isSimulated) => {
      const panelId = 100 + Object.values(CoreApp).indexOf(app);
      watch(await panelModel('db', isSimulated), panelId, app);
      watch(await panelModel('cache'), panelId + 100, CoreApp.Dashboard);
      await waitFor(async () => expect(await loggedOf(panelId + 100)).not.toEqual([]), WAIT);
      expect(await loggedOf(panelId)).toEqual([]);
    },
    90_000,
  );
});
