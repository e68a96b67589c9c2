import type { ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { DataFrame } from '@grafana/data';

import type { DetectedSeries } from 'foreband-engine';

import { detectedSeries, forebandFrames, plainFrames, withDisplay, type BenchSize } from './benchData';
import { AnomalyPanelStage } from './AnomalyPanelStage';
import { createLiveFleet, type LiveFleet, type LiveFleetSize } from './liveFleet';
import { quietSince } from './quietCanvas';
import { TimeSeriesStage } from './TimeSeriesStage';

export type Contestant = 'panel' | 'timeSeries';

/** One drawing, as seen from inside the page. */
export interface Drawing {
  /** From the call that asked for it to the last drawing call on a canvas, in ms. */
  readonly elapsedMs: number;
  /** Longest task the browser reported, in ms; it reports those of 50 ms and more, 0 stands for none. */
  readonly longestTaskMs: number;
}

/** The page's side of the benchmark; every method is called from outside, between two readings of the task clock. */
export interface Bench {
  /** Makes what is drawn, unmeasured. */
  prepare(size: BenchSize): Promise<void>;
  /** First draw of a contestant at threshold 2. */
  firstDraw(contestant: Contestant): Promise<Drawing>;
  /** Another threshold on what is drawn. */
  changeThreshold(contestant: Contestant, threshold: number): Promise<Drawing>;
  /** Starts to watch a fleet: its first answer, undrawn. */
  watchFleet(size: LiveFleetSize): Promise<void>;
  /** Moves on by a step: one poll, undrawn. */
  poll(): Promise<void>;
  /** Draws the newest answer of the fleet. */
  drawFleet(): Promise<Drawing>;
  /** Polls and draws so many times, a turn of the browser after each. */
  monitor(nPolls: number): Promise<void>;
  /** Takes everything down again. */
  clear(): Promise<void>;
}

const FIRST_THRESHOLD = 2;

export function createBench(body: HTMLElement): Bench {
  let detected: readonly DetectedSeries[] = [];
  let panelFrames: DataFrame[] = [];
  let root: Root | undefined;
  let lines: DataFrame[] = [];
  let fleet: LiveFleet | undefined;
  let answer: DataFrame[] = [];

  const stage = (contestant: Contestant, threshold: number): ReactElement =>
    contestant === 'panel' ? (
      <AnomalyPanelStage frames={panelFrames} thresholdMultiplier={threshold} />
    ) : (
      <TimeSeriesStage frames={lines} />
    );

  const draw = (contestant: Contestant, threshold: number) =>
    measured(() => root?.render(stage(contestant, threshold)));

  const mount = () => {
    const container = document.createElement('div');
    body.replaceChildren(container);
    root = createRoot(container);
  };

  const drawAnswer = () => {
    panelFrames = withDisplay(answer);
    if (root === undefined) {
      mount();
    }
    root?.render(stage('panel', FIRST_THRESHOLD));
  };

  return {
    async watchFleet(size) {
      fleet = createLiveFleet(size);
      answer = await fleet.poll();
    },
    async poll() {
      answer = (await fleet?.poll()) ?? [];
    },
    drawFleet: () => measured(drawAnswer),
    async monitor(nPolls) {
      for (let round = 0; round < nPolls; round++) {
        answer = (await fleet?.poll()) ?? [];
        drawAnswer();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
    },
    async prepare(size) {
      detected = await detectedSeries(size);
      panelFrames = forebandFrames(detected);
    },
    firstDraw(contestant) {
      lines = plainFrames(detected, FIRST_THRESHOLD);
      mount();
      return draw(contestant, FIRST_THRESHOLD);
    },
    changeThreshold(contestant, threshold) {
      lines = plainFrames(detected, threshold);
      return draw(contestant, threshold);
    },
    async clear() {
      root?.unmount();
      root = undefined;
      body.replaceChildren();
      await pause();
    },
  };
}

const isBusy = () => document.body.textContent.includes('Fitting');
const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

async function measured(render: () => void): Promise<Drawing> {
  await pause();
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    longestTaskMs = Math.max(longestTaskMs, ...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });
  const start = performance.now();
  render();
  const end = await quietSince(start, isBusy);
  observer.disconnect();
  return { elapsedMs: end - start, longestTaskMs };
}
