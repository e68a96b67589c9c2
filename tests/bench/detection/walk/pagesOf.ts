import { branchOf, detect, parseDetectionOptions, type ScoredRows } from 'foreband-detector';

import type { WalkedRows } from './walk';

/** The pages of scored rows, at the default threshold and without filters. */
export function pagesOf(rows: ScoredRows, from: number): WalkedRows {
  const { time, y, expected, score, threshold } = rows;
  const forecast = { time, yhat: expected, yhatLower: expected, yhatUpper: expected };
  const context = { isDegenerate: false, scale: 1, scoring: () => rows };
  const { incidents, branch } = detect(time, y, forecast, parseDetectionOptions(), context);
  const pages = incidents.flatMap((incident) =>
    incident.pages.map((page, place) => {
      const row = Math.round((page.time - time[0]) / (time[1] - time[0]));
      return { time: page.time, score: score[row], kind: branchOf(branch[row]) ?? 'spike', isFirst: place === 0 };
    }),
  );
  return { time, score, threshold, pages: pages.filter((page) => page.time >= time[from]) };
}
