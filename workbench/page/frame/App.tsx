import { css } from '@emotion/css';
import { ThemeContext, type EventBusExtended, type GrafanaTheme2 } from '@grafana/data';
import { config, locationService, LocationServiceProvider } from '@grafana/runtime';
import { ErrorBoundaryAlert, GlobalStyles, PortalContainer, useStyles2 } from '@grafana/ui';
import { CompatRouter } from '@workbench/router-bridge';
import { Router } from '@workbench/router-v5';
import { Route, Routes, useLocation } from 'react-router-dom';
import type { Workbench } from '../runtime/setUpRuntime';
import { AppPage } from '../views/AppPage';
import { DashboardPage } from '../views/DashboardPage';
import { DataSourcePage } from '../views/DataSourcePage';
import { DataSourcesPage } from '../views/DataSourcesPage';
import { ExplorePage } from '../views/ExplorePage';
import { HomePage } from '../views/HomePage';
import { DemoBanner } from './DemoBanner';
import { markedAsDemo } from './markedAsDemo';
import { NavBar } from './NavBar';
import { Notifications } from './Notifications';
import { Page } from './Page';
import { TopBar } from './TopBar';

/** The whole page: theme, routers and frame as Grafana nests them in AppWrapper, around the views. */
export function App({ workbench }: { workbench: Workbench }) {
  return (
    <ThemeContext.Provider value={config.theme2}>
      <GlobalStyles />
      <LocationServiceProvider service={locationService}>
        <Router history={locationService.getHistory()}>
          <CompatRouter>
            <Frame workbench={workbench} events={workbench.events} />
          </CompatRouter>
        </Router>
      </LocationServiceProvider>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

function Frame({ workbench, events }: { workbench: Workbench; events: EventBusExtended }) {
  const styles = useStyles2(getStyles);
  const isKiosk = new URLSearchParams(useLocation().search).has('kiosk');
  const { demo } = window.workbench;
  const marks = useStyles2(markedAsDemo);
  return (
    <div className={demo === undefined ? styles.frame : `${styles.frame} ${marks.root}`}>
      {!isKiosk && <TopBar />}
      {demo !== undefined && <DemoBanner reason={demo} />}
      <div className={styles.below}>
        {!isKiosk && <NavBar />}
        <div className={styles.content}>
          <ErrorBoundaryAlert boundaryName="workbench">
            <Views workbench={workbench} />
          </ErrorBoundaryAlert>
        </div>
      </div>
      <Notifications events={events} />
    </div>
  );
}

function Views({ workbench }: { workbench: Workbench }) {
  return (
    <Routes>
      <Route path="/" element={<HomePage />} />
      <Route path="/dashboards" element={<HomePage />} />
      <Route path="/d/:uid/*" element={<DashboardPage templates={workbench.templates} />} />
      <Route path="/explore" element={<ExplorePage templates={workbench.templates} />} />
      <Route path="/connections/datasources" element={<DataSourcesPage />} />
      <Route
        path="/connections/datasources/edit/:uid"
        element={<DataSourcePage dataSources={workbench.dataSources} />}
      />
      <Route path="/a/:id/*" element={<AppPage loader={workbench.loader} />} />
      <Route path="/plugins/:id/*" element={<AppPage loader={workbench.loader} isConfiguration />} />
      <Route path="*" element={<Page title="Page not found">Nothing is served at this address.</Page>} />
    </Routes>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'flex', flexDirection: 'column', height: '100%', background: theme.colors.background.canvas }),
  below: css({ display: 'flex', flexGrow: 1, minHeight: 0 }),
  content: css({ flexGrow: 1, minWidth: 0, overflow: 'auto' }),
});
