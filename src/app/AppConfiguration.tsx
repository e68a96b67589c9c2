import { lazy, Suspense } from 'react';
import { LoadingPlaceholder } from '@grafana/ui';

const ConfigurationPage = lazy(() => import('./configuration/ConfigurationPage'));

/** The app's configuration page, loaded when it is first seen. */
export function AppConfiguration() {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading Foreband ..." />}>
      <ConfigurationPage />
    </Suspense>
  );
}
