import { lazy, Suspense } from 'react';

import type { AlertDrawerProps } from './AlertDrawer';

const AlertDrawer = lazy(() => import('./AlertDrawer'));

/** The drawer with the rules; it and the compiler are loaded when it is first opened. */
export function AlertOnThis(props: AlertDrawerProps) {
  return (
    <Suspense fallback={null}>
      <AlertDrawer {...props} />
    </Suspense>
  );
}
