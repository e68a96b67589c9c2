import { AppPlugin } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';

const StartPage = lazy(() => import('./app/start/StartPage'));

function App() {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading Foreband ..." />}>
      <StartPage />
    </Suspense>
  );
}

/** The Foreband app: it brings the data source and the panels, and its page shows what is set up. */
export const plugin = new AppPlugin().setRootPage(App);
