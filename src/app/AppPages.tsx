import { lazy, Suspense } from 'react';
import { LoadingPlaceholder } from '@grafana/ui';
import { Route, Routes } from 'react-router';

import { LOG_PATH } from '../grafana/appAddress';

import { EXPLORE_PATH, MODELS_PATH } from './pages';

const StartPage = lazy(() => import('./start/StartPage'));
const ExplorePage = lazy(() => import('./explore/ExplorePage'));
const ModelsPage = lazy(() => import('./models/ModelsPage'));
const LogPage = lazy(() => import('./log/LogPage'));

/** The app's pages, each loaded when it is first seen. Grafana's router stands around them. */
export function AppPages() {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading Foreband..." />}>
      <Routes>
        <Route path={EXPLORE_PATH} element={<ExplorePage />} />
        <Route path={MODELS_PATH} element={<ModelsPage />} />
        <Route path={LOG_PATH} element={<LogPage />} />
        <Route path="*" element={<StartPage />} />
      </Routes>
    </Suspense>
  );
}
